package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs that look at a file and do not run it. */
class ComponentVerbsTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "hello-java");
  private static final String HELLO = EXAMPLES.resolve("hello.wasm").toString();
  private static final String HELLO_CLOCK = EXAMPLES.resolve("hello-clock.wasm").toString();

  @TempDir Path temp;

  @Test
  void inspect_printsWit() {
    Outcome outcome = Outcome.of("inspect", HELLO_CLOCK);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            package root:component;

            world root {
              import examples:hello/clock@1.0.0;

              export greet: func(who: string) -> string;
            }
            package examples:hello@1.0.0 {
              interface clock {
                hour: func() -> u8;
              }
            }
            """);
  }

  @Test
  void validate_namesEachFile() {
    Outcome outcome = Outcome.of("validate", HELLO, HELLO_CLOCK);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isEqualTo(HELLO + ": valid\n" + HELLO_CLOCK + ": valid\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void validate_goesOnAfterAnError() throws IOException {
    String broken = broken("not wasm at all").toString();
    Outcome outcome = Outcome.of("validate", broken, HELLO);
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).isEqualTo(HELLO + ": valid\n");
    assertThat(outcome.err()).startsWith("error: " + broken + ": [").contains("offset 0x0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void brokenFile_isMalformed(String verb) throws IOException {
    Outcome outcome = Outcome.of(verb, broken("not wasm at all").toString());
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("error: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void missingFile_isNamed(String verb) {
    Outcome outcome = Outcome.of(verb, "nowhere.wasm");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("error: nowhere.wasm: there is no such file\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void folder_isSaidToBeOne(String verb) {
    Outcome outcome = Outcome.of(verb, temp.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(temp.toString()).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void noFile_isUsageError(String verb) {
    Outcome outcome = Outcome.of(verb);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("FILE", "Try 'mortise " + verb + " --help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void help_hasAnExample(String verb) {
    Outcome outcome = Outcome.of(verb, "--help");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("Usage: mortise " + verb).contains("Example:");
  }

  private Path broken(String content) throws IOException {
    return Files.write(temp.resolve("broken.wasm"), content.getBytes(UTF_8));
  }
}
