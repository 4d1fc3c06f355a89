package dev.mortise.loader.instance;

import dev.mortise.loader.abi.FuncAbi;
import dev.mortise.loader.engine.CoreFunction;
import dev.mortise.loader.engine.CoreMemory;
import dev.mortise.loader.engine.HostCoreFunction;
import dev.mortise.loader.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component-level function as a core one (CanonicalABI.md, "canon lower"), synchronous. */
final class LoweredFunction implements HostCoreFunction.Body {
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
    RuntimeCaller caller = new RuntimeCaller(instance, abi.options().encoding());
    CallContext context = new CallContext(instance, memory, realloc, caller, callee.encoding());
    try {
      List<ComponentValue> arguments = abi.liftParams(coreArguments, context);
      ComponentValue result = callee.call(arguments, caller);
      return abi.lowerResult(result, coreArguments, context);
    } finally {
      context.finish();
    }
  }
}
