package examples.modularjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md says, done. */
class ModularJarTest {
  private static final String MAIN = "examples.modular/examples.modular.Main";

  /** What the jar needs, by how the names of the files begin. */
  private static final Pattern NEEDED =
      Pattern.compile("(mortise-runtime|runtime|wasm|jspecify)-[0-9].*\\.jar");

  @TempDir static Path temp;
  private static Path modules;
  private static Path application;

  @BeforeAll
  static void makeJar() throws Exception {
    modules = Files.createDirectories(temp.resolve("mods"));
    application = temp.resolve("app");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (NEEDED.matcher(String.valueOf(jar.getFileName())).matches()) {
        Files.copy(jar, modules.resolve(jar.getFileName()));
      }
    }
    assumeTrue(
        names(modules).stream().anyMatch(name -> name.startsWith("mortise-runtime")),
        "mortise-runtime is a folder of classes here: run mvn verify, not mvn test");
    run(
        "java",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.mortise.cli.Main",
        "jar",
        "target/classes/hello-clock.wasm",
        "-o",
        modules.resolve("hello-clock.jar").toString());
    List<String> compile =
        new ArrayList<>(List.of("javac", "-p", modules.toString(), "-d", application.toString()));
    try (Stream<Path> sources = Files.walk(Path.of("src/app"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
    }
    run(compile.toArray(String[]::new));
    // The annotations are for javac alone.
    for (String name : names(modules)) {
      if (name.startsWith("jspecify")) {
        Files.delete(modules.resolve(name));
      }
    }
  }

  @Test
  void application_runsOnTheModulePath() throws Exception {
    assertThat(run("java", "-p", path(), "-m", MAIN, "9", "World"))
        .isEqualTo("Good morning, World!\n");
    assertThat(run("java", "-p", path(), "-m", MAIN, "20", "World"))
        .isEqualTo("Good evening, World!\n");
  }

  @Test
  void olderAsm_doesNoHarm() throws Exception {
    Path asm = Path.of("target/asm-7/asm-7.0.jar");
    assertThat(asm).exists();
    assertThat(
            run(
                "java",
                "-cp",
                asm + File.pathSeparator + modules + "/*" + File.pathSeparator + application,
                "examples.modular.Main",
                "9",
                "World"))
        .isEqualTo("Good morning, World!\n");
  }

  @Test
  void application_runsOnTheClassPath() throws Exception {
    assertThat(
            run(
                "java",
                "-cp",
                modules + "/*" + File.pathSeparator + application,
                "examples.modular.Main",
                "9",
                "World"))
        .isEqualTo("Good morning, World!\n");
  }

  @Test
  void modules_areTheRunTimeAndTheEngine() throws Exception {
    Matcher resolved =
        Pattern.compile("(?m)^(\\S+) (?:requires|binds) (\\S+)")
            .matcher(
                run("java", "-p", path(), "--show-module-resolution", "-m", MAIN, "9", "World"));
    Set<String> found = new TreeSet<>();
    while (resolved.find()) {
      found.add(resolved.group(1));
      found.add(resolved.group(2));
    }
    found.removeIf(name -> name.startsWith("java.") || name.startsWith("jdk."));
    assertThat(found)
        .containsExactly(
            "com.dylibso.chicory.runtime",
            "com.dylibso.chicory.wasm",
            "dev.mortise.runtime",
            "examples.modular",
            "hello.clock");
  }

  private static String path() {
    return modules + File.pathSeparator + application;
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Runs a tool of this JDK and gives what it printed. */
  private static String run(String... arguments) throws Exception {
    String[] command = arguments.clone();
    command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
    Path output = Files.createTempFile(temp, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).as(Arrays.toString(command)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
