package dev.mortise.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parts of the tour say the same here as under jco on Node.js, whose answers are {@code
 * compare/jco.txt}; {@code compare/differences.txt} says why a line is not the same. With {@code
 * -Dbless.jco} jco is asked again, by {@code guests/compare-jco.sh}, which needs npm.
 */
class CompareTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/mortise/wasi/compare");
  private static final Path SCRIPT = Path.of("src/test/guests/compare-jco.sh");

  /** What jco's process ends with when the component traps. */
  private static final int TRAPPED = 100;

  @TempDir private Path temp;

  @BeforeAll
  static void bless() throws IOException, InterruptedException {
    if (System.getProperty("bless.jco") != null) {
      int code =
          new ProcessBuilder(SCRIPT.toAbsolutePath().toString()).inheritIO().start().waitFor();
      assertThat(code).isZero();
    }
  }

  @Test
  void differencesFromJco_areThoseThatHaveAReason() throws Exception {
    Map<String, List<String>> ours = ours();
    Map<String, List<String>> jco = jco();
    assertThat(ours.keySet()).isEqualTo(jco.keySet());
    Set<String> differing = new TreeSet<>();
    ours.forEach(
        (part, lines) -> {
          List<String> theirs = jco.get(part);
          assertThat(lines).as(part).hasSameSizeAs(theirs);
          for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(theirs.get(i))) {
              differing.add(part + " | " + lines.get(i) + " | " + theirs.get(i));
            }
          }
        });
    assertThat(differing).isEqualTo(explained());
  }

  private Map<String, List<String>> ours() throws IOException, URISyntaxException {
    Path file = Path.of(Objects.requireNonNull(CompareTest.class.getResource("tour.wasm")).toURI());
    WasiCommand tour = WasiCommand.load(file);
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String part : Files.readAllLines(FOLDER.resolve("parts.txt"))) {
      Path box = Files.createTempDirectory(temp, "box");
      Files.writeString(box.resolve("secret"), "secret\n");
      List<String> arguments = new ArrayList<>(List.of("tour"));
      arguments.addAll(List.of(part.split(" ")));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WasiConfig config =
          WasiConfig.builder()
              .folder(Files.createDirectory(box.resolve("folder")), "/", Access.READ_WRITE)
              .arguments(arguments)
              .environment("NAME", "ännchen")
              .environment("EMPTY", "")
              .stdin(new ByteArrayInputStream("one line\n".repeat(3000).getBytes(UTF_8)))
              .stdout(out)
              .build();
      int status;
      try {
        status = tour.run(config);
      } catch (TrapException e) {
        status = TRAPPED;
      }
      List<String> lines = new ArrayList<>(out.toString(UTF_8).lines().toList());
      lines.add("status " + status);
      parts.put(part, lines);
    }
    return parts;
  }

  private static Map<String, List<String>> jco() throws IOException {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("jco.txt"))) {
      if (line.startsWith("== ")) {
        lines = new ArrayList<>();
        parts.put(line.substring(3), lines);
      } else {
        lines.add(line);
      }
    }
    return parts;
  }

  /** The differences below the reasons: a line that is indented is one. */
  private static Set<String> explained() throws IOException {
    Set<String> differences = new TreeSet<>();
    for (String line : Files.readAllLines(FOLDER.resolve("differences.txt"))) {
      if (line.startsWith("    ")) {
        assertThat(differences.add(line.substring(4))).as(line).isTrue();
      }
    }
    return differences;
  }
}
