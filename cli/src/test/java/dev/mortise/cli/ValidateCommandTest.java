package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mortise.loader.decode.Feature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
  private static final String HELLO =
      Path.of("..", "examples", "hello-java", "hello.wasm").toString();

  /** {@code (type (list u8 4))}. */
  private static final int[] FIXED_LENGTH_LIST = {7, 4, 1, 0x67, 0x7d, 4};

  /** A core module with a function that should return an i32 and returns nothing. */
  private static final int[] WRONG_BODY = {
    1, 25, 0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b
  };

  /** Steers the terminal, begins a line, and turns the order of letters around. */
  private static final String EVIL = "\u001b[2J\r\n\u0007\u009b\u202e";

  @TempDir Path temp;

  private String file(String name, int... sections) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
    for (int octet : sections) {
      out.write(octet);
    }
    return Files.write(temp.resolve(name), out.toByteArray()).toString();
  }

  /** {@code (import NAME (func))}. */
  private String importing(String name) throws IOException {
    byte[] octets = name.getBytes(UTF_8);
    ByteArrayOutputStream sections = new ByteArrayOutputStream();
    sections.writeBytes(new byte[] {7, 5, 1, 0x40, 0, 1, 0});
    sections.writeBytes(new byte[] {10, (byte) (octets.length + 5), 1, 0, (byte) octets.length});
    sections.writeBytes(octets);
    sections.writeBytes(new byte[] {1, 0});
    byte[] all = sections.toByteArray();
    return file("importing.wasm", IntStream.range(0, all.length).map(i -> all[i] & 0xff).toArray());
  }

  @Test
  void explain_showsTheTree() throws IOException {
    String wrong = file("wrong.wasm", 7, 3, 1, 0x70, 4);
    Outcome outcome = Outcome.of("validate", "--explain", HELLO, wrong);
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith(HELLO + ": valid\n\n" + wrong + ": 1 finding\n\n1. [index-out-of-bounds] ")
        .contains("   0x00  component\n   0x0b  └─ type\n", "\n   expected  ", "\n   rule      ");
  }

  @Test
  void json_isOneDocumentForAllFiles() throws IOException {
    String invalid = file("invalid.wasm", 7, 3, 1, 0x70, 4);
    String malformed = file("malformed.wasm", 0xff);
    Outcome outcome = Outcome.of("validate", "--json", HELLO, "nowhere.wasm", invalid, malformed);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).as("that of the first that is not valid").isEqualTo(2);
    JsonNode root = new ObjectMapper().readTree(outcome.out());
    assertThat(root.path("valid").asBoolean()).isFalse();
    assertThat(root.path("exitCode").asInt()).isEqualTo(2);
    assertThat(root.path("files").findValuesAsText("status"))
        .containsExactly("valid", "unreadable", "invalid", "malformed");
    assertThat(root.path("files").findValuesAsText("exitCode")).containsExactly("0", "2", "4", "3");
    JsonNode finding = root.path("files").path(2).path("findings").path(0);
    assertThat(finding.path("code").asText()).isEqualTo("index-out-of-bounds");
    assertThat(finding.path("offset").asInt()).isEqualTo(0x0b);
    assertThat(finding.path("link").asText()).startsWith("https://");
  }

  @Test
  void json_ofAFinding_isWrittenThus() throws IOException {
    String invalid =
        file("sp\u00e4t\"er.wasm", 4, 13, 0, 'a', 's', 'm', 0x0d, 0, 1, 0, 7, 3, 1, 0x70, 4);
    String out = Outcome.of("validate", "--json", "--features=-gc", invalid).out();
    assertThat(out.substring(out.indexOf("\"files\"")).replace(temp.toString(), "TEMP"))
        .isEqualTo(
            """
            "files" : [ {
                "file" : "TEMP/sp\\u00E4t\\"er.wasm",
                "valid" : false,
                "findings" : [ {
                  "code" : "index-out-of-bounds",
                  "where" : "type index 4",
                  "offset" : 21,
                  "path" : [ {
                    "step" : "component",
                    "offset" : 0
                  }, {
                    "step" : "component 0",
                    "offset" : 10
                  }, {
                    "step" : "type",
                    "offset" : 21
                  } ],
                  "expected" : "no index, for none is defined yet",
                  "found" : "4",
                  "why" : "type index out of bounds",
                  "spec" : "Explainer.md#index-spaces",
                  "link" : "https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#index-spaces",
                  "message" : "[index-out-of-bounds] type index 4: expected no index, for none is defined yet, found 4; type index out of bounds (at offset 0x15, component 0)"
                } ],
                "status" : "invalid",
                "exitCode" : 4
              } ]
            }
            """);
  }

  @Test
  void json_ofAnyText_isReadBackAsItWas() throws IOException {
    String name = "a\"b\\c" + EVIL + "\t\u2028\u00e9\ud83d\ude00";
    Outcome outcome = Outcome.of("validate", "--json", importing(name));
    assertThat(outcome.out()).matches("[\\x20-\\x7e\n]*");
    JsonNode finding =
        new ObjectMapper().readTree(outcome.out()).path("files").path(0).path("findings").path(0);
    assertThat(finding.path("where").asText()).contains(name);
    assertThat(finding.path("path").path(1).path("step").asText()).contains(name);
  }

  @Test
  void json_ofValidFiles_exitsWithZero() throws IOException {
    Outcome outcome = Outcome.of("validate", "--json", HELLO);
    assertThat(outcome.exitCode()).isZero();
    JsonNode root = new ObjectMapper().readTree(outcome.out());
    assertThat(root.path("valid").asBoolean()).isTrue();
    assertThat(root.path("features").findValuesAsText("")).isEmpty();
    assertThat(root.path("features")).anyMatch(f -> f.asText().equals("cm-async"));
  }

  @Test
  void explainAndJson_excludeEachOther() {
    Outcome outcome = Outcome.of("validate", "--json", "--explain", HELLO);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--explain", "--json", "mutually exclusive");
  }

  @Test
  void features_switchProposalsOnAndOff() throws IOException {
    String list = file("list.wasm", FIXED_LENGTH_LIST);
    Outcome refused = Outcome.of("validate", list);
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("switch on the feature cm-fixed-length-lists");
    assertThat(Outcome.of("validate", "--features=cm-fixed-length-lists", list).exitCode())
        .isZero();
    assertThat(Outcome.of("validate", "--features", "cm-gc,cm-fixed-length-lists", list).exitCode())
        .isZero();
    assertThat(Outcome.of("validate", "--all-features", list).exitCode()).isZero();
    assertThat(
            Outcome.of("validate", "--all-features", "--features=-cm-fixed-length-lists", list)
                .exitCode())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cm-asinc", "-cm-asinc", ""})
  void features_unknown_listsTheFlags(String flag) {
    Outcome outcome = Outcome.of("validate", "--features=" + flag, HELLO);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: there is no feature '" + flag + "'");
    for (Feature feature : Feature.values()) {
      assertThat(outcome.err()).contains(feature.toString());
    }
  }

  @Test
  void code_isCheckedUnlessLeftOut() throws IOException {
    String wrong = file("body.wasm", WRONG_BODY);
    Outcome outcome = Outcome.of("validate", wrong);
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("[core-module-invalid]");
    assertThat(Outcome.of("validate", "--no-code", wrong).exitCode()).isZero();
    assertThat(Outcome.of("validate", "--explain", wrong).out())
        .contains("[core-module-invalid] core module\n", "└─ core module\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "validate --explain", "validate --json", "inspect", "run"})
  void names_thatAreNotValid_neverSteerTheTerminal(String command) throws IOException {
    String file = importing("a" + EVIL + "b");
    Outcome outcome = Outcome.of((command + " --stack-trace " + file).split(" "));
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.out() + outcome.err()).containsPattern("[{]1b[}]|u001B");
    harmless(outcome);
  }

  /** Between angle brackets, nearly anything is a valid name. */
  @ParameterizedTest
  @ValueSource(strings = {"validate --explain", "inspect", "inspect --tree", "run", "run FILE f()"})
  void names_thatAreValid_neverSteerTheTerminal(String command) throws IOException {
    String file = importing("url=<" + EVIL + ">");
    String line = command.contains("FILE") ? command.replace("FILE", file) : command + " " + file;
    harmless(Outcome.of(line.split(" ")));
  }

  private static void harmless(Outcome outcome) {
    assertThat(outcome.out() + outcome.err())
        .doesNotContain("\u001b", "\r", "\u0007", "\u009b", "\u202e");
  }

  @Test
  void explain_onATerminal_hasColoursAndNoOthers() throws IOException {
    String file = importing("a" + EVIL + "b");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.executeInColours(
            new String[] {"validate", "--explain", file},
            new PrintWriter(out),
            new PrintWriter(err));
    assertThat(exitCode).isEqualTo(4);
    assertThat(out.toString()).contains("\u001b[1;31m[invalid-name]\u001b[0m");
    assertThat(out.toString().replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Outcome.of("validate", "--explain", file).out());
  }
}
