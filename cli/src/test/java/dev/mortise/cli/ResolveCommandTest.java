package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {
  private static final Path COMPONENTS = Path.of("..", "examples", "jpms-layer", "components");
  private static final String HELLO_CLOCK =
      Path.of("..", "examples", "hello-java", "hello-clock.wasm").toString();

  @TempDir Path temp;

  private static String file(String name) {
    return COMPONENTS.resolve(name).toString();
  }

  @Test
  void graph_isPrintedModuleByModule() {
    Outcome outcome = Outcome.of("resolve", COMPONENTS.toString(), "--root", "bill");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .containsExactly(
            "ops (" + file("ops.wasm") + ")",
            "shop (" + file("shop.wasm") + ")",
            "  docs:math/ops@0.2.0 from component ops",
            "bill (" + file("bill.wasm") + ")",
            "  docs:shop/cart@1.0.0 from component shop",
            "  docs:math/ops@0.2.3 from component ops",
            "contract wit.docs.math.v0_2: made of the components' views",
            "contract wit.docs.shop.v1: made of the components' views");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void json_hasModulesWiresAndContracts() throws Exception {
    Outcome outcome = Outcome.of("resolve", "--json", COMPONENTS.toString(), "--root", "shop");
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(json.get("roots").get(0).asText()).isEqualTo("shop");
    assertThat(json.get("modules")).hasSize(2);
    assertThat(json.get("modules").get(0).get("kind").asText()).isEqualTo("component");
    JsonNode wire = json.get("wires").get(0);
    assertThat(wire.get("importer").asText()).isEqualTo("shop");
    assertThat(wire.get("import").asText()).isEqualTo("docs:math/ops@0.2.0");
    assertThat(wire.get("class").asText()).isEqualTo("wit.docs.math.v0_2.Ops");
    assertThat(wire.get("provider").asText()).isEqualTo("ops");
    assertThat(json.get("contracts").get(0).get("package").asText())
        .isEqualTo("wit.docs.math.v0_2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dot", "mermaid"})
  void graph_isThatOfTheGolden(String language) throws Exception {
    Outcome outcome =
        Outcome.of("resolve", "--" + language, COMPONENTS.toString(), "--root", "bill");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    Golden.check("resolve/bill." + language, outcome.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dot", "mermaid"})
  void graphOfAJavaModule_isThatOfTheGolden(String language) throws Exception {
    Path app = JavaModules.requiring(temp.resolve("app"), "shop", "wit.docs.math.v0_2.Ops");
    Path shop = Files.copy(COMPONENTS.resolve("shop.wasm"), temp.resolve("shop.wasm"));
    Outcome outcome =
        Outcome.of("resolve", "--" + language, app.toString(), shop.toString(), "--root", "app");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    Golden.check("resolve/app." + language, outcome.out().replace(temp + "/", ""));
  }

  @Test
  void javaModule_isPrintedWithWhatItRequires() throws Exception {
    Path app = JavaModules.requiring(temp.resolve("app"), "shop", "wit.docs.math.v0_2.Ops");
    Path shop = Files.copy(COMPONENTS.resolve("shop.wasm"), temp.resolve("shop.wasm"));
    Outcome outcome = Outcome.of("resolve", app.toString(), shop.toString(), "--root", "app");
    assertThat(outcome.out().lines().map(line -> line.replace(temp + "/", "")))
        .containsExactly(
            "app (app)",
            "  requires shop",
            "shop (shop.wasm)",
            "  docs:math/ops@0.2.0 from java app",
            "contract wit.docs.math.v0_2: made of the components' views",
            "contract wit.docs.shop.v1: made of the components' views");
  }

  @Test
  void forms_excludeOneAnother() {
    Outcome outcome = Outcome.of("resolve", COMPONENTS.toString(), "--dot", "--json");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: --json, --dot are mutually exclusive");
  }

  @Test
  void missingProvider_isALinkError() {
    Outcome outcome = Outcome.of("resolve", HELLO_CLOCK);
    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.err()).startsWith("error: [missing-provider] hello.clock (");
  }

  @Test
  void wire_choosesAmongSeveral() throws Exception {
    Path twice = Files.copy(COMPONENTS.resolve("ops.wasm"), temp.resolve("fast.wasm"));
    String[] both = {"resolve", COMPONENTS.toString(), twice.toString(), "--root", "shop"};
    assertThat(Outcome.of(both).err()).contains("[ambiguous-provider] shop");
    Outcome chosen =
        Outcome.of(
            "resolve",
            COMPONENTS.toString(),
            twice.toString(),
            "--root",
            "shop",
            "--wire",
            "shop=docs:math/ops@0.2.0=fast");
    assertThat(chosen.out()).contains("  docs:math/ops@0.2.0 from component fast\n");
    assertThat(Outcome.of("resolve", twice.toString(), "--wire", "shop").exitCode()).isEqualTo(2);
  }

  @Test
  void missingPath_isNamed() {
    Outcome outcome = Outcome.of("resolve", "nowhere");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("[missing-path] nowhere");
  }
}
