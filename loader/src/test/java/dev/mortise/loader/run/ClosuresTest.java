package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.LinkException;
import org.junit.jupiter.api.Test;

/** Components and core modules as values: code and captured environment. */
class ClosuresTest {
  private final Component parent = Fixtures.load("parent");

  @Test
  void component_exportedByTwoInstances_closesOverWhatEachWasGiven() {
    Component one = parent.instantiate(Fixtures.module("b", "one")).component("a");
    Component two = parent.instantiate(Fixtures.module("b", "two")).component("a");
    assertThat(Fixtures.u32(one.instantiate().call("get"))).isEqualTo(1);
    assertThat(Fixtures.u32(two.instantiate().call("get"))).isEqualTo(2);
    assertThat(Fixtures.u32(one.instantiate().call("twice"))).isEqualTo(2);
    assertThat(Fixtures.u32(two.instantiate().call("twice"))).isEqualTo(4);
  }

  @Test
  void component_exportedByTwoInstances_isOneCode() {
    Component one = parent.instantiate(Fixtures.module("b", "one")).component("a");
    Component two = parent.instantiate(Fixtures.module("b", "two")).component("a");
    assertThat(one).isNotSameAs(two);
    assertThat(one.validated()).isSameAs(two.validated());
  }

  @Test
  void component_closedOver_outlivesItsParent() {
    Component counting = parent.instantiate(Fixtures.module("b", "counting")).component("a");
    System.gc();
    assertThat(Fixtures.u32(counting.instantiate().call("get"))).isEqualTo(1);
  }

  @Test
  void component_instantiatedTwice_sharesNoStateOfTheCapturedModule() {
    Component counting = parent.instantiate(Fixtures.module("b", "counting")).component("a");
    Instance first = counting.instantiate();
    Instance second = counting.instantiate();
    assertThat(Fixtures.u32(first.call("get"))).isEqualTo(1);
    assertThat(Fixtures.u32(first.call("get"))).isEqualTo(2);
    assertThat(Fixtures.u32(second.call("get"))).isEqualTo(1);
  }

  @Test
  void component_ofAnInstance_isGivenToAnother() {
    Component a = parent.instantiate(Fixtures.module("b", "two")).component("a");
    Component user = Fixtures.load("user");
    Instance instance = user.instantiate(Imports.builder().component("a", a).build());
    assertThat(Fixtures.u32(instance.call("get"))).isEqualTo(2);
  }

  @Test
  void module_missingOrOfAnotherType_isRefused() {
    assertThatThrownBy(parent::instantiate)
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("[missing-import] import \"b\"");
    assertThatThrownBy(
            () ->
                parent.instantiate(
                    Imports.builder()
                        .module("b", Fixtures.load("modules").instantiate().module("other"))
                        .build()))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("[import-type-mismatch] import \"b\"");
  }

  @Test
  void component_underAnUnknownName_namesTheExports() {
    Instance instance = parent.instantiate(Fixtures.module("b", "one"));
    assertThatThrownBy(() -> instance.component("b"))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("expected one of `a`");
    assertThatThrownBy(() -> instance.module("a")).isInstanceOf(CallException.class);
  }
}
