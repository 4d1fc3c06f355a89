package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports found by name, version and type; components linked inside components. */
class LinkingTest {
  private static final String CLOCK = "docs:clock/now@";

  private final Component linking = Fixtures.load("linking");

  private static Imports.Builder clock(Imports.Builder imports, String version, int hour) {
    return imports.instance(
        CLOCK + version, i -> i.func("hour", args -> hour).func("zone", args -> "UTC"));
  }

  private static Imports.Builder logging() {
    return Imports.builder().func("log", args -> null);
  }

  private long hour(Imports.Builder imports) {
    return Fixtures.u32(linking.instantiate(imports.build()).call("hour"));
  }

  @Test
  void version_exact_comesBeforeAHigherOne() {
    assertThat(hour(clock(clock(logging(), "1.9.0", 9), "1.2.3", 3))).isEqualTo(3);
  }

  @Test
  void version_compatible_isTheHighest() {
    Imports.Builder imports = clock(clock(clock(logging(), "1.9.0", 9), "1.10.0", 10), "1.1.0", 1);
    assertThat(hour(imports)).isEqualTo(10);
  }

  @Test
  void version_incompatible_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> hour(clock(logging(), "2.0.0", 2)))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("[missing-import] import \"docs:clock/now@1.2.3\"")
        .hasMessageContaining("only `docs:clock/now@2.0.0`")
        .hasMessageContaining("hour: func() -> u32")
        .hasMessageContaining("Imports.builder().instance(\"docs:clock/now@1.2.3\"");
  }

  @Test
  void imports_severalMissing_areAllToldAtOnce() {
    LinkException refused =
        catchThrowableOfType(LinkException.class, () -> linking.instantiate(Imports.NONE));
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("missing-import", "missing-import");
    assertThat(refused)
        .hasMessageContaining("import \"docs:clock/now@1.2.3\"")
        .hasMessageContaining("import \"log\"")
        .hasMessageContaining("func(n: u32)");
  }

  @Test
  void imports_missingInsideAnInstance_areNamedByTheirPath() {
    LinkException refused =
        catchThrowableOfType(
            LinkException.class,
            () -> hour(logging().instance(CLOCK + "1.2.3", i -> i.func("hours", args -> 1))));
    assertThat(refused.diagnostics()).hasSize(2);
    assertThat(refused)
        .hasMessageContaining("import \"docs:clock/now@1.2.3\" > \"hour\"")
        .hasMessageContaining("only `hours`")
        .hasMessageContaining("import \"docs:clock/now@1.2.3\" > \"zone\"");
  }

  @Test
  void import_ofTheWrongKind_isRefused() {
    assertThatThrownBy(
            () ->
                hour(
                    clock(Imports.builder(), "1.2.3", 1).instance("log", i -> i.func("f", a -> 0))))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("[wrong-import-kind] import \"log\"")
        .hasMessageContaining("expected func, found instance");
  }

  @Test
  void import_missingButToTrap_trapsWhenItIsCalledAndNotBefore() {
    Imports.Builder imports = clock(Imports.builder().trapMissing(), "1.2.3", 4);
    Instance instance = linking.instantiate(imports.build());
    assertThat(Fixtures.u32(instance.call("hour"))).isEqualTo(4);
    assertThatThrownBy(() -> instance.call("log"))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("log");
  }

  @Test
  void import_givenAnotherComponentsInstance_callsIt() {
    Instance clock = Fixtures.load("clock").instantiate();
    Imports.Builder imports =
        logging().instance(CLOCK + "1.4.0", clock.instance("docs:clock/now@1.4.0"));
    assertThat(hour(imports)).isEqualTo(11);
  }

  @Test
  void import_givenAnInstanceOfAnotherType_isRefused() {
    Instance clock = Fixtures.load("clock").instantiate();
    assertThatThrownBy(() -> hour(logging().instance(CLOCK + "1.2.3", clock.instance("wrong"))))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("[import-type-mismatch] import \"docs:clock/now@1.2.3\"")
        .hasMessageContaining("u32")
        .hasMessageContaining("u64");
  }

  @Test
  void child_importSatisfiedInThreeWays_getsWhatItsParentGives() {
    Instance instance =
        Fixtures.load("virtual").instantiate(Imports.builder().func("get", args -> 7).build());
    assertThat(Fixtures.u32(instance.call("by-child"))).isEqualTo(1005);
    assertThat(Fixtures.u32(instance.call("by-adapter"))).isEqualTo(1070);
    assertThat(Fixtures.u32(instance.call("by-import"))).isEqualTo(1007);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void coreModules_thatShareEverything_seeOneStateInOrder(Execution execution) {
    Instance instance = Fixtures.load("shared-everything", execution).instantiate();
    assertThat(Fixtures.u32(instance.call("order"))).isEqualTo(123);
    assertThat(Fixtures.u32(instance.call("stored"))).isEqualTo(99);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void indirectCall_betweenModulesWhoseTypeIndicesDiffer_goesByTheType(Execution execution) {
    Component component = Fixtures.load("shared-everything", execution);
    Instance instance = component.instantiate();
    assertThat(instance.call("binary", 0, 6, 7).asInt()).isEqualTo(13);
    assertThat(instance.call("binary", 1, 6, 7).asInt()).isEqualTo(42);
    assertThat(instance.call("unary", 2, 6).asInt()).isEqualTo(-6);
    assertTrap(component, "binary", 2, 6, 7);
    assertTrap(component, "unary", 0, 6);
    assertTrap(component, "unary", 3, 6);
    assertTrap(component, "unary", 4, 6);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void coreModules_overOneMemory_keepTheirOwnSegments(Execution execution) {
    Instance instance = Fixtures.load("passive", execution).instantiate();
    assertThat(Fixtures.u32(instance.call("init-a"))).isEqualTo('A');
    assertThat(Fixtures.u32(instance.call("init-b"))).isEqualTo('C');
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void memory_grownByOneModule_growsForTheOther(Execution execution) {
    Instance instance = Fixtures.load("passive", execution).instantiate();
    assertThat(Fixtures.u32(instance.call("grow-a"))).isEqualTo(1);
    assertThat(Fixtures.u32(instance.call("size-a"))).isEqualTo(3);
    assertThat(Fixtures.u32(instance.call("size-b"))).isEqualTo(3);
    instance.call("store-b");
    assertThat(Fixtures.u32(instance.call("last-a"))).isEqualTo(77);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void coreModules_overOneSharedMemory_keepTheirOwnSegments(Execution execution) {
    Instance instance = Fixtures.load("shared-memory", execution).instantiate();
    assertThat(Fixtures.u32(instance.call("init-a"))).isEqualTo('A');
    assertThat(Fixtures.u32(instance.call("init-b"))).isEqualTo('C' + 'B');
    assertThat(Fixtures.u32(instance.call("init-c"))).isEqualTo('D');
    assertThat(Fixtures.u32(instance.call("init-a"))).isEqualTo('A');
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERPRET", "COMPILE", "TIERED"})
  void sharedMemory_isOneForAllItsModules(Execution execution) {
    Instance instance = Fixtures.load("shared-memory", execution).instantiate();
    assertThat(Fixtures.u32(instance.call("count-a"))).isZero();
    assertThat(Fixtures.u32(instance.call("count-b"))).isEqualTo(1);
    assertThat(Fixtures.u32(instance.call("count-c"))).isEqualTo(2);
    assertThat(Fixtures.u32(instance.call("count-a"))).isEqualTo(3);
    assertThat(Fixtures.u32(instance.call("grow-a"))).isEqualTo(1);
    instance.call("store-b");
    assertThat(Fixtures.u32(instance.call("last-a"))).isEqualTo(77);
  }

  private static void assertTrap(Component component, String function, Object... arguments) {
    Instance instance = component.instantiate();
    assertThatThrownBy(() -> instance.call(function, arguments)).isInstanceOf(TrapException.class);
  }
}
