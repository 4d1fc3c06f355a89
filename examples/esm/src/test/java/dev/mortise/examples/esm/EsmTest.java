package dev.mortise.examples.esm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.esmintegration.MortiseContext;
import dev.mortise.loader.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scripts give what README.md says. */
class EsmTest {
  private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};
  private static final Path SCRIPTS = Path.of("scripts");
  private static final Path SHARED = Path.of("..", "..", "..", "shared", "components");

  private static MortiseContext with(String name, String file) throws IOException {
    Path component = SHARED.resolve(file);
    assumeTrue(
        Files.exists(component),
        () -> component + ", seen from the folder examples/esm, is not there: nothing to run");
    return MortiseContext.newBuilder()
        .folder(SCRIPTS)
        .importMap(SCRIPTS.resolve("import-map.json"))
        .register(name, Component.load(component))
        .context(builder -> builder.option("engine.WarnInterpreterOnly", "false"))
        .build();
  }

  @Test
  void shop_componentImportsComponents() throws IOException {
    assertThat(Shop.paid(SCRIPTS)).isEqualTo(42);
  }

  @Test
  void text_componentLogsByAScript() throws IOException {
    try (MortiseContext js = with("docs:text/ops", "text-c.wasm")) {
      Value text = js.load("text.mjs");
      assertThat(text.getMember("shouted").asString()).isEqualTo("SMALL");
      assertThat(text.getMember("words").asInt()).isEqualTo(3);
      assertThat(text.getMember("tokens").asString()).isEqualTo("word,number");
      assertThat(text.getMember("refused").asString()).isEqualTo("empty");
      assertThat(text.getMember("log").asString()).isNotEmpty();
    }
  }

  /** A component with a JavaScript engine inside: 12 MB, which are interpreted. */
  @Test
  @Timeout(300)
  void greeter_answersAsElsewhere() throws IOException {
    try (MortiseContext js = with("greeter", "greeter-js.wasm")) {
      Value answers = js.load("greeter.mjs").getMember("answers");
      assertThat(answers.as(STRINGS))
          .containsExactly(
              "Hello from a component, x!",
              "Hello, World!",
              "HELLO ANN (3)!! [happy] {wave,bow} #a",
              "3",
              "2.5,é",
              "nobody to greet");
    }
  }
}
