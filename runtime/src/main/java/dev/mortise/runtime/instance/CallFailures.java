package dev.mortise.runtime.instance;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import org.jspecify.annotations.Nullable;

/** What ended a call of generated code, as an exception of ours. */
final class CallFailures {
  private CallFailures() {}

  /** The exception to throw for whatever came out of a call. */
  static RuntimeException translate(CoreFunction callee, Throwable e) {
    return callee.leaving(e);
  }

  /** The exception for a value that does not fit, or null when it is something else. */
  static @Nullable RuntimeException refusal(Throwable e) {
    return switch (e) {
      case ValueException value -> value;
      case CallException call -> call;
      case NullPointerException missing ->
          new ValueException(
              Diagnostic.of("value-null", "argument")
                  .expecting("a value", "null in it")
                  .because(String.valueOf(missing.getMessage())));
      case ClassCastException other ->
          new ValueException(
              Diagnostic.of("value-type", "argument").because(String.valueOf(other.getMessage())));
      default -> null;
    };
  }
}
