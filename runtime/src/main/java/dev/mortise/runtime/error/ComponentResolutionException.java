package dev.mortise.runtime.error;

import java.util.List;

/** The imports of components cannot be wired to one provider each. */
public final class ComponentResolutionException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public ComponentResolutionException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public ComponentResolutionException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
