package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompareCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "hello-java");
  private static final String HELLO = EXAMPLES.resolve("hello.wasm").toString();
  private static final String HELLO_CLOCK = EXAMPLES.resolve("hello-clock.wasm").toString();

  @Test
  void sameComponent_hasNoChange() {
    Outcome outcome = Outcome.of("compare", HELLO, HELLO);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isEqualTo("nothing has changed\n");
  }

  @Test
  void newImport_breaks() {
    Outcome outcome = Outcome.of("compare", HELLO, HELLO_CLOCK);
    assertThat(outcome.exitCode()).isEqualTo(10);
    assertThat(outcome.out())
        .isEqualTo(
            "breaks: [new-import] import examples:hello/clock@1.0.0: expected nothing, found"
                + " interface { hour: func() -> u8 }; the host has to supply it, or the component"
                + " cannot be instantiated\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void removedImport_isFine() {
    Outcome outcome = Outcome.of("compare", HELLO_CLOCK, HELLO);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("fine: [removed-import] import examples:hello/clock");
  }

  @Test
  void json_hasThePartsOfEachChange() throws Exception {
    Outcome outcome = Outcome.of("compare", "--json", HELLO, HELLO_CLOCK);
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(json.get("compatible").asBoolean()).isFalse();
    assertThat(json.get("exitCode").asInt()).isEqualTo(10).isEqualTo(outcome.exitCode());
    JsonNode change = json.get("changes").get(0);
    assertThat(change.get("code").asText()).isEqualTo("new-import");
    assertThat(change.get("breaking").asBoolean()).isTrue();
    assertThat(change.get("path")).hasSize(1);
    assertThat(change.has("before")).isFalse();
    assertThat(change.get("after").asText()).isEqualTo("interface { hour: func() -> u8 }");
    assertThat(change.get("message").asText()).startsWith("[new-import] ");
  }

  @Test
  void missingFile_isNamed() {
    Outcome outcome = Outcome.of("compare", HELLO, "nowhere.wasm");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("error: nowhere.wasm: there is no such file\n");
  }
}
