package dev.mortise.loader.run;

import static dev.mortise.loader.run.Outcomes.assertTrap;
import static dev.mortise.loader.run.Outcomes.assertUnsupported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built-ins do in calls that never wait, as CanonicalABI.md says under their names. */
class BuiltinsTest {
  private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withFeatures(Features.all());

  private static final LinkedComponent LINKED =
      Component.load(Fixtures.bytes("builtins"), OPTIONS).link(Imports.NONE);

  private final Instance instance = LINKED.instantiate();

  private long u32(String function, Object... arguments) {
    return Fixtures.u32(instance.call(function, arguments));
  }

  // Tasks

  @Test
  void contextGet_inAFreshCall_isZeroInBothSlots() {
    for (int i = 0; i < 2; i++) {
      ComponentValue.U64Value slots = (ComponentValue.U64Value) instance.call("context");
      assertThat(slots.bits()).isZero();
    }
  }

  @Test
  void backpressure_incAndDec_countUpTo65535() {
    instance.call("backpressure", 0xffff, 0xffff);
    instance.call("backpressure", 0xffff, 0);
    assertTrap(
        instance,
        "backpressure-out-of-range",
        "canon backpressure.inc: backpressure counter overflow",
        "backpressure",
        1,
        0);
  }

  @Test
  void backpressureDec_atZero_traps() {
    assertTrap(
        instance,
        "backpressure-out-of-range",
        "canon backpressure.dec: backpressure counter underflow",
        "backpressure",
        3,
        4);
  }

  @Test
  void backpressure_holdsBackWhatMayWait_andNothingElse() {
    assertThat(u32("wait-for-nothing")).isEqualTo(1);
    instance.call("backpressure", 1, 0);
    assertThat(u32("thread-index")).isEqualTo(1);
    assertTrap(instance, "deadlock", "backpressure: deadlock detected", "wait-for-nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task-return", "task-cancel"})
  void taskReturnAndCancel_inACallThatReturnsByItself_trap(String function) {
    assertTrap(instance, "task-not-async", "lifted without the option async", function);
  }

  // Waitable sets

  @Test
  void waitableSetPoll_ofAnEmptySet_storesNoEvent() {
    assertThat(u32("set-poll", 64)).isZero();
    assertThat(u32("set-poll", 65_528)).isEqualTo(0xffff_ffffL);
  }

  @Test
  void waitableSetPoll_intoWhatIsNoMemory_traps() {
    assertTrap(instance, "pointer-out-of-bounds", "8 bytes at 0xfffc", "set-poll", 65_532);
    assertTrap(
        LINKED.instantiate(), "pointer-not-aligned", "expected a multiple of 4", "set-poll", 66);
  }

  @Test
  void waitableSetWait_inACallThatMayNotWait_traps() {
    assertTrap(
        instance,
        "cannot-block",
        "canon waitable-set.wait: cannot block a synchronous task before returning",
        "set-wait");
  }

  @Test
  void waitableSetWait_inACallOfTheHostThatMayWait_isADeadlock() {
    assertTrap(instance, "deadlock", "canon waitable-set.wait", "wait-set-wait");
  }

  @Test
  void waitableSetWait_onSomethingElse_traps() {
    assertTrap(
        instance,
        "wrong-handle-type",
        "expected a waitable set but found a readable stream end",
        "set-wait-on-a-stream");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void waitableSetDrop_whenItsWaitableHasLeftOrGone_freesItsIndex(int how) {
    assertThat(u32("set-drop", how)).isEqualTo(1);
  }

  @Test
  void waitableSetDrop_withAWaitableInIt_traps() {
    assertTrap(
        instance, "waitable-set-not-empty", "cannot drop waitable set with 1", "set-drop", 3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, ''",
    "2, 3, ''",
    "1, 0, ''",
    "3, 3, expected a waitable but found a waitable set",
    "1, 2, expected a waitable set but found a writable stream end",
    "9, 3, unknown handle index 9"
  })
  void waitableJoin_takesAWaitableAndASet(int waitable, int set, String trap) {
    if (trap.isEmpty()) {
      instance.call("join", waitable, set);
    } else {
      String code = trap.startsWith("unknown") ? "unknown-handle" : "wrong-handle-type";
      assertTrap(instance, code, trap, "join", waitable, set);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"subtask-cancel", "subtask-drop"})
  void subtaskCancelAndDrop_ofWhatIsNoSubtask_trap(String function) {
    assertTrap(
        instance, "wrong-handle-type", "expected a subtask, found a waitable set", function, 1);
    assertTrap(LINKED.instantiate(), "unknown-handle", "index 7", function, 7);
  }

  // Streams and futures

  @Test
  void streamRead_afterTheWriterIsGone_saysSoOnce() {
    assertThat(u32("stream-read-dropped", false)).isEqualTo(1);
    assertTrap(
        instance,
        "copy-end-done",
        "cannot read from stream after being notified that the writable end dropped",
        "stream-read-dropped",
        true);
  }

  @Test
  void streamWrite_afterTheReaderIsGone_saysSoOnce() {
    assertThat(u32("stream-write-dropped", false)).isEqualTo(1);
    assertTrap(
        instance,
        "copy-end-done",
        "cannot write to stream after being notified that the readable end dropped",
        "stream-write-dropped",
        true);
  }

  @Test
  void streamWrite_whenNobodyReads_blocks() {
    assertTrap(instance, "cannot-block", "canon stream.write", "stream-write", 0, 1);
    assertUnsupported(
        LINKED.instantiate(), "copying from one end to the other", "stream-write-async");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x10000000, buffer-too-long",
    "2, 1, pointer-not-aligned",
    "65532, 2, pointer-out-of-bounds",
    "0, 0x0fffffff, pointer-out-of-bounds",
    "3, 0, cannot-block"
  })
  void streamWrite_checksItsBuffer(long address, String length, String code) {
    assertTrap(instance, code, "canon stream.write", "stream-write", address, Long.decode(length));
  }

  @Test
  void streamWrite_toTheReadableEnd_traps() {
    assertTrap(
        instance,
        "wrong-handle-type",
        "expected a writable stream end, found a readable stream end",
        "stream-write-to-the-reader");
  }

  @Test
  void streamRead_synchronousWhileInASet_traps() {
    assertTrap(
        instance,
        "waitable-in-set",
        "waitable cannot be used synchronously while added to a waitable set",
        "stream-read-in-set");
  }

  @Test
  void streamCancelRead_whenNothingIsRead_traps() {
    assertTrap(instance, "no-copy", "no read or write is under way", "stream-cancel");
  }

  @Test
  void streamEnd_usedAsOneOfAnotherType_traps() {
    assertTrap(
        instance,
        "wrong-handle-type",
        "expected payload u8, found payload u32",
        "stream-drop-as-another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "future"})
  void liftStreamAndFuture_checkTheEnd(String what) {
    assertTrap(
        instance,
        "waitable-in-set",
        "cannot lift " + what + " while it's in a waitable set",
        what + "-lift",
        true);
    assertTrap(
        LINKED.instantiate(), "wrong-handle-type", "found", what + "-lift-as-another", false);
    assertUnsupported(LINKED.instantiate(), "streams and futures as values", what + "-lift", false);
  }

  @Test
  void futureDropWritable_beforeAValueWasWritten_traps() {
    assertTrap(
        instance,
        "future-not-written",
        "cannot drop future write end without first writing a value",
        "future-drop",
        false);
  }

  @Test
  void futureDropWritable_afterNoticingThatTheReaderIsGone_isAllowed() {
    assertThat(((ComponentValue.S32Value) instance.call("future-drop", true)).value()).isEqualTo(1);
  }

  // Error contexts

  @ParameterizedTest
  @ValueSource(strings = {"", "what went wrong", "Grüße, 世界 🎈"})
  void errorContextDebugMessage_isWhatTheContextWasMadeWith(String message) {
    for (int i = 0; i < 2; i++) {
      assertThat(((ComponentValue.StringValue) instance.call("error-message", message)).value())
          .isEqualTo(message);
    }
  }

  @Test
  void errorContextDebugMessage_ofALongMessage_isItsBeginning() {
    ComponentValue kept = instance.call("error-message", "x" + "🎈".repeat(3000));
    assertThat(((ComponentValue.StringValue) kept).value().equals("x" + "🎈".repeat(2047)))
        .isTrue();
  }

  @Test
  void errorContext_thatIsNone_traps() {
    assertTrap(
        instance,
        "wrong-handle-type",
        "expected an error context but found a waitable set",
        "error-message-of",
        1);
    assertTrap(LINKED.instantiate(), "unknown-handle", "index 1", "error-drop-twice");
    assertTrap(
        LINKED.instantiate(), "pointer-out-of-bounds", "8 bytes", "error-message-at", 65_532);
  }

  // Threads

  @Test
  void threadIndex_ofACall_isOne() {
    assertThat(u32("thread-index")).isEqualTo(1);
    assertThat(u32("thread-index")).isEqualTo(1);
  }

  @Test
  void threadYield_whenNothingElseCouldRun_returnsAtOnce() {
    assertThat(u32("thread-yield")).isZero();
    assertThat(u32("thread-yield-then-promote", 1)).isZero();
  }

  @Test
  void threadSuspend_whenNothingElseCouldRun_traps() {
    assertTrap(instance, "cannot-block", "canon thread.suspend", "thread-suspend");
    assertTrap(
        LINKED.instantiate(),
        "cannot-block",
        "canon thread.suspend-then-promote",
        "thread-suspend-then-promote",
        1);
    assertTrap(LINKED.instantiate(), "deadlock", "canon thread.suspend", "wait-thread-suspend");
  }

  @ParameterizedTest
  @CsvSource({
    "1, thread-not-suspended, cannot resume thread which is not suspended",
    "0, unknown-thread, unknown thread index 0",
    "2, unknown-thread, unknown thread index 2",
    "4294967295, unknown-thread, unknown thread index 4294967295"
  })
  void threadResumeLater_ofWhatIsNotSuspended_traps(long index, String code, String text) {
    assertTrap(instance, code, text, "thread-resume-later", index);
  }

  @Test
  void threadNewIndirect_isRefusedWhenItIsCalled() {
    assertUnsupported(instance, "canon thread.new-indirect: not supported yet", "thread-new");
  }

  // Plans

  @Test
  void plan_namesEachBuiltInWithItsTypeAndOptions() {
    assertThat(LINKED.plan().toString())
        .contains("= context.get 1 (utf8) in instance 0")
        .contains("= task.return u32 (utf8) in instance 0")
        .contains("= stream.write stream<u32> (utf8, async, memory core instance 0 \"memory\")")
        .contains(
            "= error-context.debug-message (utf8, memory core instance 0 \"memory\", realloc core"
                + " instance 0 \"realloc\")");
  }
}
