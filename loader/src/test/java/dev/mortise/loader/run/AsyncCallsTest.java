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
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.value.ComponentValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asynchronous functions: those that never wait are called, of the others it is said what is so.
 */
class AsyncCallsTest {
  private static final LinkedComponent LINKED =
      Component.load(Fixtures.bytes("async"), LoadOptions.DEFAULT.withFeatures(Features.all()))
          .link(Imports.builder().func("host", args -> args.get(0).asLong() * 2).build());

  private final Instance root = LINKED.instantiate();
  private final Instance callee = root.instance("callee");
  private final Instance caller = root.instance("caller");

  // Lifts with the option async

  @ParameterizedTest
  @ValueSource(strings = {"add", "add-with-memory", "add-stackful"})
  void lift_thatReturnsByTaskReturn_givesThatResult(String function) {
    assertThat(Fixtures.u32(callee.call(function, 40, 2))).isEqualTo(42);
    assertThat(Fixtures.u32(callee.call(function, 1, 2))).isEqualTo(3);
  }

  @Test
  void lift_ofAString_readsItWhenItIsReturned() {
    assertThat(((ComponentValue.StringValue) callee.call("echo", "Grüße")).value())
        .isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void callback_isCalledUntilItSaysExit_inOneThread(int times) {
    assertThat(Fixtures.u32(callee.call("count", times))).isEqualTo(42);
    assertThat(Fixtures.u32(callee.call("count", times))).isEqualTo(42);
  }

  @Test
  void callback_thatYieldsForEver_canBeInterrupted() throws Exception {
    CompletableFuture<TrapException> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                callee.call("yield-for-ever");
              } catch (TrapException e) {
                ended.complete(e);
              }
            });
    thread.start();
    Thread.sleep(50);
    thread.interrupt();
    assertThat(ended.get(20, TimeUnit.SECONDS)).hasMessageContaining("[interrupted]");
    thread.join();
  }

  @ParameterizedTest
  @CsvSource({"3", "4", "15", "0xff3"})
  void callbackCode_unknown_traps(String code) {
    assertTrap(
        callee,
        "unknown-callback-code",
        "unsupported callback code " + (Long.decode(code) & 0xf),
        "code",
        Long.decode(code));
  }

  @Test
  void callbackCodeWait_onWhatIsNoSet_traps() {
    assertTrap(callee, "unknown-handle", "unknown handle index 9", "code", 0x92);
  }

  @Test
  void callbackCodeWait_calledByTheHost_isADeadlock() {
    assertTrap(
        callee,
        "deadlock",
        "the callback code WAIT: deadlock detected: event loop cannot make further progress",
        "wait");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait-after-return", "yield-after-return"})
  void lift_thatGoesOnAfterItsReturn_isNotSupported(String function) {
    assertUnsupported(callee, "a call that waits while its caller goes on", function);
  }

  // task.return

  @ParameterizedTest
  @ValueSource(strings = {"no-return", "no-return-stackful"})
  void taskReturn_notCalled_traps(String function) {
    assertTrap(
        callee, "task-not-returned", "async-lifted export failed to produce a result", function);
  }

  @Test
  void taskReturn_calledTwice_traps() {
    assertTrap(callee, "task-returned-twice", "more than once", "return-twice");
  }

  @ParameterizedTest
  @CsvSource({"return-u64,", "return-utf16,", "echo-from-other, x"})
  void taskReturn_ofAnotherTypeEncodingOrMemory_traps(String function, String argument) {
    Object[] arguments = argument == null ? new Object[0] : new Object[] {argument};
    assertTrap(
        callee,
        "task-return-mismatch",
        "invalid `task.return` signature and/or options for current task",
        function,
        arguments);
  }

  @Test
  void taskCancel_ofACallThatNobodyCancelled_traps() {
    assertTrap(callee, "task-not-cancelled", "has not been cancelled", "cancel");
  }

  // Calls between components

  @ParameterizedTest
  @ValueSource(strings = {"add-sync", "add-async", "yield-sync"})
  void lower_ofACallThatReturns_givesItsResult(String function) {
    assertThat(Fixtures.u32(caller.call(function, 40, 2))).isEqualTo(42);
  }

  @Test
  void lower_withTheOptionAsync_storesAResultOfMemory() {
    assertThat(((ComponentValue.StringValue) caller.call("echo-async", "Grüße")).value())
        .isEqualTo("Grüße");
  }

  @Test
  void lower_withTheOptionAsync_ofAHostFunction_hasReturned() {
    assertThat(Fixtures.u32(caller.call("host-async", 21))).isEqualTo(42);
  }

  @Test
  void wait_belowACallThatMayNotWait_traps() {
    assertTrap(
        caller,
        "cannot-block",
        "the callback code WAIT: cannot block a synchronous task before returning",
        "wait-sync");
  }

  @Test
  void wait_belowCallsThatMayAllWait_isADeadlock() {
    assertTrap(caller, "deadlock", "deadlock detected", "may-wait-sync");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait-async", "yield-async"})
  void wait_whileTheCallerCouldGoOn_isNotSupported(String function) {
    assertUnsupported(caller, "a call that waits while its caller goes on", function);
  }

  @Test
  void backpressure_holdsBackAsynchronousFunctionsOnly() {
    assertThat(Fixtures.u32(caller.call("answer-sync"))).isEqualTo(42);
    callee.call("close");
    assertThat(Fixtures.u32(callee.call("answer"))).isEqualTo(42);
    callee.call("open");
    assertThat(Fixtures.u32(callee.call("answer-async"))).isEqualTo(42);
    callee.call("close");
    assertTrap(
        caller, "cannot-block", "backpressure: cannot block a synchronous task", "answer-sync");
  }
}
