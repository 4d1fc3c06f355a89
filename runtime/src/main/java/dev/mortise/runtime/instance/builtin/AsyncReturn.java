package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import org.jspecify.annotations.Nullable;

/**
 * How a call returns that was lifted with the option {@code async}: by {@code task.return}, once,
 * and with the options that it was lifted with.
 */
public final class AsyncReturn {
  private final FuncAbi abi;
  private final @Nullable CoreMemory memory;
  private final AbiContext context;
  private final Runnable checkBorrows;
  private @Nullable ComponentValue result;

  /**
   * A call that has not returned.
   *
   * @param memory the memory that it was lifted with
   * @param checkBorrows traps when the call still holds borrows
   */
  public AsyncReturn(
      FuncAbi abi, @Nullable CoreMemory memory, AbiContext context, Runnable checkBorrows) {
    this.abi = abi;
    this.memory = memory;
    this.context = context;
    this.checkBorrows = checkBorrows;
  }

  /** {@code canon_task_return}, after the checks that need no more than the instance. */
  void accept(
      long[] coreArguments,
      @Nullable ValType type,
      StringEncoding encoding,
      @Nullable CoreMemory memory,
      CallingInstance instance) {
    if (!instance.sameType(type, abi.type().result())
        || encoding != abi.options().encoding()
        || !sameMemory(memory)) {
      throw BuiltinTraps.wrongReturn();
    }
    ComponentValue lifted = abi.liftTaskReturn(coreArguments, context);
    if (result != null) {
      throw BuiltinTraps.returnedTwice();
    }
    checkBorrows.run();
    result = lifted;
  }

  /**
   * Whether {@code task.return} looks into the memory of the lift. What needs none may do without:
   * the specification's tests do so, though its {@code LiftOptions.equal} does not provide for it.
   */
  private boolean sameMemory(@Nullable CoreMemory used) {
    return used == null || (memory != null && memory.isSame(used));
  }

  /** Whether the call has returned, though it may not have ended. */
  public boolean isDone() {
    return result != null;
  }

  /** The result, after the last thread of the call has ended. */
  public ComponentValue result() {
    if (result == null) {
      throw BuiltinTraps.noReturn();
    }
    return result;
  }
}
