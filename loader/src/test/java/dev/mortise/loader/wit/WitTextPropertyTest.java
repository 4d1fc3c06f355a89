package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.resolve.ResolvedInterface;
import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WitTextPropertyTest {
  @Property(tries = 400)
  void wit_printedAndReadAgain_saysTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
    String text = AnyWit.of(seed, size);
    WitPackages packages = WitPackages.of("text", text, WitOptions.DEFAULT);
    String printed = packages.wit();
    WitPackages again = WitPackages.of("printed", printed, WitOptions.DEFAULT);
    assertThat(again.wit()).isEqualTo(printed);
    assertThat(again.docs().all()).containsExactlyInAnyOrderEntriesOf(packages.docs().all());
    assertThat(again.packages()).containsExactlyInAnyOrderElementsOf(packages.packages());
    assertThat(packages.document().notes()).isEmpty();
    for (ResolvedInterface of : packages.interfaces()) {
      assertThat(TypeDump.of(again.interfaceNamed(of.name().toString()).type()))
          .isEqualTo(TypeDump.of(of.type()));
    }
    for (ResolvedWorld world : packages.worlds()) {
      assertThat(TypeDump.of(again.world(world.name().toString()).type()))
          .isEqualTo(TypeDump.of(world.type()));
    }
  }
}
