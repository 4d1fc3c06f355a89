package dev.mortise.loader.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The component trapped: execution stopped for a reason that the specification calls a trap. */
public final class TrapException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public TrapException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries one finding and what caused it. */
  public TrapException(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(List.of(diagnostic), cause);
  }
}
