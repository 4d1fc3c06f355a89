package examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.runtime.Imports;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md says, done. */
class ModulePathTest {
  private static final String MAIN = "examples.modulepath/examples.modulepath.Main";

  private static final String EXPECTED =
      """
      log: greeting World
      HELLO, WORLD
      log: greeting Ann
      HELLO, ANN
      """;

  @TempDir static Path temp;
  private static Path modules;
  private static Path contracts;
  private static Path application;

  @BeforeAll
  static void compile() throws Exception {
    modules = temp.resolve("mods");
    contracts = temp.resolve("contracts");
    application = temp.resolve("app");
    assumeTrue(
        Path.of(Imports.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString()
            .endsWith(".jar"),
        "mortise-runtime is a folder of classes here: run mvn verify, not mvn test");
    mortise("bindgen", "wit/text.wit", "-o", contracts.toString());
    for (String name : List.of("letters", "greeter")) {
      mortise(
          "jar",
          "components/" + name + ".wasm",
          "--contracts",
          contracts.toString(),
          "--with-runtime",
          "-o",
          modules.resolve(name + ".jar").toString());
    }
    List<String> compile =
        new ArrayList<>(
            List.of("javac", "-p", path(modules, contracts), "-d", application.toString()));
    try (Stream<Path> sources = Files.walk(Path.of("src/app"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
    }
    run(compile);
  }

  @Test
  void application_runsOnComponents() throws Exception {
    assertThat(
            mortise(
                "java", "-p", path(application, Path.of("components")), "-m", MAIN, "World", "Ann"))
        .isEqualTo(EXPECTED);
  }

  @Test
  void application_runsOnComponentsAndContractsOfItsOwn() throws Exception {
    assertThat(
            mortise(
                "java",
                "-p",
                path(application, contracts, Path.of("components")),
                "-m",
                MAIN,
                "World",
                "Ann"))
        .isEqualTo(EXPECTED);
  }

  @Test
  void application_runsOnJarsMadeAheadOfTime() throws Exception {
    assertThat(
            run(
                List.of(
                    "java",
                    "-p",
                    path(application, modules, contracts),
                    "-m",
                    MAIN,
                    "World",
                    "Ann")))
        .isEqualTo(EXPECTED);
  }

  @Test
  void application_runsOnAJarAndAComponent() throws Exception {
    Path mixed = Files.createDirectories(temp.resolve("mixed"));
    Files.copy(modules.resolve("letters.jar"), mixed.resolve("letters.jar"));
    Files.copy(Path.of("components/greeter.wasm"), mixed.resolve("greeter.wasm"));
    assertThat(
            mortise("java", "-p", path(application, contracts, mixed), "-m", MAIN, "World", "Ann"))
        .isEqualTo(EXPECTED);
  }

  @Test
  void missingProvider_isToldByTheJar() throws Exception {
    Path lonely = Files.createDirectories(temp.resolve("lonely"));
    for (String name : List.of("greeter", "mortise-runtime", "runtime", "wasm", "jspecify")) {
      copy(modules, name, lonely);
    }
    assertThat(fail(path(application, lonely, contracts)))
        .contains("module greeter > import demo:text/letters@1.0.0")
        .contains("expected one provider of wit.demo.text.v1.Letters, found none");
  }

  @Test
  void severalProviders_areToldByTheJar() throws Exception {
    Path twice = Files.createDirectories(temp.resolve("twice"));
    mortise(
        "jar",
        "components/letters.wasm",
        "--contracts",
        contracts.toString(),
        "--module",
        "other",
        "--package",
        "other",
        "-o",
        twice.resolve("other.jar").toString());
    assertThat(fail(path(application, modules, twice, contracts)))
        .contains("[ambiguous-provider] module greeter > import demo:text/letters@1.0.0")
        .contains("expected one provider of wit.demo.text.v1.Letters, found 2: letters, other;");
  }

  private static void copy(Path from, String name, Path to) throws Exception {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches(name + "(-[0-9].*)?\\.jar")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static String fail(String path) throws Exception {
    return run(List.of("java", "-p", path, "-m", MAIN, "World"), 1);
  }

  private static String path(Path... entries) {
    return String.join(File.pathSeparator, Arrays.stream(entries).map(Path::toString).toList());
  }

  private static String mortise(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("java", "-cp", System.getProperty("java.class.path"), "dev.mortise.cli.Main"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a tool of this JDK and gives what it printed. */
  private static String run(List<String> command) throws Exception {
    return run(command, 0);
  }

  private static String run(List<String> command, int exitCode) throws Exception {
    List<String> all = new ArrayList<>(command);
    all.set(0, Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
    Path output = Files.createTempFile(temp, "output", ".txt");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      String text = Files.readString(output);
      assertThat(process.exitValue()).as(text).isEqualTo(exitCode);
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
