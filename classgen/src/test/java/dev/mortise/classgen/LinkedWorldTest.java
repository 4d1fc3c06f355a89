package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import calls.Calls;
import dev.mortise.runtime.Imports;
import org.junit.jupiter.api.Test;

/** One linked component, and instances whose hosts are their own. */
class LinkedWorldTest {
  @Test
  void instantiateBoth_withHosts_callsTheInstancesOwn() {
    Calls.Host bound = x -> x + 1;
    LinkedWorld linked =
        Guests.load("calls")
            .link(Imports.builder().addAll(Imports.of(Calls.Host.class, bound)).build());
    Calls.Host other = x -> x + 3;

    Calls first = (Calls) linked.instantiateBoth().world();
    Calls second = (Calls) linked.instantiateBoth(host -> host == bound ? other : host).world();

    assertThat(first.callHost(10)).isEqualTo(10);
    assertThat(second.callHost(10)).isEqualTo(30);
  }
}
