package dev.mortise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions as commands. The component desk hands back what it is handed. */
class RunFunctionTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/mortise/cli/run");
  private static final String DESK = FOLDER.resolve("desk.wasm").toString();
  private static final String HELLO = "../examples/hello-java/hello.wasm";
  private static final Pattern WORD = Pattern.compile("((?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+)");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private final InputStream in = System.in;
  private final PrintStream out = System.out;

  @TempDir Path temp;

  @BeforeEach
  void typeSomething() {
    System.setIn(new ByteArrayInputStream("typed\n".getBytes(UTF_8)));
  }

  @AfterEach
  void restore() {
    System.setIn(in);
    System.setOut(out);
  }

  private static Outcome desk(String... words) {
    List<String> all = new ArrayList<>(List.of("run", DESK));
    all.addAll(Arrays.asList(words));
    return Outcome.of(all.toArray(String[]::new));
  }

  /** The words of a line as a shell makes them, but for what is special to shells. */
  private static String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(
            word ->
                QUOTED
                    .matcher(word.group(1))
                    .replaceAll(
                        quoted ->
                            Matcher.quoteReplacement(
                                quoted.group(1) == null ? quoted.group(2) : quoted.group(1))))
        .toArray(String[]::new);
  }

  /** Each line of a file with what comes of it. */
  private String transcript(String file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      if (line.startsWith("#")) {
        text.append('\n').append(line).append('\n');
        continue;
      }
      typeSomething();
      Outcome outcome = desk(words(line));
      text.append("\n$ ").append(line).append('\n').append(outcome.out()).append(outcome.err());
      if (outcome.exitCode() != 0) {
        text.append("exit code ").append(outcome.exitCode()).append('\n');
      }
      assertThat(outcome.exitCode() == 0).as(line).isEqualTo(outcome.err().isEmpty());
    }
    return text.toString().replace(DESK, "desk.wasm").substring(1);
  }

  @Test
  void words_ofEachType_areItsValues() throws IOException {
    String transcript = transcript("answers.in");
    Golden.check("run/answers.txt", transcript);
    assertThat(transcript).doesNotContain("exit code");
  }

  @Test
  void words_thatDoNotFit_areRefused() throws IOException {
    String transcript = transcript("refusals.in");
    Golden.check("run/refusals.txt", transcript);
    assertThat(transcript.lines().filter(line -> line.startsWith("$")).count())
        .isEqualTo(transcript.lines().filter(line -> line.startsWith("exit code")).count());
    assertThat(transcript).doesNotContain("bug in Mortise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"everything", "choices", "several", "say", "sum", "admit", "try", "nothing"})
  void help_isMadeOfTheSignature(String function) throws IOException {
    Outcome outcome = desk(function, "--help");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    Golden.check("run/help/" + function + ".txt", outcome.out().replace(DESK, "desk.wasm"));
  }

  @Test
  void help_comesBeforeWhatIsWrong() {
    assertThat(desk("admit", "300", "-h")).isEqualTo(desk("admit", "--help"));
  }

  @Test
  void help_ofRun_isNotThatOfTheFunction() throws IOException {
    Outcome outcome = Outcome.of("run", DESK, "--help");
    assertThat(outcome).isEqualTo(Outcome.of("run", "--help"));
    Golden.check("run/help/run.txt", outcome.out());
  }

  @Test
  void help_inColours_hasThoseOfPicocliOnly() {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    assertThat(Main.executeInColours(new String[] {"run", DESK, "everything", "-h"}, out, out))
        .isZero();
    assertThat(printed.toString())
        .contains("@ |red no| @ colour", "100% of it")
        .contains("\u001b[33m--byte\u001b[39m\u001b[0m")
        .doesNotContain("\u001b[31m");
  }

  @Test
  void raw_isTheBytesAndNothingElse() throws IOException {
    Path file = Files.write(temp.resolve("all.bytes"), allBytes());
    for (String[] line :
        new String[][] {
          {"run", "--raw", DESK, "bytes", "@" + file}, {"run", DESK, "bytes", "--raw", "-"}
        }) {
      System.setIn(new ByteArrayInputStream(allBytes()));
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      System.setOut(new PrintStream(written));
      assertThat(Outcome.of(line)).isEqualTo(new Outcome(0, "", ""));
      assertThat(written.toByteArray()).isEqualTo(allBytes());
    }
  }

  @Test
  void raw_ofText_hasNoLineBreak() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written));
    assertThat(desk("say", "é\u001b[1m", "--raw")).isEqualTo(new Outcome(0, "", ""));
    assertThat(written.toByteArray()).isEqualTo("é\u001b[1m".getBytes(UTF_8));
  }

  private static byte[] allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void terminal_isNotSteeredByAResult() {
    String property = "mortise.stdout.terminal";
    System.setProperty(property, "true");
    try {
      assertThat(desk("say", "a\u001b[1mb\n").out()).isEqualTo("a\\u{1b}[1mb\n\n");
    } finally {
      System.clearProperty(property);
    }
    assertThat(desk("say", "a\u001b[1mb\n").out()).isEqualTo("a\u001b[1mb\n\n");
  }

  @ParameterizedTest
  @CsvSource({"--json, 1", "--trap-missing, 1", "--compile, 1"})
  void optionsOfRun_standBeforeOrAfterTheFile(String option, String answer) {
    for (String[] line :
        new String[][] {
          {"run", option, DESK, "add", "0", "1"}, {"run", DESK, option, "add", "0", "1"}
        }) {
      assertThat(Outcome.of(line)).isEqualTo(new Outcome(0, answer + "\n", ""));
    }
  }

  @Test
  void optionsOfRun_afterTheFunction_areNotItsOwn() {
    Outcome outcome = desk("add", "0", "1", "--trap-missing");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: there is no option '--trap-missing'\n");
  }

  @Test
  void stackTrace_mayStandAnywhere() {
    assertThat(desk("add", "0", "1", "--stack-trace").out()).isEqualTo("1\n");
    assertThat(desk("admit", "300", "--stack-trace").err()).contains("\tat dev.mortise.cli.");
  }

  @ParameterizedTest
  @CsvSource({"run --foo DESK, --foo", "run DESK --foo, --foo", "run --trap DESK say a, --trap"})
  void unknownOption_beforeTheFunction_isNamed(String line, String option) {
    Outcome outcome = Outcome.of(line.replace("DESK", DESK).split(" "));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: Unknown option: '" + option + "'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"say a", "nowhere.say", "ticket", "say!", ""})
  void unknownFunction_isNamed(String name) {
    Outcome outcome = desk(name, "x");
    assertThat(outcome.exitCode()).isEqualTo(8);
    assertThat(outcome.err())
        .startsWith("error: [unknown-function] call of ")
        .contains("say: func");
  }

  @Test
  void call_asWave_printsAsWave() {
    assertThat(desk("admit(101)")).isEqualTo(new Outcome(0, "err(\"too old,\\nsorry\")\n", ""));
    assertThat(desk("admit(3)", "--json"))
        .isEqualTo(new Outcome(0, "{\"tag\":\"ok\",\"val\":3}\n", ""));
    assertThat(desk("issue(3)", "--json").out()).isEqualTo("{\"resource\":\"ticket\"}\n");
    assertThat(desk("say(\"é\")", "--plain").out()).isEqualTo("é\n");
  }

  @Test
  void atFile_isNoFileOfArguments() throws IOException {
    Path file = Files.writeString(temp.resolve("words"), "--text other");
    assertThat(desk("say", "@" + file).out()).isEqualTo("@" + file + "\n");
  }

  @Test
  void missingImport_isFoundAfterTheWordsAreRead() {
    String clock = "../examples/hello-java/hello-clock.wasm";
    assertThat(Outcome.of("run", clock, "greet").exitCode()).isEqualTo(2);
    assertThat(Outcome.of("run", clock, "greet", "World").exitCode()).isEqualTo(6);
    assertThat(Outcome.of("run", clock, "--trap-missing", "greet", "World").exitCode())
        .isEqualTo(7);
  }

  @Test
  void fileName_thatNeedsQuotes_hasThem() throws IOException {
    Path file = temp.resolve("100% @|bold it's|@.wasm");
    Files.copy(Path.of(HELLO), file);
    assertThat(Outcome.of("run", file.toString(), "greet", "-h").out())
        .startsWith("Usage: mortise run '")
        .contains("100% @ |bold");
    assertThat(Outcome.of("run", file.toString(), "greet", "World").out())
        .isEqualTo("Hello, World!\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          checksum @three        → 53346667
          count 'two words'      → {bytes: 9, words: 2, lines: 0}
          split --s a,b,,c --sep , → ["a", "b", "", "c"]
          split a,b ,            → ["a", "b"]
          """)
  void text_isRunByItsWords(String line, String answer) {
    List<String> all =
        new ArrayList<>(List.of("run", "--trap-missing", SharedComponents.path("text-c.wasm")));
    for (String word : words(line)) {
      all.add(word.replace("@three", "@" + FOLDER.resolve("three.bytes")));
    }
    assertThat(Outcome.of(all.toArray(String[]::new))).isEqualTo(new Outcome(0, answer + "\n", ""));
  }

  @Test
  void greeter_isRunByItsWords() {
    String line =
        "greet-person --p.name Ann --p.age 3 --p.tags a --s shout=2 --m happy --e wave,bow";
    List<String> all = new ArrayList<>(List.of("run", SharedComponents.path("greeter-js.wasm")));
    all.addAll(List.of(words(line)));
    assertThat(Outcome.of(all.toArray(String[]::new)))
        .isEqualTo(new Outcome(0, "HELLO ANN (3)!! [happy] {wave,bow} #a\n", ""));
    all.set(4, "");
    assertThat(Outcome.of(all.toArray(String[]::new)))
        .isEqualTo(new Outcome(1, "", "error: nobody to greet\n"));
  }
}
