package dev.mortise.runtime.engine.chicory.stub;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import dev.mortise.runtime.engine.HostCoreFunction;

/**
 * A function that compiled code can import without boxing: its subclass for a signature, which is
 * generated, has an abstract method {@code call} of the core types, and implements the one that
 * takes words by it.
 */
public abstract class TypedFunction implements WasmFunctionHandle, HostCoreFunction.Body {

  /** For the subclass of a signature. */
  protected TypedFunction() {}

  @Override
  public final long[] apply(Instance instance, long... arguments) {
    return call(arguments);
  }

  /** Calls the function; words as in {@link dev.mortise.runtime.engine.CoreFunction#call}. */
  @Override
  public abstract long[] call(long[] arguments);
}
