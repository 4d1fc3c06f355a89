package examples.modularjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.runtime.Imports;
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

  @TempDir static Path temp;
  private static Path modules;
  private static Path application;

  @BeforeAll
  static void makeJar() throws Exception {
    modules = Files.createDirectories(temp.resolve("mods"));
    application = temp.resolve("app");
    assumeTrue(
        Path.of(Imports.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString()
            .endsWith(".jar"),
        "mortise-runtime is a folder of classes here: run mvn verify, not mvn test");
    run(
        "java",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.mortise.cli.Main",
        "jar",
        "target/classes/hello-clock.wasm",
        "--with-runtime",
        "-o",
        modules.resolve("hello-clock.jar").toString());
    List<String> compile =
        new ArrayList<>(List.of("javac", "-p", modules.toString(), "-d", application.toString()));
    try (Stream<Path> sources = Files.walk(Path.of("src/app"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
    }
    run(compile.toArray(String[]::new));
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
