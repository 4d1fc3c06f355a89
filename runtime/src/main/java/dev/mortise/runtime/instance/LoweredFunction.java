package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component-level function as a core one (CanonicalABI.md, "canon lower"). With the option {@code
 * async} the caller learns besides whether the call has returned, and so far it always has.
 */
final class LoweredFunction implements HostCoreFunction.Body {
  /** {@code Subtask.State.RETURNED}. */
  private static final long RETURNED = 2;

  private final FuncAbi abi;
  private final RuntimeInstance instance;
  private final RuntimeFunction callee;
  private final @Nullable CoreMemory memory;
  private final @Nullable CoreFunction realloc;

  LoweredFunction(
      FuncAbi abi,
      RuntimeInstance instance,
      RuntimeFunction callee,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc) {
    this.abi = abi;
    this.instance = instance;
    this.callee = callee;
    this.memory = memory;
    this.realloc = realloc;
  }

  @Override
  public long[] call(long[] coreArguments) {
    instance.checkMayLeave();
    RuntimeCaller caller =
        new RuntimeCaller(instance, abi.options().encoding(), abi.options().async());
    CallContext context = new CallContext(instance, memory, realloc, caller, callee.encoding());
    try {
      List<ComponentValue> arguments = abi.liftParams(coreArguments, context);
      ComponentValue result = callee.call(arguments, caller);
      long[] coreResults = abi.lowerResult(result, coreArguments, context);
      return abi.options().async() ? new long[] {RETURNED} : coreResults;
    } finally {
      context.finish();
    }
  }
}
