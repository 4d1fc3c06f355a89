package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verbs have in common, and what is seen of a file that does not run. */
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
  void inspect_ofWhatItPrinted_printsTheSame(@TempDir Path folder) throws IOException {
    String printed = Outcome.of("inspect", HELLO_CLOCK).out();
    Path file = Files.writeString(folder.resolve("hello.wit"), printed);
    assertThat(Outcome.of("inspect", file.toString()).out()).isEqualTo(printed);
  }

  @Test
  void inspectTree_showsWhatIsInside() {
    Outcome outcome = Outcome.of("inspect", "--tree", HELLO_CLOCK);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            hello-clock.wasm                          0x0  1,394
            ├─ 1 definition                           0xb         1 type
            ├─ import "examples:hello/clock@1.0.0"   0x1e         instance 0
            ├─ core module 0                         0x3f  1,116  3 functions, 1 memory, 1 table, \
            1 global, 1 import, 4 exports
            │  └─ custom section "producers"        0x476     37
            ├─ 2 definitions                        0x49e         1 alias, 1 canon lower
            ├─ core instance 0                      0x4b0         1 export: "hour" = core func 0
            ├─ core instance 1                      0x4b9         of core module 0: \
            "examples:hello/clock@1.0.0" = core instance 0
            ├─ 6 definitions                        0x4dc         4 aliases, 1 canon lift, 1 type
            ├─ export "greet"                       0x537         func 1
            └─ custom section "producers"           0x54d     37
            """);
  }

  @Test
  void inspectTree_showsNestedComponents() {
    Outcome outcome = Outcome.of("inspect", "--tree", SharedComponents.path("greeter-js.wasm"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("greeter-js.wasm ")
        .contains("12,677 functions", "\n├─ component 0 ", "\n│  └─ export \"swap\" ");
  }

  /** What stands in the way of a file, and where. */
  static Stream<Arguments> brokenFiles() throws IOException {
    byte[] good = Files.readAllBytes(Path.of(HELLO));
    byte[] flippedSection = good.clone();
    flippedSection[8] ^= 0x40;
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
    return Stream.of(
        Arguments.of("empty", new byte[0], "no bytes at all", "0x0"),
        Arguments.of("truncated", Arrays.copyOf(good, good.length - 9), "expected ", "0x"),
        Arguments.of("truncated preamble", Arrays.copyOf(good, 6), "expected ", "0x"),
        Arguments.of("bit-flipped", flippedSection, "expected ", "0x8"),
        Arguments.of("core module", module, "a core module", "0x0"),
        Arguments.of("text", "(component)".getBytes(UTF_8), "this looks like text", "0x0"),
        Arguments.of("prose", "Dear all,\n".getBytes(UTF_8), "the magic bytes", "0x0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void brokenFile_isOneSentenceWithAnOffset(String name, byte[] bytes, String said, String offset)
      throws IOException {
    Path file = Files.write(temp.resolve("broken.wasm"), bytes);
    // A core module may be a program, which RunProgramTest runs.
    boolean isCore = name.equals("core module");
    for (String verb :
        isCore ? List.of("validate", "inspect") : List.of("validate", "inspect", "run")) {
      Outcome outcome = Outcome.of(verb, file.toString());
      assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith("error: ")
          .contains(said, "at offset " + offset)
          .hasLineCount(1)
          .doesNotContain("Exception");
    }
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
  @ValueSource(strings = {"run", "inspect", "validate"})
  void brokenFile_isMalformed(String verb) throws IOException {
    Outcome outcome = Outcome.of(verb, broken("not wasm at all").toString());
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("error: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "inspect", "validate"})
  void missingFile_isNamed(String verb) {
    Outcome outcome = Outcome.of(verb, "nowhere.wasm");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("error: nowhere.wasm: there is no such file\n");
  }

  @Test
  void folder_toRun_isSaidToBeOne() {
    Outcome outcome = Outcome.of("run", temp.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(temp.toString()).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void folder_withoutWit_isRefused(String verb) {
    Outcome outcome = Outcome.of(verb, temp.toString());
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("[wit-missing-package]", temp.toString());
  }

  @Test
  void wit_isResolvedAndPrinted() throws IOException {
    Path file = temp.resolve("a.wit");
    Files.writeString(file, "package a:b; interface i{use j.{t};} interface j{type t=u8;}");
    Outcome outcome = Outcome.of("inspect", file.toString());
    assertThat(outcome.exitCode()).isEqualTo(0);
    assertThat(outcome.out()).startsWith("package a:b;").contains("  use j.{t};");
    assertThat(Outcome.of("validate", temp.toString()).out()).endsWith(": valid\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "validate"})
  void wit_thatIsWrong_isShownWithACaret(String verb) throws IOException {
    Path file = temp.resolve("a.wit");
    Files.writeString(file, "package a:b;\ninterface i { type t = v; }\n");
    Outcome outcome = Outcome.of(verb, file.toString());
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err())
        .contains("[wit-unknown-type]", "  2 | interface i { type t = v; }\n", " ^");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "inspect", "validate"})
  void noFile_isUsageError(String verb) {
    Outcome outcome = Outcome.of(verb);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("FILE", "Try 'mortise " + verb + " --help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "inspect", "validate"})
  void help_hasAnExample(String verb) {
    Outcome outcome = Outcome.of(verb, "--help");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("Usage: mortise " + verb).contains("Example");
  }

  private Path broken(String content) throws IOException {
    return Files.write(temp.resolve("broken.wasm"), content.getBytes(UTF_8));
  }
}
