package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script {@code mortise} in a checkout of its own, with a Maven and a JDK that only pretend.
 */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "mortise").toAbsolutePath().normalize();

  /** Notes that it ran, and leaves what a build leaves. */
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "built with $JAVA_HOME" >>"$PWD/builds"
      sleep 0.3
      if [ -e "$PWD/broken" ]; then
        echo '[INFO] noise'
        echo '[ERROR] Main.java:[1,1] this is broken'
        exit 1
      fi
      mkdir -p cli/target/lib
      touch cli/target/mortise-cli-1.0.0.jar cli/target/lib/mortise-loader-1.0.0.jar
      mkdir -p cli/target/lib-js
      for jar in js-language compiler truffle-compiler collections word; do
        touch "cli/target/lib-js/$jar-25.0.3.jar"
      done
      mkdir -p cli/target/lib-serve
      touch cli/target/lib-serve/jetty-server-12.1.13.jar
      """;

  /** Shows how it was called, unless that was for the archive of loaded classes. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      case "$*" in *Training* | *RaiseClassVersion*) exit 0 ;; esac
      printf '<%s>' "$@"
      echo
      exit "${JAVA_EXIT:-0}"
      """;

  @TempDir Path temp;
  private Path root;
  private Path jdk;

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is for Unix");
    root = Files.createDirectories(temp.resolve("a check out"));
    write(root.resolve("mortise"), Files.readString(SCRIPT));
    write(
        root.resolve(".mvn/find-jdk.sh"),
        Files.readString(SCRIPT.resolveSibling(".mvn/find-jdk.sh")));
    for (String module : List.of("cli", "loader")) {
      write(root.resolve(module + "/pom.xml"), "");
      write(root.resolve(module + "/src/main/java/Some.java"), "");
    }
    write(root.resolve("pom.xml"), "");
    write(temp.resolve("bin/mvn"), MAVEN);
    jdk = jdk("jdk-25", "25.0.1");
  }

  @Test
  void firstStart_buildsAndPassesTheArgumentsOn() throws Exception {
    Outcome outcome = start("run", "a b.wasm", "f(\"x\", '*')", "");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .endsWith("<dev.mortise.cli.Main><run><a b.wasm><f(\"x\", '*')><>\n")
        .contains("mortise-cli-1.0.0.jar:", "mortise-loader-1.0.0.jar>");
    assertThat(outcome.err()).startsWith("mortise: first start, building").hasLineCount(1);
    assertThat(builds()).containsExactly("built with " + jdk);
  }

  @Test
  void secondStart_saysAndBuildsNothing() throws Exception {
    start("--help");
    Outcome outcome = start("--help");
    assertThat(outcome.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void changedSource_buildsAgain() throws Exception {
    start();
    write(root.resolve("loader/src/main/java/New.java"), "");
    assertThat(start().err()).startsWith("mortise: sources changed, building");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void changedTest_buildsNothing() throws Exception {
    start();
    write(root.resolve("loader/src/test/java/NewTest.java"), "");
    start();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void exitCode_isThatOfJava() throws Exception {
    ProcessBuilder starting = starting(List.of(root.resolve("mortise").toString()));
    starting.environment().put("JAVA_EXIT", "7");
    assertThat(outcome(starting.start()).exitCode()).isEqualTo(7);
  }

  @Test
  void parallelFirstStarts_buildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(starting(List.of(root.resolve("mortise").toString(), "-V")).start());
    }
    for (Process process : processes) {
      Outcome outcome = outcome(process);
      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out()).endsWith("<dev.mortise.cli.Main><-V>\n");
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void lockOfADeadProcess_isTaken() throws Exception {
    Files.createDirectories(root.resolve(".mortise"));
    Files.createSymbolicLink(root.resolve(".mortise/lock"), Path.of("999999999"));
    assertThat(start().exitCode()).isZero();
    assertThat(root.resolve(".mortise")).isDirectoryNotContaining("glob:**/lock");
  }

  @Test
  void symbolicLinkFromElsewhere_findsItsCheckout() throws Exception {
    Path link = temp.resolve("bin/m");
    Files.createSymbolicLink(link, root.resolve("mortise"));
    Files.createSymbolicLink(temp.resolve("bin/mm"), Path.of("m"));
    assertThat(outcome(starting(List.of("mm", "-V")).start()).exitCode()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void failedBuild_showsTheErrorsAndNamesTheLog() throws Exception {
    write(root.resolve("broken"), "");
    Outcome outcome = start();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("this is broken", root.resolve(".mortise/build.log").toString())
        .doesNotContain("noise");
    Files.delete(root.resolve("broken"));
    assertThat(start().exitCode()).isZero();
  }

  @Test
  void oldJavaHome_isPassedOver() throws Exception {
    Path old = jdk("jdk-17", "17.0.2");
    Files.createSymbolicLink(temp.resolve("bin/java"), old.resolve("bin/java"));
    Path user = temp.resolve("home/.jdks");
    Files.createDirectories(user);
    Files.move(jdk, user.resolve("jdk-99"));
    write(user.resolve("jdk-99/release"), "JAVA_VERSION=\"99\"\n");
    jdk = old;
    start();
    assertThat(builds()).containsExactly("built with " + user.resolve("jdk-99"));
  }

  @Test
  void noJdk_isOneSentence() throws Exception {
    Path script = root.resolve(".mvn/find-jdk.sh");
    write(script, Files.readString(script).replace("needed=21 ", "needed=999 "));
    Outcome outcome = start();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("mortise: no JDK 999 or newer was found: ")
        .contains("JAVA_HOME")
        .hasLineCount(1);
  }

  @Test
  void serve_hasJarsThatOtherVerbsHaveNot() throws Exception {
    assertThat(start("serve", "site.wasm").out()).contains("jetty-server-12.1.13.jar");
    assertThat(start("run", "serve").out()).doesNotContain("jetty");
  }

  @Test
  void js_hasJarsThatOtherVerbsHaveNot() throws Exception {
    assertThat(start("js", "main.mjs").out())
        .contains("js-language-25.0.3.jar", "<--enable-native-access=ALL-UNNAMED>")
        .endsWith("<dev.mortise.cli.Main><js><main.mjs>\n");
    assertThat(start("run", "js").out())
        .doesNotContain("js-language", "JVMCI", "--enable-native-access")
        .contains("<-XX:AOTCache=");
  }

  /** The compiler is one for its own release of the JDK, and for later updates of that. */
  @ParameterizedTest
  @CsvSource({
    "25.0.3, true",
    "25.0.4, true",
    "25.0.10, true",
    "25.0.2, false",
    "25, false",
    "25.1.0, false",
    "26.0.3, false",
    "24.0.3, false",
    "21.0.9, false",
  })
  void js_isCompiledWhereTheJdkFits(String version, boolean compiled) throws Exception {
    write(
        jdk.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base jdk.internal.vm.ci\"\n");
    Outcome outcome = start("--stack-trace", "js");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().contains("<-XX:+EnableJVMCI><--upgrade-module-path="))
        .isEqualTo(compiled);
    assertThat(outcome.err()).hasLineCount(1); // that it was built
  }

  @Test
  void js_withoutTheInterfaceForCompilers_isQuiet() throws Exception {
    write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\nMODULES=\"java.base\"\n");
    assertThat(start("js").out()).doesNotContain("JVMCI");
    write(
        jdk.resolve("release"),
        "JAVA_VERSION=\"25.0.3\"\nGRAALVM_VERSION=\"25\"\nMODULES=\"jdk.internal.vm.ci\"\n");
    assertThat(start("js").out()).doesNotContain("JVMCI");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    write(home.resolve("bin/java"), JAVA);
    write(home.resolve("bin/javac"), JAVA);
    write(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private Outcome start(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(root.resolve("mortise").toString()));
    command.addAll(List.of(args));
    return outcome(starting(command).start());
  }

  /** Begins in another folder than the checkout. */
  private ProcessBuilder starting(List<String> command) {
    List<String> found = new ArrayList<>(command);
    if (!found.get(0).contains("/")) {
      found.set(0, temp.resolve("bin").resolve(found.get(0)).toString());
    }
    ProcessBuilder starting = new ProcessBuilder(found).directory(temp.toFile());
    starting.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
    starting.environment().put("JAVA_HOME", jdk.toString());
    starting.environment().put("HOME", temp.resolve("home").toString());
    starting.environment().remove("MORTISE_JAVA_OPTS");
    starting.environment().remove("MORTISE_JIT");
    return starting;
  }

  private static Outcome outcome(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }
}
