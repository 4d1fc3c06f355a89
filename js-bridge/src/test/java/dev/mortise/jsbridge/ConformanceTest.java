package dev.mortise.jsbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One script says what JavaScript sees of components. What it prints here is {@code mortise.txt},
 * what it prints on Node.js with jco {@code jco.txt}, and {@code differences.txt} says why a line
 * is not the same in both.
 */
class ConformanceTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/mortise/jsbridge/conformance");
  private static final Path OURS = FOLDER.resolve("mortise.txt");
  private static final Path JCO = FOLDER.resolve("jco.txt");
  private static final Path DIFFERENCES = FOLDER.resolve("differences.txt");

  @BeforeAll
  static void bless() throws IOException, InterruptedException {
    if (System.getProperty("bless") != null) {
      Files.write(OURS, run(Contexts.FAST));
    }
    if (System.getProperty("bless.jco") != null) {
      int code =
          new ProcessBuilder(FOLDER.resolve("jco.sh").toAbsolutePath().toString())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(code).isZero();
    }
  }

  /** Runs the script; gives its lines. */
  static List<String> run(Contexts kind) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Context context = kind.open()) {
      JsRealm realm = JsRealm.in(context);
      ProxyExecutable load =
          arguments ->
              Guests.prepared(arguments[0].asString())
                  .instantiate(realm, JsImports.of(arguments[1]))
                  .exports();
      ProxyExecutable print =
          arguments -> {
            byte[] text = arguments[0].asString().getBytes(StandardCharsets.UTF_8);
            lines.add(new String(text, StandardCharsets.UTF_8));
            return null;
          };
      Value script =
          context.eval(
              Source.newBuilder("js", Files.readString(FOLDER.resolve("script.js")), "script.js")
                  .build());
      script.execute(load, print);
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void script_printsWhatItDid(Contexts kind) throws IOException {
    assertThat(run(kind)).isEqualTo(Files.readAllLines(OURS));
  }

  @Test
  void differencesFromJco_areThoseThatHaveAReason() throws IOException {
    Map<String, String> ours = outcomes(OURS);
    Map<String, String> jco = outcomes(JCO);
    assertThat(ours.keySet()).isEqualTo(jco.keySet());
    Set<String> differing = new TreeSet<>();
    ours.forEach(
        (label, outcome) -> {
          if (!outcome.equals(jco.get(label))) {
            differing.add(label);
          }
        });
    assertThat(differing).isEqualTo(explained());
  }

  /** The labels with their outcomes, without the words of messages. */
  private static Map<String, String> outcomes(Path file) throws IOException {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 2);
      String outcome = parts[1].replaceFirst(" \\| .*", "");
      assertThat(outcomes.put(parts[0], outcome)).as("label %s", parts[0]).isNull();
    }
    return outcomes;
  }

  /** The labels below the reasons: a line that is indented is a label. */
  private static Set<String> explained() throws IOException {
    Set<String> labels = new TreeSet<>();
    for (String line : Files.readAllLines(DIFFERENCES)) {
      if (line.startsWith("    ")) {
        assertThat(labels.add(line.substring(4))).as(line).isTrue();
      }
    }
    return labels;
  }
}
