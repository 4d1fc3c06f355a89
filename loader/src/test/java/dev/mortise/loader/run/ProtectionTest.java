package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.TrapException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault stays where it happened, and what the specification forbids does not happen. */
class ProtectionTest {
  private Callable<Object> host = () -> null;
  private String taken = "abc";

  private final Imports imports =
      Imports.builder().func("host", args -> host.call()).func("take", args -> taken).build();

  private final LinkedComponent protect = Fixtures.load("protect").link(imports);

  private static void assertTrap(String code, Instance instance, String function, Object... args) {
    TrapException trap =
        catchThrowableOfType(TrapException.class, () -> instance.call(function, args));
    assertThat(trap).as(function).isNotNull();
    assertThat(trap.code()).as(trap.getMessage()).isEqualTo(code);
  }

  @Test
  void trap_inOneInstance_leavesItsSiblingsAndTheHost() {
    Instance broken = protect.instantiate();
    Instance sibling = protect.instantiate();
    assertTrap("unreachable", broken, "fail");
    assertThat(Fixtures.u32(sibling.call("ok"))).isEqualTo(42);
    assertThat(Fixtures.u32(protect.instantiate().call("ok"))).isEqualTo(42);
  }

  @Test
  void call_afterATrap_saysWhichOneAndWhen() {
    Instance instance = protect.instantiate();
    instance.call("ok");
    TrapException first = catchThrowableOfType(TrapException.class, () -> instance.call("fail"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> instance.call("ok"))
          .isInstanceOf(TrapException.class)
          .hasMessageContaining("[instance-poisoned] component instance")
          .hasMessageContaining("call 2 into it did not return, at 20")
          .hasMessageContaining("wasm `unreachable` instruction executed")
          .hasMessageContaining("Make a new instance of the component")
          .hasCause(first);
    }
  }

  @Test
  void call_backIntoTheInstanceThatCalls_traps() {
    Instance instance = protect.instantiate();
    host = () -> instance.call("ok");
    assertTrap("cannot-enter", instance, "call-host");
  }

  @Test
  void call_backThatTheHostCatches_harmsNobody() {
    Instance instance = protect.instantiate();
    host =
        () -> {
          assertTrap("cannot-enter", instance, "ok");
          return null;
        };
    instance.call("call-host");
    assertThat(Fixtures.u32(instance.call("ok"))).isEqualTo(42);
  }

  @Test
  void call_intoAnotherInstanceMeanwhile_isAllowed() {
    Instance other = protect.instantiate();
    host =
        () -> {
          assertThat(Fixtures.u32(other.call("ok"))).isEqualTo(42);
          return null;
        };
    protect.instantiate().call("call-host");
  }

  @Test
  void realloc_thatCallsOut_traps() {
    assertTrap("cannot-leave", protect.instantiate(), "leave-in-realloc", "abc");
  }

  @Test
  void postReturn_thatCallsOut_traps() {
    assertTrap("cannot-leave", protect.instantiate(), "leave-in-post-return");
  }

  @Test
  void realloc_thatAnswersOutOfBounds_trapsOnTheWayInAndOut() {
    Instance instance = protect.instantiate();
    assertThat(Fixtures.u32(instance.call("len", "abc"))).isEqualTo(3);
    instance.call("take");
    instance.call("set-answer", 65_534);
    assertTrap("realloc-out-of-bounds", instance, "len", "abc");
    Instance out = protect.instantiate();
    out.call("set-answer", 0xffff_fff0L);
    assertTrap("realloc-out-of-bounds", out, "take");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void recursion_withoutEnd_traps(Execution execution) {
    Instance instance = Fixtures.load("protect", execution).instantiate(imports);
    assertTrap("stack-exhausted", instance, "recurse", 0);
    assertTrap("instance-poisoned", instance, "ok");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void recursion_throughTheHost_traps(Execution execution) {
    Component component = Fixtures.load("protect", execution);
    LinkedComponent linked = component.link(imports);
    host = () -> linked.instantiate().call("call-host");
    Instance outermost = linked.instantiate();
    assertTrap("stack-exhausted", outermost, "call-host");
    assertTrap("instance-poisoned", outermost, "ok");
    host = () -> null;
    linked.instantiate().call("call-host");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void interrupt_ofALoop_traps(Execution execution) throws Exception {
    Instance instance = Fixtures.load("protect", execution).instantiate(imports);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                instance.call("spin");
              } catch (TrapException e) {
                ended.complete(e);
              }
            });
    thread.start();
    Thread.sleep(100);
    thread.interrupt();
    Throwable trap = ended.get(20, TimeUnit.SECONDS);
    assertThat(trap).hasMessageContaining("[interrupted]");
    thread.join();
  }

  @Test
  void hostFunction_thatThrows_endsTheCallWithThatCause() {
    Instance instance = protect.instantiate();
    IllegalStateException cause = new IllegalStateException("no");
    host =
        () -> {
          throw cause;
        };
    assertThatThrownBy(() -> instance.call("call-host"))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("host function host")
        .hasCause(cause);
    assertTrap("instance-poisoned", instance, "ok");
  }
}
