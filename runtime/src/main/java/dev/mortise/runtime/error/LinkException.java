package dev.mortise.runtime.error;

import java.util.List;

/** The imports that were given do not fit the imports that the component declares. */
public final class LinkException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public LinkException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public LinkException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
