package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages of WASI, whose text stands in module {@code wasi}. */
class WasiTest {
  private static final Path WIT = Path.of("../wasi-contracts/src/main/wit");

  @ParameterizedTest
  @ValueSource(strings = {"0.2", "0.3"})
  void wasi_resolvesAndIsPrintedAndReadAgain(String version) throws IOException {
    for (WitOptions options : new WitOptions[] {WitOptions.DEFAULT, WitOptions.ALL_FEATURES}) {
      WitPackages packages = WitPackages.load(WIT.resolve(version), options);
      assertThat(packages.packages())
          .map(name -> name.name())
          .contains(
              "wasi:cli",
              "wasi:clocks",
              "wasi:filesystem",
              "wasi:http",
              "wasi:random",
              "wasi:sockets");
      WitPackages again = WitPackages.of("again", packages.wit(), options);
      assertThat(again.wit()).isEqualTo(packages.wit());
      assertThat(again.docs()).isEqualTo(packages.docs());
      for (ResolvedWorld world : packages.worlds()) {
        assertThat(TypeDump.of(again.world(world.name().toString()).type()))
            .isEqualTo(TypeDump.of(world.type()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.2", "0.3"})
  void host_exportsWhatAHostCalls(String version) throws IOException {
    WitPackages packages = WitPackages.load(WIT.resolve(version), WitOptions.DEFAULT);
    assertThat(packages.world("host").type().exports().keySet())
        .anyMatch(name -> name.startsWith("wasi:cli/run@" + version));
  }
}
