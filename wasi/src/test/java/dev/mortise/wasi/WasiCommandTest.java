package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hello-cli.wasm}, a C program with wasi-libc, does what its README says. */
class WasiCommandTest {
  private static final Path FILE = Path.of("../../shared/components/hello-cli.wasm");

  private static WasiCommand hello;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void load() throws IOException {
    Assumptions.assumeTrue(Files.exists(FILE), () -> FILE + " is not here");
    hello = WasiCommand.load(FILE);
  }

  private WasiConfig.Builder config(String... arguments) {
    return WasiConfig.builder().arguments(arguments).stdout(out).stderr(err);
  }

  @Test
  void arguments_environment_andStandardStreams_arePassed() {
    int status =
        hello.run(
            config("hello", "one", "two words")
                .environment("WHO", "Ann")
                .stdin(new ByteArrayInputStream("first\nsecond\n".getBytes(UTF_8)))
                .build());
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            hello from C, 2 arguments
            arg 1: one
            arg 2: two words
            WHO=Ann
            stdin: first
            stdin: second
            """);
    assertThat(err.toString(UTF_8)).isEqualTo("time is sane\n");
    assertThat(status).isZero();
  }

  @Test
  void files_areReadAndWritten() throws IOException {
    Files.writeString(folder.resolve("in.txt"), "a\nb\nc\n");
    int status =
        hello.run(
            config("hello")
                .environment("IN", "/data/in.txt")
                .environment("OUT", "/data/out.txt")
                .folder(folder, "/data", Access.READ_WRITE)
                .build());
    assertThat(out.toString(UTF_8)).contains("/data/in.txt: 6 bytes, 3 lines");
    assertThat(folder.resolve("out.txt")).content().startsWith("written by a component");
    assertThat(status).isZero();
  }

  @Test
  void folderThatMayOnlyBeRead_isNotWritten() {
    hello.run(
        config("hello")
            .environment("OUT", "/data/out.txt")
            .folder(folder, "/data", Access.READ)
            .build());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void folderThatIsNotGranted_isNotThere() {
    hello.run(config("hello").environment("IN", "/data/in.txt").build());
    assertThat(out.toString(UTF_8)).doesNotContain("bytes,");
  }

  /** WASI 0.2's {@code exit} knows ok and err alone. */
  @Test
  void exit_isTheStatus() {
    assertThat(hello.run(config("hello", "fail").build())).isEqualTo(1);
  }
}
