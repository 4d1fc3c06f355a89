package dev.mortise.classgen.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls by name of components as classes: they run generated code, and end as interpreted ones. */
class BridgeTest {
  private static final Imports CALLS =
      Imports.builder()
          .instance("host", host -> host.func("next", args -> args.get(0).asLong() + 1))
          .build();

  private static Component component(String name) {
    try (InputStream in = TypedComponent.class.getResourceAsStream(name + ".wasm")) {
      return Component.load(
          in.readAllBytes(), LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.COMPILE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static LinkedWorld linked(String name, Imports imports) {
    return TypedComponent.of(component(name), name, BridgeTest.class.getClassLoader())
        .link(imports);
  }

  private static Instance generated(String name, Imports imports) {
    return linked(name, imports).instantiateBoth().instance();
  }

  @Test
  void exports_runGeneratedCode_whateverTheyAreCalledBy() {
    GeneratedUnit unit = linked("calls", CALLS).unit();
    assertThat(unit.lifts()).hasSize(9);
    assertThat(unit.fallbacks())
        .containsExactly(
            new GeneratedUnit.Fallback(
                "import host > next", "the host supplies it as a function of values"));
  }

  @Test
  void callByName_isOnTheStackAsGeneratedCode() {
    Instance instance = generated("calls", CALLS);
    assertThatThrownBy(() -> instance.call("trap"))
        .isInstanceOf(TrapException.class)
        .satisfies(
            e ->
                assertThat(e.getCause().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().matches(".*Calls[0-9]+_Lift[0-9]+")));
  }

  @Test
  void values_comeBackAsTheyWent() {
    Instance instance = generated("calls", CALLS);
    assertThat(instance.call("add", 3, 4)).isEqualTo(new U32Value(7));
    assertThat(instance.call("nop")).isEqualTo(ComponentValue.UNIT);
    assertThat(instance.call("call-host", 5)).isEqualTo(new U32Value(5));
    assertThat(instance.call("echo", "hé\uD83D\uDE00").asString()).isEqualTo("hé\uD83D\uDE00");
    assertThat(instance.call("echo-bytes", new byte[] {1, -1}).asList()).hasSize(2);
    Object tuples = List.of(List.of(7, Optional.of(9), "x"), List.of(8, Optional.empty(), ""));
    assertThat(instance.call("echo-tuples", tuples))
        .isEqualTo(component("calls").instantiate(CALLS).call("echo-tuples", tuples));
  }

  @ParameterizedTest
  @CsvSource({"7, 2, true, 3", "7, 0, false, 7"})
  void errorThatAMethodThrows_isAValueAgain(int a, int b, boolean ok, long payload) {
    assertThat(generated("calls", CALLS).call("div", a, b))
        .isEqualTo(new ComponentValue.ResultValue(ok, new U32Value(payload)));
  }

  @Test
  void argumentThatDoesNotFit_isRefused_andHarmsNothing() {
    Instance instance = generated("calls", CALLS);
    assertThatThrownBy(() -> instance.call("add", -1, 4)).isInstanceOf(ValueException.class);
    assertThat(instance.call("add", 1, 4)).isEqualTo(new U32Value(5));
  }

  @Test
  void trap_poisonsTheInstance() {
    Instance instance = generated("calls", CALLS);
    assertThatThrownBy(() -> instance.call("trap")).isInstanceOf(TrapException.class);
    assertThatThrownBy(() -> instance.call("add", 1, 2))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("[instance-poisoned]");
  }

  @Test
  void callsBetweenComponents_areFused() {
    LinkedWorld world = linked("composed", Imports.NONE);
    assertThat(world.unit().fused()).hasSize(3);
    assertThat(world.unit().fallbacks()).isEmpty();
    Object value = List.of(List.of("a", Optional.of(1)), List.of("b", Optional.empty()));
    assertThat(world.instantiateBoth().instance().call("echo", value))
        .isEqualTo(component("composed").instantiate(Imports.NONE).call("echo", value));
  }

  @Test
  void resources_passAsHandles() {
    Imports imports = Imports.builder().trapMissing().build();
    LinkedWorld world = linked("kinds", imports);
    Instance api = world.instantiateBoth().instance().instance("test:kinds/api@1.2.0");
    ComponentValue first = api.call("[constructor]counter", 5);
    ComponentValue second = api.call("[constructor]counter", 6);
    assertThat(api.call("[method]counter.add", first, 2)).isEqualTo(new U32Value(7));
    ComponentValue merged = api.call("[static]counter.merge", first, second);
    assertThat(merged).isInstanceOf(ResourceValue.class);
    assertThat(api.call("[method]counter.add", merged, 0)).isEqualTo(new U32Value(11));
    assertThatThrownBy(() -> api.call("[method]counter.add", first, 1))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("[resource-ended]");
    assertThatThrownBy(() -> api.call("[static]counter.merge", merged, merged))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("[resource-passed-twice]");
    assertThat(api.call("[method]counter.add", merged, 1)).isEqualTo(new U32Value(12));
  }

  @Test
  void kinds_comeBackAsTheyWent() {
    Imports imports = Imports.builder().trapMissing().build();
    Instance api = generated("kinds", imports).instance("test:kinds/api@1.2.0");
    Instance interpreted = component("kinds").instantiate(imports).instance("test:kinds/api@1.2.0");
    Map<String, Object> point = Map.of("x", 1.5, "y", 7, "z", "\u00e9");
    Map<String, Object[]> calls =
        Map.ofEntries(
            Map.entry("echo-point", new Object[] {point}),
            Map.entry("points", new Object[] {List.of(point, point)}),
            Map.entry("echo-shape", new Object[] {Map.of("at", point)}),
            Map.entry("echo-level", new Object[] {"high-est"}),
            Map.entry("echo-perms", new Object[] {java.util.Set.of("run", "read")}),
            Map.entry("flip", new Object[] {true}),
            Map.entry("byte", new Object[] {200}),
            Map.entry("wide", new Object[] {-2}),
            Map.entry("big", new Object[] {-2L}),
            Map.entry("single", new Object[] {1.5f}),
            Map.entry("ints", new Object[] {new int[] {1, -1}}),
            Map.entry("doubles", new Object[] {new double[] {1, Double.NaN}}),
            Map.entry("many", new Object[] {1, 2, 3, 4L, 5f, 6d, "g", "h", "i", "j", "k", "l"}));
    calls.forEach(
        (name, arguments) ->
            assertThat(outcome(api, name, arguments))
                .as(name)
                .isEqualTo(outcome(interpreted, name, arguments)));
  }

  private static Object outcome(Instance instance, String name, Object[] arguments) {
    try {
      return instance.call(name, arguments);
    } catch (ValueException e) {
      return e.getMessage();
    }
  }
}
