package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.instance.builtin.AsyncReturn;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A core function as a component-level one (CanonicalABI.md, "canon lift"). */
final class LiftedFunction implements RuntimeFunction {
  private final FuncAbi abi;
  private final boolean takesHandles;
  private final RuntimeInstance instance;
  private final CoreFunction callee;
  private final @Nullable CoreMemory memory;
  private final @Nullable CoreFunction realloc;
  private final @Nullable CoreFunction postReturn;
  private final @Nullable AsyncLift async;

  /**
   * A lifted function.
   *
   * @param async how it is called when it was lifted with the option {@code async}, else null
   */
  LiftedFunction(
      FuncAbi abi,
      RuntimeInstance instance,
      CoreFunction callee,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc,
      @Nullable CoreFunction postReturn,
      @Nullable AsyncLift async) {
    this.abi = abi;
    takesHandles = HandleArguments.areIn(abi.type());
    this.instance = instance;
    this.callee = callee;
    this.memory = memory;
    this.realloc = realloc;
    this.postReturn = postReturn;
    this.async = async;
  }

  @Override
  public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
    if (caller == null) {
      abi.checkParams(arguments);
      if (takesHandles) {
        HandleArguments.check(arguments, abi.type(), instance);
      }
    } else {
      instance.checkUnrelated(caller.instance());
    }
    EntryPath path = instance.path(caller == null ? null : caller.instance());
    Task task = instance.enter(path);
    try {
      if (abi.type().async()) {
        beginAsync(task, caller);
      }
      return run(arguments, task, caller);
    } catch (RuntimeException | Error e) {
      instance.poison(e);
      throw e;
    } finally {
      instance.exit(task, path);
    }
  }

  @Override
  public StringEncoding encoding() {
    return abi.options().encoding();
  }

  /** An asynchronous function may wait, and waits when the instance wants no more calls. */
  private void beginAsync(Task task, @Nullable RuntimeCaller caller) {
    task.mayWait(caller == null ? null : caller.instance(), caller != null && caller.goesOn());
    if (instance.backpressure() > 0) {
      throw task.blocked("backpressure");
    }
  }

  private ComponentValue run(
      List<ComponentValue> arguments, Task task, @Nullable RuntimeCaller caller) {
    CallContext context =
        new CallContext(
            instance, memory, realloc, caller, caller == null ? null : caller.encoding());
    try {
      long[] coreArguments = abi.lowerParams(arguments, context);
      if (async != null) {
        return async.call(
            callee, coreArguments, task, new AsyncReturn(abi, memory, context, task::checkBorrows));
      }
      long[] results = callee.call(coreArguments);
      ComponentValue result = abi.liftResult(results, context);
      task.checkBorrows();
      CoreFunction after = postReturn;
      if (after != null) {
        long[] unused = instance.withoutLeaving(() -> after.call(results));
      }
      return result;
    } finally {
      context.finish();
    }
  }
}
