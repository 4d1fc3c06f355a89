package dev.mortise.runtime.error;

import java.util.List;

/** The component decodes, but breaks a validation rule of the specification. */
public final class InvalidComponentException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public InvalidComponentException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public InvalidComponentException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
