package dev.mortise.runtime.error;

import java.util.List;

/** Resolved components cannot become modules, or their layer does not have what was asked for. */
public final class ComponentLayerException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public ComponentLayerException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public ComponentLayerException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
