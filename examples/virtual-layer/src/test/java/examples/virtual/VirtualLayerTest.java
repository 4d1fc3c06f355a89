package examples.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md says, done, on a real module path. */
class VirtualLayerTest {
  private static final String MAIN = "examples.virtual/examples.virtual.Main";

  /** Mortise and what it needs, by how the names of the files begin. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "(mortise-(runtime|loader|classgen|jdk-module-layer)|runtime|wasm|compiler|asm(-[a-z]+)?"
              + "|jspecify)-[0-9].*\\.jar");

  @TempDir static Path temp;
  private static Path modules;
  private static Path contracts;
  private static Path application;

  @BeforeAll
  static void compile() throws Exception {
    modules = Files.createDirectories(temp.resolve("mods"));
    contracts = temp.resolve("contracts");
    application = temp.resolve("app");
    boolean packaged = false;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      String name = String.valueOf(jar.getFileName());
      if (NEEDED.matcher(name).matches()) {
        Files.copy(jar, modules.resolve(name));
        packaged |= name.startsWith("mortise-jdk-module-layer");
      }
    }
    assumeTrue(packaged, "Mortise is folders of classes here: run mvn verify, not mvn test");
    run(
        "java",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.mortise.cli.Main",
        "bindgen",
        "components/diary.wasm",
        "-o",
        contracts.toString());
    List<String> compile =
        new ArrayList<>(
            List.of("javac", "-p", path(modules, contracts), "-d", application.toString()));
    try (Stream<Path> sources = Files.walk(Path.of("src/app"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
    }
    run(compile.toArray(String[]::new));
  }

  private static String path(Path... entries) {
    return String.join(File.pathSeparator, Arrays.stream(entries).map(Path::toString).toList());
  }

  @Test
  void layers_replaceAndAttenuateImports() throws Exception {
    assertThat(run("java", "-p", path(modules, contracts, application), "-m", MAIN, "components"))
        .isEqualTo(
            """
            parent: kept, last 9
            midnight: kept, last 0
            read-only: refused, last 0
            """);
  }

  private static String run(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.set(0, Path.of(System.getProperty("java.home"), "bin", command[0]).toString());
    Path output = Files.createTempFile(temp, "output", ".txt");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      String text = Files.readString(output);
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
