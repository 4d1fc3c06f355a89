package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import composed.Composed;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.Tuple2;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls from one component to another, by generated code. */
class FusedCallsTest {
  private final Composed composed = instantiate("composed", Composed.class, Imports.NONE);

  /** An instance; another way to make the classes gives one by another way. */
  <W> W instantiate(String guest, Class<W> world, Imports imports) {
    return Guests.load(guest).as(world).instantiate(imports);
  }

  @Test
  void everyCall_isGenerated() {
    assertThat(Guests.load("composed").link(Imports.NONE).unit().fused()).hasSize(3);
  }

  @Test
  void scalars_pass() {
    assertThat(composed.add(4_000_000_000L, 7)).isEqualTo(4_000_000_007L);
    assertThat(composed.addMany(10)).isEqualTo(55);
  }

  @Test
  void strings_passFromMemoryToMemory() {
    assertThat(composed.passMany(3, "abcdé")).isEqualTo(18);
    assertThat(composed.passMany(1, "")).isZero();
    assertThat(composed.passMany(1, "x".repeat(60_000))).isEqualTo(60_000);
  }

  @Test
  void listsOfTuples_passBothWays() {
    List<Tuple2<String, Optional<Integer>>> list =
        List.of(
            new Tuple2<>("a", Optional.of(3)),
            new Tuple2<>("", Optional.empty()),
            new Tuple2<>("žluťoučký €", Optional.of(255)));
    assertThat(composed.echo(list)).isEqualTo(list);
    assertThat(composed.echo(List.of())).isEmpty();
  }
}
