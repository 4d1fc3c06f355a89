package dev.mortise.runtime.instance.builtin;

import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.Step;
import org.jspecify.annotations.Nullable;

/** Makes the core functions: the entry of this package. */
public final class Builtins {
  static final long[] NOTHING = {};

  private Builtins() {}

  /**
   * The core function of a step.
   *
   * @param instance the instance that will call it
   * @param memory the memory of the step's options
   * @param realloc the allocator of the step's options
   */
  public static HostCoreFunction make(
      Step.BuiltinFunction step,
      CallingInstance instance,
      @Nullable CoreMemory memory,
      @Nullable CoreFunction realloc) {
    HostCoreFunction.Body body =
        switch (step.builtin()) {
          case CONTEXT_GET,
              CONTEXT_SET,
              BACKPRESSURE_INC,
              BACKPRESSURE_DEC,
              TASK_RETURN,
              TASK_CANCEL ->
              TaskBuiltins.body(step, instance, memory);
          case WAITABLE_SET_NEW,
              WAITABLE_SET_WAIT,
              WAITABLE_SET_POLL,
              WAITABLE_SET_DROP,
              WAITABLE_JOIN,
              SUBTASK_CANCEL,
              SUBTASK_DROP ->
              WaitableBuiltins.body(step, instance, memory);
          case STREAM_NEW,
              STREAM_READ,
              STREAM_WRITE,
              STREAM_CANCEL_READ,
              STREAM_CANCEL_WRITE,
              STREAM_DROP_READABLE,
              STREAM_DROP_WRITABLE,
              FUTURE_NEW,
              FUTURE_READ,
              FUTURE_WRITE,
              FUTURE_CANCEL_READ,
              FUTURE_CANCEL_WRITE,
              FUTURE_DROP_READABLE,
              FUTURE_DROP_WRITABLE ->
              CopyBuiltins.body(step, instance, memory);
          case ERROR_CONTEXT_NEW, ERROR_CONTEXT_DEBUG_MESSAGE, ERROR_CONTEXT_DROP ->
              ErrorContextBuiltins.body(step, instance, memory, realloc);
          case THREAD_INDEX,
              THREAD_YIELD,
              THREAD_SUSPEND,
              THREAD_RESUME_LATER,
              THREAD_SUSPEND_THEN_RESUME,
              THREAD_YIELD_THEN_RESUME,
              THREAD_SUSPEND_THEN_PROMOTE,
              THREAD_YIELD_THEN_PROMOTE,
              THREAD_NEW_INDIRECT,
              THREAD_SPAWN_REF,
              THREAD_SPAWN_INDIRECT,
              THREAD_AVAILABLE_PARALLELISM ->
              ThreadBuiltins.body(step.builtin(), instance);
          case RESOURCE_NEW, RESOURCE_DROP, RESOURCE_REP -> throw other(step);
        };
    return new HostCoreFunction("canon " + step.builtin(), step.core(), body);
  }

  /** A built-in that is not of the group it was sent to. */
  static AssertionError other(Step.BuiltinFunction step) {
    return new AssertionError(step.builtin());
  }

  static long[] result(long word) {
    return new long[] {word};
  }
}
