package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ExitCode;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mortise bindgen}, and {@code mortise jar} with what it made. */
class BindgenCommandTest {
  private static final String WIT =
      """
      package examples:hello@1.0.0;

      interface clock { hour: func() -> u8; }
      interface zones { use places.{place}; offset: func(of: place) -> s32; }
      interface places { record place { name: string } }
      """;

  @TempDir Path temp;

  @Test
  void wit_isAJarForEachPackage() throws Exception {
    Path wit = Files.writeString(temp.resolve("hello.wit"), WIT);
    Path contracts = temp.resolve("contracts");
    Outcome outcome = Outcome.of("bindgen", wit.toString(), "-o", contracts.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            contracts.resolve("wit.examples.hello.v1.jar") + ": module wit.examples.hello.v1\n");
    assertThat(
            ModuleFinder.of(contracts).findAll().stream()
                .map(m -> m.descriptor().toNameAndVersion()))
        .containsExactly("wit.examples.hello.v1");
    assertThat(contracts.resolve("sources/wit.examples.hello.v1-sources.jar")).exists();
  }

  @Test
  void component_sharesAContract() throws Exception {
    Path wit = Files.writeString(temp.resolve("hello.wit"), WIT);
    Path contracts = temp.resolve("contracts");
    assertThat(Outcome.of("bindgen", wit.toString(), "-o", contracts.toString()).exitCode())
        .isZero();
    Path jar = temp.resolve("hello-clock.jar");
    Outcome outcome =
        Outcome.of(
            "jar",
            "../examples/hello-java/hello-clock.wasm",
            "-o",
            jar.toString(),
            "--contracts",
            contracts.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(
            ModuleFinder.of(jar).find("hello.clock").orElseThrow().descriptor().requires().stream()
                .map(required -> required.name())
                .collect(Collectors.toSet()))
        .contains("wit.examples.hello.v1");
  }

  @Test
  void contractOfAnotherVersion_isRefusedByWhatItLacks() throws Exception {
    Path wit = Files.writeString(temp.resolve("hello.wit"), WIT.replace("hour:", "minute:"));
    Path contracts = temp.resolve("contracts");
    assertThat(Outcome.of("bindgen", wit.toString(), "-o", contracts.toString()).exitCode())
        .isZero();
    Path jar = temp.resolve("hello-clock.jar");
    Outcome outcome =
        Outcome.of(
            "jar",
            "../examples/hello-java/hello-clock.wasm",
            "-o",
            jar.toString(),
            "--contracts",
            contracts.toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.LINK.number());
    assertThat(outcome.err()).contains("[contract-mismatch]", "Clock", "int hour()");
    assertThat(jar).doesNotExist();
  }
}
