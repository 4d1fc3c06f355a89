package dev.mortise.runtime.instance;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.instance.builtin.AsyncReturn;
import dev.mortise.runtime.instance.builtin.WaitableSet;
import dev.mortise.runtime.value.ComponentValue;
import org.jspecify.annotations.Nullable;

/**
 * How a core function is called that was lifted with the option {@code async} (CanonicalABI.md,
 * "canon lift"), as long as it never has to wait: it returns by {@code task.return}, and with a
 * callback it goes on as often as it says that it has more to do.
 *
 * @param callback what is called back, or null when the function runs on a stack of its own
 */
record AsyncLift(RuntimeInstance instance, @Nullable CoreFunction callback) {
  private static final int EXIT = 0;
  private static final int YIELD = 1;
  private static final int WAIT = 2;

  /** Calls the function with lowered arguments; gives what it has returned. */
  ComponentValue call(
      CoreFunction callee, long[] coreArguments, Task task, AsyncReturn asyncReturn) {
    task.returnsBy(asyncReturn);
    long[] results = callee.call(coreArguments);
    CoreFunction back = callback;
    if (back != null) {
      for (int packed = (int) results[0]; goesOn(packed, task); ) {
        // The event is EventCode.NONE.
        packed = (int) back.call(0, 0, 0)[0];
      }
    }
    return asyncReturn.result();
  }

  private boolean goesOn(int packed, Task task) {
    int code = packed & 0xf;
    return switch (code) {
      case EXIT -> false;
      case YIELD -> {
        task.letOthersRun("the callback code YIELD");
        yield true;
      }
      case WAIT -> {
        WaitableSet unused =
            instance.handles().get(packed >>> 4, WaitableSet.class, WaitableSet.KIND);
        throw task.blocked("the callback code WAIT");
      }
      default -> throw Traps.unknownCallbackCode(code);
    };
  }
}
