package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.run.ExportedFunction;
import dev.mortise.cli.run.ExportedFunctions;
import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.loader.wave.WaveCall;
import dev.mortise.loader.wave.WavePrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A component of 12.5 MB made of JavaScript: one instance for all calls, for it starts slowly. */
class GreeterTest {
  private static ExportedFunctions functions = new ExportedFunctions(Map.of());
  private static Instance instance;

  /** Starts it before the first test. (Skipped in here, each test is reported as skipped.) */
  @BeforeEach
  void start() throws IOException {
    Path file = Path.of(SharedComponents.path("greeter-js.wasm"));
    if (instance == null) {
      Component component = ComponentFile.load(file, Execution.TIERED);
      functions = new ExportedFunctions(component.exports());
      instance = component.instantiate();
    }
  }

  @AfterAll
  static void forget() {
    instance = null;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          hello("x")                                → "Hello from a component, x!"
          docs:greeter/api@1.0.0.greet("World")     → "Hello, World!"
          docs:greeter/api.greet("World")           → "Hello, World!"
          api.greet("Zoë 🌍")                       → "Hello, Zoë 🌍!"
          greet-person({name: "Ann", age: 3, tags: ["a"]}, shout(2), some(happy), {wave, bow}) \
            → ok("HELLO ANN (3)!! [happy] {wave,bow} #a")
          greet-person({name: "Ann", age: 3, tags: []}, custom("Dear"), none, {}) → ok("Dear Ann")
          greet-person({name: "", age: 3, tags: ["a"]}, shout(2), happy, {wave, bow}) \
            → err("nobody to greet")
          sum([1, 2])                               → 3
          sum([9223372036854775807, -1])            → 9223372036854775806
          swap(('é', 2.5))                          → (2.5, 'é')
          oldest([{name: "a", age: 1, tags: []}, {name: "b", age: 2, tags: ["t"]}]) \
            → some({name: "b", age: 2, tags: ["t"]})
          oldest([])                                → none
          echo-bytes([0, 127, 255])                 → [0, 127, 255]
          """)
  void call_answers(String call, String answer) {
    assertThat(answer(call)).isEqualTo(answer);
  }

  @Test
  void echoBytes_ofAMebibyte_answers() {
    String bytes = "[" + "7, ".repeat((1 << 20) - 1) + "7]";
    assertThat(answer("echo-bytes(" + bytes + ")")).isEqualTo(bytes);
  }

  private static String answer(String text) {
    WaveCall call = WaveCall.parseName(text);
    ExportedFunction function = functions.find(call);
    return WavePrinter.print(function.of(instance).callValues(call.arguments(function.type())));
  }
}
