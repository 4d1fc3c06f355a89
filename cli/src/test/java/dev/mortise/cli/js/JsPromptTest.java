package dev.mortise.cli.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.wasi.config.WasiConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsPromptTest {
  private static final Path HELLO = Path.of("..", "examples", "hello-java", "hello.wasm");

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();
  private JsHost host;
  private JsEvaluator evaluator;

  @BeforeEach
  void open() throws Exception {
    Files.copy(HELLO, folder.resolve("hello.wasm"));
    JsSettings settings =
        new JsSettings(
            null,
            List.of(folder),
            false,
            false,
            List.of(),
            WasiConfig.builder().arguments("prompt", "exit", "1").build());
    PrintWriter out = new PrintWriter(printed);
    host = new JsHost(settings, out, out);
    evaluator = new JsEvaluator(host.js());
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String type(String... inputs) {
    Deque<String> lines = new ArrayDeque<>(List.of(inputs));
    JsPrompt.evaluate(evaluator, lines::poll, new PrintWriter(printed));
    return printed.toString();
  }

  @Test
  void component_thatExits_endsThePrompt() throws Exception {
    Path tour = Path.of("..", "wasi/src/test/resources/dev/mortise/wasi/tour.wasm");
    Files.copy(tour, folder.resolve("tour.wasm"));
    String file = folder.toRealPath().resolve("tour.wasm").toString();
    JsOutcome outcome =
        host.run(
            () -> {
              String unused =
                  type("1 + 1", "import { run } from '" + file + "'", "run.run()", "2 + 2");
            });
    assertThat(outcome).isEqualTo(new JsOutcome.Exited(1));
    assertThat(printed).hasToString("2\n");
  }

  @Test
  void values_areShown() {
    assertThat(type("6 * 7", "'a' + 1", "let o = { a: 1 }", "o", "{ a: 2 }", "undefined", ""))
        .isEqualTo("42\n\"a1\"\n{a: 1}\n{a: 2}\n");
  }

  @Test
  void imports_bindNames() throws Exception {
    String hello = folder.toRealPath().resolve("hello.wasm").toString();
    assertThat(
            type(
                "import { greet } from '" + hello + "'",
                "const who = await Promise.resolve('prompt')",
                "greet(who)",
                "import * as all from '" + hello + "'; all.greet('last')",
                "(await import('" + hello + "')).greet('again')"))
        .isEqualTo("\"Hello, prompt!\"\n\"Hello, last!\"\n\"Hello, again!\"\n");
  }

  @Test
  void errors_areShown_andTheNextLineGoesOn() {
    assertThat(type("null.x", "await Promise.reject(new Error('no'))", "import 'docs:a/b'", "1"))
        .contains("error: TypeError: ")
        .contains("error: Error: no")
        .contains("error: Error reading module 'docs:a/b'")
        .contains("[module-not-found] import \"docs:a/b\"")
        .endsWith("\n1\n");
  }

  @Test
  void incompleteInput_goesOn() {
    assertThat(evaluator.isIncomplete("function f() {")).isTrue();
    assertThat(evaluator.isIncomplete("await f(")).isTrue();
    assertThat(evaluator.isIncomplete("`a")).isTrue();
    assertThat(evaluator.isIncomplete("f()")).isFalse();
    assertThat(evaluator.isIncomplete("f(]")).isFalse();
  }

  @Test
  void completion_knowsGlobalsAndProperties() {
    String unused = type("globalThis.greeter = { greet() {}, grin: 1, other: 2 }");
    assertThat(evaluator.complete("gree")).containsExactly("greeter");
    assertThat(evaluator.complete("greeter.gr")).containsExactly("greeter.greet", "greeter.grin");
    assertThat(evaluator.complete("Math.ma")).containsExactly("Math.max");
    assertThat(evaluator.complete("''.toU")).isEmpty();
    assertThat(evaluator.complete("nothing.here")).isEmpty();
    assertThat(evaluator.complete("f().x")).isEmpty();
  }
}
