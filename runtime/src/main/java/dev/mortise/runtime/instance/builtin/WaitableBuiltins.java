package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.Step;
import org.jspecify.annotations.Nullable;

/**
 * {@code waitable-set.new}, {@code .wait}, {@code .poll} and {@code .drop}, {@code waitable.join},
 * {@code subtask.cancel} and {@code .drop}. No event comes and there is no subtask: each call of
 * another function has returned when its caller goes on.
 */
final class WaitableBuiltins {
  /** {@code EventCode.NONE}, and its two payloads. */
  private static final int NONE = 0;

  private static final int PAYLOAD_BYTES = 8;

  private WaitableBuiltins() {}

  static HostCoreFunction.Body body(
      Step.BuiltinFunction step, CallingInstance instance, @Nullable CoreMemory memory) {
    String where = "canon " + step.builtin();
    return switch (step.builtin()) {
      case WAITABLE_SET_NEW ->
          arguments -> {
            instance.checkMayLeave();
            return Builtins.result(instance.add(new WaitableSet()));
          };
      case WAITABLE_SET_WAIT ->
          arguments -> {
            WaitableSet unused = set(instance, arguments);
            throw instance.task().blocked(where);
          };
      case WAITABLE_SET_POLL ->
          arguments -> {
            WaitableSet unused = set(instance, arguments);
            return poll(where, memory, arguments[1]);
          };
      case WAITABLE_SET_DROP -> arguments -> drop(instance, (int) arguments[0]);
      case WAITABLE_JOIN -> arguments -> join(instance, (int) arguments[0], (int) arguments[1]);
      case SUBTASK_CANCEL, SUBTASK_DROP ->
          arguments -> {
            instance.checkMayLeave();
            TableElement found = instance.get((int) arguments[0], TableElement.class, "a subtask");
            throw BuiltinTraps.wrongKind("a subtask", found.describe());
          };
      default -> throw Builtins.other(step);
    };
  }

  private static WaitableSet set(CallingInstance instance, long[] arguments) {
    instance.checkMayLeave();
    return instance.get((int) arguments[0], WaitableSet.class, WaitableSet.KIND);
  }

  private static long[] poll(String where, @Nullable CoreMemory memory, long pointer) {
    if (memory == null) {
      throw new AssertionError("validated before: no memory");
    }
    long address = pointer & 0xffff_ffffL;
    BuiltinTraps.checkRange(where, address, Integer.BYTES, PAYLOAD_BYTES, memory.byteLength());
    memory.storeInt(address, 0);
    memory.storeInt(address + Integer.BYTES, 0);
    return Builtins.result(NONE);
  }

  private static long[] drop(CallingInstance instance, int index) {
    instance.checkMayLeave();
    WaitableSet set = instance.remove(index, WaitableSet.class, WaitableSet.KIND);
    if (set.size > 0) {
      throw BuiltinTraps.setNotEmpty(set.size);
    }
    return Builtins.NOTHING;
  }

  private static long[] join(CallingInstance instance, int waitable, int set) {
    instance.checkMayLeave();
    Waitable found = instance.get(waitable, Waitable.class, Waitable.KIND);
    found.join(set == 0 ? null : instance.get(set, WaitableSet.class, WaitableSet.KIND));
    return Builtins.NOTHING;
  }
}
