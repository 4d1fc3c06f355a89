package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.TrapException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trap says by which functions of which components it was reached. */
class TracesTest {
  private static final String[] WITHIN = {"fall", "fall", "fall", "land", "step-off", "run"};

  private final AtomicReference<Instance> next = new AtomicReference<>();

  private Component traces(Execution execution) {
    return Fixtures.load("traces", execution);
  }

  private Imports imports() {
    return Imports.builder().func("between", args -> next.get().call("run")).build();
  }

  private static TrapException trap(Instance instance, String function) {
    TrapException trap = catchThrowableOfType(TrapException.class, () -> instance.call(function));
    assertThat(trap.code()).isEqualTo("unreachable");
    return trap;
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void guestStack_throughTwoComponents_namesFunctionsModulesAndInstances(Execution execution) {
    TrapException trap = trap(traces(execution).instantiate(imports()), "run");
    assertThat(trap.guestStack()).extracting(GuestFrame::function).containsExactly(WITHIN);
    assertThat(trap.guestStack())
        .extracting(GuestFrame::instance)
        .startsWith("component instance instance 0")
        .endsWith("component instance instance 1");
    assertThat(trap.guestStack().get(0).module()).startsWith("deep at 0x");
    assertThat(trap.guestStack().get(5).module()).startsWith("shallow at 0x");
    assertThat(trap.guestStack()).extracting(GuestFrame::offset).allMatch(o -> o > 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void guestStack_throughTheHost_hasItsFrameInBetween(Execution execution) {
    Component component = traces(execution);
    next.set(component.instantiate(imports()));
    TrapException trap = trap(component.instantiate(imports()), "host");
    assertThat(trap.guestStack())
        .extracting(GuestFrame::function)
        .containsExactly("fall", "fall", "fall", "land", "step-off", "run", "between", "knock");
    assertThat(trap.guestStack().get(6).isHost()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void stackTrace_ofATrap_isTheGuestsAndThenTheCallers(Execution execution) {
    TrapException trap = trap(traces(execution).instantiate(imports()), "run");
    StackTraceElement[] trace = trap.getStackTrace();
    for (int i = 0; i < WITHIN.length; i++) {
      assertThat(trace[i].getMethodName()).isEqualTo(WITHIN[i]);
    }
    assertThat(trace[WITHIN.length].getClassName()).startsWith("dev.mortise.loader.");
    assertThat(trace[0].toString()).contains("deep at 0x").contains("func 0 at 0x");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void guestStack_ofRust_hasItsPaths(Execution execution) {
    TrapException trap = trap(Fixtures.load("rust-names", execution).instantiate(), "run");
    assertThat(trap.guestStack())
        .extracting(GuestFrame::function)
        .containsExactly("core::panicking::panic", "_ZN4$LT$T$GT$5", "run");
  }
}
