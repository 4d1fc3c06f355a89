package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TckCommandTest {
  @TempDir Path temp;
  private String suite = "";

  /** A script whose line 2 passes, whose line 3 fails, and whose line 4 cannot run. */
  @BeforeEach
  void write() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("suite"));
    Files.write(folder.resolve("empty.wasm"), new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
    Files.writeString(
        folder.resolve("script.json"),
        """
        {"source_filename": "mine/script.wast", "commands": [
          {"type": "component", "line": 2, "filename": "empty.wasm"},
          {"type": "assert_invalid", "line": 3, "filename": "empty.wasm", "text": "\\u001b[2J"},
          {"type": "assert_malformed", "line": 4, "filename": "x", "text": "y", "skip": "text"}
        ]}
        """);
    suite = folder.toString();
  }

  private String nyi(String content) throws IOException {
    return "--nyi=" + Files.writeString(temp.resolve("nyi.txt"), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interpreted", "compiled", "generated"})
  void failure_isShownWithItsPlace_andExitsWithNine(String mode) {
    Outcome outcome = Outcome.of("tck", "--mode=" + mode, suite);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(9);
    assertThat(outcome.out())
        .startsWith("folder ")
        .containsPattern("(?m)^mine +1 +3 +1 +1 +0 +1$")
        .containsPattern("(?m)^  assert_invalid +1 +0 +1 +0 +0$")
        .contains("\n  skipped 1: text-only\n", "\nFAILED mine/script:3 assert_invalid: expected")
        .doesNotContain("\u001b");
  }

  @Test
  void generated_saysHowManyFunctionsAre() {
    assertThat(Outcome.of("tck", "--mode=generated", suite).out())
        .endsWith("generated 0: 0 exports, 0 calls between components, 0 imports\n");
    assertThat(Outcome.of("tck", "--mode=compiled", suite).out()).doesNotContain("generated");
  }

  @Test
  void knownFailure_isNone_andOneThatPassesIs() throws IOException {
    Outcome known = Outcome.of("tck", nyi("mine/script:3 not yet\n"), suite);
    assertThat(known.exitCode()).isZero();
    assertThat(known.out()).doesNotContain("FAILED");
    Outcome stale = Outcome.of("tck", nyi("mine/script:2,3 not yet\n"), suite);
    assertThat(stale.exitCode()).isEqualTo(9);
    assertThat(stale.out()).contains("FAILED mine/script:2 component: it passes, but is listed");
  }

  @Test
  void json_holdsEveryCommand() throws IOException {
    Path json = temp.resolve("report.json");
    Outcome outcome = Outcome.of("tck", "--json", json.toString(), suite);
    assertThat(outcome.exitCode()).isEqualTo(9);
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("ok").asBoolean()).isFalse();
    assertThat(root.path("scripts").path(0).path("commands")).hasSize(3);
  }

  @Test
  void wrongArguments_areSaidToBe() throws IOException {
    String empty = Files.createDirectory(temp.resolve("empty")).toString();
    assertThat(Outcome.of("tck", empty).exitCode()).isEqualTo(2);
    assertThat(Outcome.of("tck", empty).err()).contains("there is no script (.json) in it");
    assertThat(Outcome.of("tck", "nowhere").err())
        .isEqualTo("error: nowhere: there is no such file\n");
    Outcome list = Outcome.of("tck", nyi("what\n"), suite);
    assertThat(list.exitCode()).isEqualTo(2);
    assertThat(list.err()).contains("expected SCRIPT:LINE,LINE REASON: what");
    assertThat(Outcome.of("tck", "--mode=fast", suite).err())
        .contains("interpreted, compiled, tiered, generated");
  }
}
