package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.run.ExampleValues;
import dev.mortise.cli.run.ExportedFunction;
import dev.mortise.cli.run.ExportedFunctions;
import dev.mortise.loader.Component;
import dev.mortise.loader.wave.WaveCall;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "hello-java");
  private static final String HELLO = EXAMPLES.resolve("hello.wasm").toString();
  private static final String HELLO_CLOCK = EXAMPLES.resolve("hello-clock.wasm").toString();

  @Test
  void call_printsTheResultAsWave() {
    assertThat(Outcome.of("run", HELLO, "greet(\"Wörld\\n\")"))
        .isEqualTo(new Outcome(0, "\"Hello, Wörld\\n!\"\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--invoke", "--compile"})
  void option_changesNothingInTheResult(String option) {
    assertThat(Outcome.of("run", HELLO, option, "greet(\"World\")"))
        .isEqualTo(new Outcome(0, "\"Hello, World!\"\n", ""));
  }

  @Test
  void callTwice_isUsageError() {
    Outcome outcome = Outcome.of("run", HELLO, "greet(\"a\")", "--invoke", "greet(\"a\")");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("CALL", "--invoke");
  }

  @Test
  void wordAfterACall_isOneTooMany() {
    Outcome outcome = Outcome.of("run", HELLO, "greet(\"a\")", "World");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("error: 'World' is one argument too many: ")
        .contains("in quotes");
  }

  @Test
  void noCall_listsWhatCanBeCalled() {
    Outcome outcome = Outcome.of("run", HELLO);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "error: say which function to call:\n"
                + "  greet: func(who: string) -> string\n"
                + "      mortise run "
                + HELLO
                + " 'greet(\"text\")'\n"
                + "Or with options, as mortise run "
                + HELLO
                + " FUNCTION --help explains.\n"
                + "Try 'mortise run --help'.\n");
  }

  @Test
  void functionWithoutItsWords_isToldWhatIsMissing() {
    Outcome outcome = Outcome.of("run", HELLO, "greet");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("error: missing: --who (string)\n")
        .contains("Try 'mortise run " + HELLO + " greet --help'.");
  }

  @Test
  void wrongValue_isShownInTheCall() {
    Outcome outcome = Outcome.of("run", HELLO, "greet(7)");
    assertThat(outcome.exitCode()).isEqualTo(8);
    assertThat(outcome.err()).contains("param \"who\"", "expected string", "\n  greet(7)\n  ");
  }

  @Test
  void unknownFunction_listsTheOthers() {
    Outcome outcome = Outcome.of("run", HELLO, "great(\"World\")");
    assertThat(outcome.exitCode()).isEqualTo(8);
    assertThat(outcome.err())
        .startsWith("error: [unknown-function] call of great: ")
        .contains("Did you mean `greet`?", "\n  greet: func(who: string) -> string\n");
  }

  @Test
  void missingImport_isNamedWithItsFunctionsAndWhatToDo() {
    Outcome outcome = Outcome.of("run", HELLO_CLOCK, "greet(\"World\")");
    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("error: [missing-import] import examples:hello/clock@1.0.0: ")
        .contains("\n    hour: func() -> u8\n", "--trap-missing", "Imports.builder().instance(");
  }

  @Test
  void trapMissing_trapsWhenTheFunctionIsCalled() {
    Outcome outcome = Outcome.of("run", HELLO_CLOCK, "--trap-missing", "greet(\"World\")");
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.err())
        .startsWith("error: [missing-import] import examples:hello/clock@1.0.0 > hour")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          docs:text/ops@0.2.1.checksum([1, 2, 3]) → 851975
          docs:text/ops@0.2.0#checksum([1, 2, 3]) → 851975
          docs:text/ops.checksum([])              → 1
          ops.count("")                           → {bytes: 0, words: 0, lines: 0}
          count("two words\\n")                   → {bytes: 10, words: 2, lines: 1}
          split("a,b,,c", ',')                    → ["a", "b", "", "c"]
          """)
  void text_answersWithoutItsImport(String call, String answer) {
    Outcome outcome =
        Outcome.of("run", SharedComponents.path("text-c.wasm"), "--trap-missing", call);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(answer + "\n");
  }

  @Test
  void text_thatLogs_trapsThere() {
    Outcome outcome =
        Outcome.of("run", SharedComponents.path("text-c.wasm"), "--trap-missing", "upper(\"a\")");
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.err()).contains("docs:text/log@0.2.1 > log").hasLineCount(1);
  }

  @Test
  void text_withoutItsImport_isToldSo() {
    Outcome outcome = Outcome.of("run", SharedComponents.path("text-c.wasm"), "upper(\"a\")");
    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.err())
        .contains("docs:text/log@0.2.1", "log: func(l: level, msg: string)", "What to do:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-c.wasm", "greeter-js.wasm", "hello-cli.wasm"})
  void exampleCalls_areCalls(String name) throws IOException {
    Component component = ComponentFile.load(Path.of(SharedComponents.path(name)));
    ExportedFunctions functions = new ExportedFunctions(component.exports());
    assertThat(functions.all()).isNotEmpty();
    for (ExportedFunction function : functions.all()) {
      String shortName = functions.shortName(function);
      WaveCall call =
          WaveCall.parseName(ExampleValues.call(shortName, function.type()).orElseThrow());
      assertThat(functions.find(call)).isEqualTo(function);
      assertThat(call.arguments(function.type())).hasSameSizeAs(function.type().params());
    }
  }
}
