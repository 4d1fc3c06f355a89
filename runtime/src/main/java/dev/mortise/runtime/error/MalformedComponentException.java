package dev.mortise.runtime.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes are not a component: decoding stopped at an offset. */
public final class MalformedComponentException extends MortiseException {
  private static final long serialVersionUID = 1L;

  /** An exception that carries one finding. */
  public MalformedComponentException(Diagnostic diagnostic) {
    super(List.of(diagnostic), null);
  }

  /** An exception that carries one finding and what caused it. */
  public MalformedComponentException(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(List.of(diagnostic), cause);
  }
}
