package dev.mortise.mavenplugin.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.mavenplugin.jdk.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started for real, with a class in place of the command that shows its arguments. */
class MortiseCommandTest {
  private static final String ECHO =
      """
      package dev.mortise.cli;
      public class Main {
        public static void main(String[] args) {
          for (String arg : args) {
            System.out.println("<" + arg + ">");
          }
          System.err.println("error: [code] where: \\u2026 it stands");
          System.exit(args.length > 0 && args[0].startsWith("exit-")
              ? Integer.parseInt(args[0].substring(5)) : 0);
        }
      }
      """;

  @TempDir Path temp;

  private MortiseCommand command(String... javaOptions) throws Exception {
    Path source = temp.resolve("Main.java");
    Files.writeString(source, ECHO);
    Path classes = temp.resolve("some classes");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(compiled).isZero();
    return new MortiseCommand(
        new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature()),
        List.of(temp.resolve("other.jar"), classes),
        List.of(javaOptions),
        temp.resolve("made/by it.args"));
  }

  @Test
  void arguments_arriveAsTheyAre() throws Exception {
    assertThat(
            command()
                .run(List.of("a b", "", "\"c\"", "C:\\new\\table", "#1", "'x'", "@file", "$Ü")))
        .containsExactly(
            "<a b>", "<>", "<\"c\">", "<C:\\new\\table>", "<#1>", "<'x'>", "<@file>", "<$Ü>");
  }

  @Test
  void input_isAtFaultByTheExitCode() throws Exception {
    MortiseCommand command = command();
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> command.run(List.of("exit-4")))
        .withMessage("[code] where: … it stands")
        .matches(CommandFailedException::isAboutInput);
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> command.run(List.of("exit-1")))
        .matches(e -> !e.isAboutInput());
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> command.run(List.of("exit-137")))
        .matches(e -> !e.isAboutInput());
  }

  @Test
  void silentFailure_namesTheExitCode() {
    assertThat(MortiseCommand.message("", 7)).isEqualTo("mortise ended with exit code 7");
  }

  @Test
  void javaArguments_haveTheUsersOptionsLast() throws Exception {
    assertThat(command("-Xmx3g").javaArguments(List.of("check", "x.wasm")))
        .containsSubsequence(
            "-XX:+UseSerialGC",
            "-Xmx3g",
            "-cp",
            temp.resolve("other.jar") + File.pathSeparator + temp.resolve("some classes"),
            "dev.mortise.cli.Main",
            "check",
            "x.wasm");
    assertThat(command("-XX:+UseZGC").javaArguments(List.of()))
        .contains("-XX:+UseZGC")
        .doesNotContain("-XX:+UseSerialGC");
  }
}
