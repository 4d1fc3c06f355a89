package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.CanonBuiltin;

/**
 * {@code thread.*}. The threads of an instance are those of its running calls, each inside the one
 * before: none is ever suspended, or ready while another runs.
 */
final class ThreadBuiltins {
  private static final long NOT_CANCELLED = 0;

  private ThreadBuiltins() {}

  static HostCoreFunction.Body body(CanonBuiltin builtin, CallingInstance instance) {
    String where = "canon " + builtin;
    return switch (builtin) {
      case THREAD_INDEX ->
          arguments -> {
            instance.checkMayLeave();
            return Builtins.result(instance.task().threadIndex());
          };
      case THREAD_YIELD ->
          arguments -> {
            instance.checkMayLeave();
            instance.task().letOthersRun(where);
            return Builtins.result(NOT_CANCELLED);
          };
      case THREAD_SUSPEND ->
          arguments -> {
            instance.checkMayLeave();
            throw instance.task().blocked(where);
          };
      case THREAD_RESUME_LATER, THREAD_SUSPEND_THEN_RESUME, THREAD_YIELD_THEN_RESUME ->
          arguments -> {
            instance.checkMayLeave();
            checkThread(instance, where, (int) arguments[0]);
            throw BuiltinTraps.threadNotSuspended(where, (int) arguments[0]);
          };
      case THREAD_SUSPEND_THEN_PROMOTE ->
          arguments -> {
            instance.checkMayLeave();
            checkThread(instance, where, (int) arguments[0]);
            throw instance.task().blocked(where);
          };
      case THREAD_YIELD_THEN_PROMOTE ->
          arguments -> {
            instance.checkMayLeave();
            checkThread(instance, where, (int) arguments[0]);
            instance.task().letOthersRun(where);
            return Builtins.result(NOT_CANCELLED);
          };
      case THREAD_NEW_INDIRECT, THREAD_SPAWN_REF, THREAD_SPAWN_INDIRECT ->
          arguments -> {
            instance.checkMayLeave();
            throw BuiltinTraps.unsupported(where, "threads beside that of the call");
          };
      case THREAD_AVAILABLE_PARALLELISM -> arguments -> Builtins.result(1);
      default -> throw new AssertionError(builtin);
    };
  }

  private static void checkThread(CallingInstance instance, String where, int index) {
    if (index <= 0 || index > instance.task().threadIndex()) {
      throw BuiltinTraps.unknownThread(where, Integer.toUnsignedLong(index));
    }
  }
}
