package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md tells people to type. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir Path temp;

  static List<String> commands() throws IOException {
    return blocks("sh").flatMap(String::lines).filter(line -> !line.startsWith("mvn ")).toList();
  }

  @Test
  void commands_areFound() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("./mortise "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_succeeds(String line) throws IOException {
    List<String> words = words(line);
    Outcome outcome = Outcome.of(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isNotEmpty();
  }

  @Test
  void java_printsWhatItSays() throws Exception {
    String code = blocks("java").findFirst().orElseThrow();
    String said = code.substring(code.lastIndexOf("// ") + 3).strip();
    assertThat(compileAndRun(code.replace("Path.of(\"", "Path.of(\"" + ROOT + "/")))
        .isEqualTo(said + "\n");
  }

  private String compileAndRun(String code) throws Exception {
    Path source =
        Files.writeString(
            temp.resolve("Snippet.java"),
            "import dev.mortise.loader.*;\n"
                + "import dev.mortise.runtime.*;\n"
                + "import java.nio.file.Path;\n"
                + "public class Snippet {\n"
                + "public static void main(String[] arguments) throws Exception {\n"
                + code
                + "}\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      String classes = codeOf(Component.class) + File.pathSeparator + codeOf(Imports.class);
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of("-classpath", classes, "-d", temp.toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(complaints.toString()).isTrue();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {temp.toUri().toURL()}, getClass().getClassLoader())) {
      System.setOut(new PrintStream(out, true, UTF_8));
      classes
          .loadClass("Snippet")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(UTF_8).replace("\r\n", "\n");
  }

  private static Path codeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** What stands between {@code ```language} and {@code ```}. */
  private static Stream<String> blocks(String language) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```$")
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .map(block -> block.group(1));
  }

  /** The words of a line as a shell in the project's folder makes them: quotes and stars. */
  private static List<String> words(String line) throws IOException {
    List<String> words = new ArrayList<>();
    for (MatchResult match : WORD.matcher(line).results().toList()) {
      String word = match.group(2);
      if (word == null) {
        words.add(match.group(1));
      } else if (word.startsWith("examples/") || word.startsWith("wasi-contracts/")) {
        Path path = ROOT.resolve(word);
        try (DirectoryStream<Path> found =
            Files.newDirectoryStream(path.getParent(), String.valueOf(path.getFileName()))) {
          found.forEach(file -> words.add(file.toString()));
        }
      } else {
        words.add(word);
      }
    }
    return words;
  }
}
