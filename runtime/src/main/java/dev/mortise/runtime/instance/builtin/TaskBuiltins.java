package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a call keeps and how it returns: {@code context.get}, {@code context.set}, {@code
 * backpressure.inc}, {@code backpressure.dec}, {@code task.return}, {@code task.cancel}.
 */
final class TaskBuiltins {
  private static final int MAX_BACKPRESSURE = 1 << 16;

  private TaskBuiltins() {}

  static HostCoreFunction.Body body(
      Step.BuiltinFunction step, CallingInstance instance, @Nullable CoreMemory memory) {
    int slot = step.slot();
    return switch (step.builtin()) {
      case CONTEXT_GET -> arguments -> Builtins.result(instance.task().context(slot));
      case CONTEXT_SET ->
          arguments -> {
            instance.task().context(slot, arguments[0]);
            return Builtins.NOTHING;
          };
      case BACKPRESSURE_INC -> arguments -> changeBackpressure(instance, 1);
      case BACKPRESSURE_DEC -> arguments -> changeBackpressure(instance, -1);
      case TASK_RETURN -> arguments -> taskReturn(step, instance, memory, arguments);
      case TASK_CANCEL -> arguments -> cancel(instance);
      default -> throw Builtins.other(step);
    };
  }

  private static long[] changeBackpressure(CallingInstance instance, int by) {
    int count = instance.backpressure() + by;
    if (count < 0 || count == MAX_BACKPRESSURE) {
      throw BuiltinTraps.backpressure(count < 0);
    }
    instance.backpressure(count);
    return Builtins.NOTHING;
  }

  private static long[] taskReturn(
      Step.BuiltinFunction step,
      CallingInstance instance,
      @Nullable CoreMemory memory,
      long[] arguments) {
    instance.checkMayLeave();
    AsyncReturn target = instance.task().asyncReturn();
    if (target == null) {
      throw BuiltinTraps.notAsync("task.return");
    }
    target.accept(arguments, step.type(), step.options().shape().encoding(), memory, instance);
    return Builtins.NOTHING;
  }

  /** Nobody can have asked for it: calls of which a caller knows that they go on are to come. */
  private static long[] cancel(CallingInstance instance) {
    instance.checkMayLeave();
    if (instance.task().asyncReturn() == null) {
      throw BuiltinTraps.notAsync("task.cancel");
    }
    throw BuiltinTraps.notCancelled();
  }
}
