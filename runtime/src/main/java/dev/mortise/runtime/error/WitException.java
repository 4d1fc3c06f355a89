package dev.mortise.runtime.error;

import java.util.List;

/** WIT text that does not parse, or whose names and types do not resolve. */
public final class WitException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public WitException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries all independent findings. */
  public WitException(List<Diagnostic> diagnostics) {
    super(diagnostics, null);
  }
}
