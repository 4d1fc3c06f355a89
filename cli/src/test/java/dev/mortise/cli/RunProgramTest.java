package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.report.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs: components of {@code wasi:cli/command}, and core modules of preview 1. */
class RunProgramTest {
  private static final String GUESTS = "../wasi/src/test/resources/dev/mortise/wasi/";
  private static final String TOUR = GUESTS + "tour.wasm";
  private static final String CORE = GUESTS + "tour-core.wasm";
  private static final String WATCH =
      "../testing/src/test/resources/dev/mortise/testing/wasi/watch.wasm";

  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir private Path temp;

  @BeforeEach
  void redirect() {
    System.setIn(new ByteArrayInputStream("one\ntwo\n".getBytes(UTF_8)));
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
  }

  private String printed() {
    return printed.toString(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({TOUR + ",tour.wasm", CORE + ",tour-core.wasm"})
  void wordsAfterAProgram_areItsOwn(String program, String name) {
    Outcome outcome =
        Outcome.of("run", "--env", "A=b", program, "arguments", "--env", "x", "--help", "f(1)");
    assertThat(outcome.err()).isEmpty();
    assertThat(printed())
        .isEqualTo("0: " + name + "\n1: arguments\n2: --env\n3: x\n4: --help\n5: f(1)\nA=b\n");
    assertThat(outcome.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({CORE + ",7,7", TOUR + ",7,1", CORE + ",0,0", TOUR + ",0,0"})
  void exitCode_isTheProgrammes(String program, String wanted, int exitCode) {
    assertThat(Outcome.of("run", program, "exit", wanted).exitCode()).isEqualTo(exitCode);
    assertThat(printed()).isEqualTo("going\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {TOUR, CORE})
  void standardStreams_areThoseOfTheCommand(String program) {
    Outcome.of("run", program, "input");
    assertThat(printed()).isEqualTo("8 bytes, 2 lines\n");
    Outcome.of("run", program, "nonsense");
    assertThat(complained.toString(UTF_8)).isEqualTo("no such part: nonsense\n");
  }

  @Test
  void folder_isThereWhenItIsGranted() throws IOException {
    assertThat(Outcome.of("run", "--dir", temp + "::/", TOUR, "files").exitCode()).isZero();
    assertThat(printed()).startsWith("mkdir: 0\n");
    printed.reset();
    assertThat(Outcome.of("run", "--dir", temp + "::/:ro", TOUR, "files").exitCode()).isZero();
    assertThat(printed()).as("read-only").startsWith("mkdir: error 69\n");
    printed.reset();
    assertThat(Outcome.of("run", TOUR, "files").exitCode()).isZero();
    assertThat(printed()).as("none").startsWith("mkdir: error ").doesNotContain(": 0\n");
    try (var files = Files.list(temp)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void function_getsWasiToo() {
    Outcome outcome = Outcome.of("run", WATCH, "roll");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).matches("\\d+\\n");
  }

  @Test
  void invoke_callsAProgramsFunction() {
    Outcome outcome = Outcome.of("run", "--invoke", "wasi:cli/run.run()", TOUR);
    assertThat(complained.toString(UTF_8)).isEqualTo("no such part: \n");
    assertThat(outcome.exitCode()).as("it calls wasi:cli/exit").isEqualTo(1);
  }

  @Test
  void trap_isAnErrorOfTheCommand() {
    Outcome outcome = Outcome.of("run", CORE, "trap");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.TRAP.number());
    assertThat(outcome.err()).startsWith("error: [unreachable]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dir=none                  | there is no folder none",
        "--dir=pom.xml::/            | there is no folder, but a file, pom.xml",
        "--dir=::/x                  | expected HOST, HOST::GUEST or either with :ro",
        "--env==x                    | expected NAME or NAME=VALUE",
        "--env=NOT_THERE_AT_ALL      | this environment has no variable of that name",
        "--allow-net=a:b             | `a:b` is no rule for addresses",
        "--allow-listen=::1          | stands in brackets",
        "--allow-http=a/b            | `a/b` is no rule for hosts",
      })
  void optionThatMeansNothing_isRefused(String option, String why) {
    Outcome outcome = Outcome.of("run", option, TOUR, "arguments");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.err()).contains(why);
    assertThat(printed()).isEmpty();
  }

  @Test
  void coreModuleThatIsNoProgram_saysWhatToDo() throws IOException {
    Path empty = Files.write(temp.resolve("empty.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    Outcome outcome = Outcome.of("run", empty.toString());
    assertThat(outcome.err())
        .contains("[missing-export] core module")
        .contains("a function `_start`")
        .contains("make a component of it");
  }
}
