package dev.mortise.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call itself is wrong: no such export, not a function, or the instance cannot be entered. */
public final class CallException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public CallException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries one finding and what caused it. */
  public CallException(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(List.of(diagnostic), cause);
  }
}
