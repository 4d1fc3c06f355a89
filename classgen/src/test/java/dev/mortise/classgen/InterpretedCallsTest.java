package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.Imports;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wit.test.kinds.v1.Host;

/** Typed calls do the same when they are left to the interpreter. */
class InterpretedCallsTest {

  @Test
  void onlyCallsWithHandles_haveCode() {
    var component = Guests.load("kinds").withInterpretedCalls();
    var unit = component.link(Imports.of(Host.class, new FakeHost())).unit();
    var generated = Guests.load("kinds").link(Imports.of(Host.class, new FakeHost())).unit();
    assertThat(unit.lifts()).hasSizeLessThan(generated.lifts().size());
    assertThat(unit.lifts())
        .allMatch(lift -> lift.method().type().toString().matches(".*(own|borrow)<.*"));
    assertThat(unit.fallbacks()).anyMatch(f -> f.why().contains("as it was asked for"));
  }

  @Nested
  class Exports extends TypedExportsTest {
    @Override
    <W> W instantiate(String guest, Class<W> world, Imports imports) {
      return Guests.load(guest).withInterpretedCalls().as(world).instantiate(imports);
    }
  }

  @Nested
  class HostCalls extends TypedImportsTest {
    @Override
    <W> W instantiate(String guest, Class<W> world, Imports imports) {
      return Guests.load(guest).withInterpretedCalls().as(world).instantiate(imports);
    }
  }
}
