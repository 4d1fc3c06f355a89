package dev.mortise.jsbridge.entry;

import dev.mortise.runtime.error.MortiseException;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the glue that the imports of one instance are: they take and give wires, and
 * call the JavaScript that was supplied. They are there once the glue is.
 */
public final class HostCalls {
  private List<Value> functions = List.of();
  private @Nullable Value dispose;

  /** The exception of the error that the last call returned, or null. */
  private @Nullable Throwable raised;

  /** Calls of an instance. */
  HostCalls() {}

  /**
   * Says what the functions are.
   *
   * @param dispose ends the life of a resource
   */
  public void attach(List<Value> functions, Value dispose) {
    this.functions = functions;
    this.dispose = dispose;
  }

  /**
   * Calls a function.
   *
   * @throws Throwable the exception of the function's error, when it has returned one
   */
  public Value call(int function, @Nullable Object... arguments) throws Throwable {
    Value result = execute(functions.get(function), arguments);
    Throwable error = raised;
    if (error != null) {
      raised = null;
      throw error;
    }
    return result;
  }

  /**
   * Calls a function of the glue.
   *
   * @throws MortiseException what our own code has thrown within it, as it was thrown
   */
  public static Value execute(Value function, @Nullable Object... arguments) {
    try {
      return function.execute(arguments);
    } catch (PolyglotException e) {
      throw e.isHostException() && e.asHostException() instanceof MortiseException ours ? ours : e;
    }
  }

  void raise(Throwable error) {
    raised = error;
  }

  void dispose(Value object) {
    if (dispose != null) {
      dispose.executeVoid(object);
    }
  }
}
