package dev.mortise.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value does not fit its WIT type, or a text is not a value. */
public final class ValueException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public ValueException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries one finding and what caused it. */
  public ValueException(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(List.of(diagnostic), cause);
  }
}
