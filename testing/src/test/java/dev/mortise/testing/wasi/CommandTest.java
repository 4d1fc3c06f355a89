package dev.mortise.testing.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.ComponentUnderTest;
import dev.mortise.testing.EngineMatrix;
import dev.mortise.testing.FakeWasi;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command made of a C program, with wasi-libc and the adapter of WASI preview 1. */
@ComponentTest("../../shared/components/hello-cli.wasm")
class CommandTest {
  @FakeWasi(
      env = {"WHO=Ann", "IN=/in.txt", "OUT=/out.txt"},
      args = {"hello", "a b"},
      stdin = "first\nsecond\n")
  Wasi wasi;

  @BeforeEach
  void requireComponent() {
    assumeTrue(
        Files.exists(Path.of("../../shared/components/hello-cli.wasm")),
        "shared/components is not beside the project");
    wasi.files().write("/in.txt", "two\nlines\n");
  }

  @EngineMatrix
  void command_hasArgumentsEnvironmentFilesAndStreams(ComponentUnderTest hello) {
    assertThat(wasi.run(hello.instance())).isZero();
    assertThat(wasi.stdout())
        .isEqualTo(
            """
            hello from C, 1 arguments
            arg 1: a b
            WHO=Ann
            /in.txt: 10 bytes, 2 lines
            stdin: first
            stdin: second
            """);
    assertThat(wasi.stderr()).isEqualTo("time is sane\n");
    assertThat(wasi.files().text("/out.txt")).isEqualTo("written by a component\n");
  }

  @Test
  void clock_isThatOfTheTest(ComponentUnderTest hello) {
    wasi.clock().set(java.time.Instant.parse("1999-12-31T23:59:59Z"));
    assertThat(wasi.run(hello.instance())).isZero();
    assertThat(wasi.stderr()).isEqualTo("time is odd\n");
  }

  @Test
  void failingMain_isAnExitThatEndsTheInstance(ComponentUnderTest hello) {
    wasi.args("hello", "fail");
    assertThatExceptionOfType(WasiExit.class)
        .isThrownBy(() -> hello.instance().call("wasi:cli/run@0.2.12#run"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(1))
        .withMessageContaining("time is sane");
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> hello.instance().call("wasi:cli/run@0.2.12#run"))
        .withMessageContaining("instance-poisoned");
  }

  @Test
  void missingFile_isSeenAsAnError(ComponentUnderTest hello) {
    wasi.files().delete("/in.txt");
    assertThat(wasi.run(hello.instance())).isEqualTo(1);
    assertThat(wasi.stderr()).contains("/in.txt: No such file or directory");
    assertThat(wasi.files().list()).isEmpty();
  }

  @Test
  void readOnlyFiles_areSeenAsAnError(ComponentUnderTest hello) {
    wasi.files().readOnly();
    assertThat(wasi.run(hello.instance())).isEqualTo(1);
    assertThat(wasi.stderr()).contains("/out.txt: Read-only file system");
  }
}
