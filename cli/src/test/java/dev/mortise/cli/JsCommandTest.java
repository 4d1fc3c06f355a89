package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsCommandTest {
  private static final Path HELLO = Path.of("..", "examples", "hello-java", "hello.wasm");

  private static final String TOUR = "wasi/src/test/resources/dev/mortise/wasi/tour.wasm";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws Exception {
    Files.createDirectories(folder.resolve("in"));
    Files.copy(HELLO, folder.resolve("in/hello.wasm"));
    Files.copy(HELLO, folder.resolve("outside.wasm"));
  }

  private String script(String name, String text) throws Exception {
    Path file = folder.resolve("in").resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void script_importsAComponent() throws Exception {
    String main =
        script(
            "main.mjs",
            """
            import { greet } from './hello.wasm';
            const who = await Promise.resolve(arguments[0]);
            console.log(greet(who + ' é'));
            console.error('to the other stream');
            """);
    Outcome outcome = Outcome.of("js", main, "World");
    assertThat(outcome.err()).isEqualTo("to the other stream\n");
    assertThat(outcome.out()).isEqualTo("Hello, World é!\n");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void importMap_isRelativeToItself() throws Exception {
    Files.writeString(
        folder.resolve("map.json"), "{\"imports\": {\"greeter\": \"./in/hello.wasm\"}}");
    String main = script("main.mjs", "import c from 'greeter'; console.log(c.greet('map'));");
    assertThat(Outcome.of("js", "--import-map", folder.resolve("map.json").toString(), main).out())
        .isEqualTo("Hello, map!\n");
  }

  @Test
  void otherFolder_isReadOnlyWhenAllowed() throws Exception {
    String main = script("main.mjs", "import c from '../outside.wasm'; console.log(c.greet('x'));");
    Outcome refused = Outcome.of("js", main);
    assertThat(refused.exitCode()).isEqualTo(11);
    assertThat(refused.err()).contains("it lies outside of the folders that may be read");
    assertThat(Outcome.of("js", "--allow", "read=" + folder, main).out()).isEqualTo("Hello, x!\n");
    assertThat(Outcome.of("js", "--allow=read", main).out()).isEqualTo("Hello, x!\n");
  }

  @Test
  void java_isReachedOnlyWhenAllowed() throws Exception {
    String main = script("main.mjs", "console.log(Java.type('java.lang.Integer').MAX_VALUE);");
    Outcome refused = Outcome.of("js", main);
    assertThat(refused.exitCode()).isEqualTo(11);
    assertThat(refused.out()).isEmpty();
    assertThat(Outcome.of("js", "--allow=java", main).out()).isEqualTo("2147483647\n");
  }

  /** A guest of other tests beside the scripts. */
  private void guest(String file) throws Exception {
    Path from = Path.of("..", file);
    Files.copy(from, folder.resolve("in").resolve(from.getFileName()));
  }

  private Outcome tour(String... words) throws Exception {
    guest(TOUR);
    String main =
        script(
            "main.mjs",
            """
            import { run } from './tour.wasm';
            try {
              console.log('before');
              run.run();
              console.log('after');
            } finally {
              console.log('at last');
            }
            """);
    List<String> all = new ArrayList<>(List.of("js", "--env", "A=b"));
    all.add(main);
    all.addAll(List.of(words));
    return Outcome.of(all.toArray(String[]::new));
  }

  @Test
  void component_hasWasi_asFarAsItIsGranted() throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Outcome outcome = tour("arguments", "x");
      assertThat(outcome.out()).isEqualTo("before\nafter\nat last\n");
      assertThat(outcome.exitCode()).isZero();
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .isEqualTo("0: main.mjs\n1: arguments\n2: x\nA=b\n");
      printed.reset();
      String files = folder.resolve("in") + "/main.mjs";
      assertThat(Outcome.of("js", files, "files").exitCode()).isZero();
      assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("mkdir: error ");
      printed.reset();
      Path granted = Files.createDirectory(folder.resolve("granted"));
      assertThat(Outcome.of("js", "--dir", granted + "::/", files, "files").exitCode()).isZero();
      assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("mkdir: 0\n");
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void component_thatExits_endsTheScript() throws Exception {
    Outcome outcome = tour("exit", "7");
    assertThat(outcome.out()).as("nothing runs on the way out").isEqualTo("before\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).as("all that 0.2 can say").isEqualTo(1);
    assertThat(Outcome.of("js", folder.resolve("in") + "/main.mjs", "exit", "0").exitCode())
        .isZero();
  }

  @Test
  void module_suppliesWasi_insteadOfTheHost() throws Exception {
    guest("testing/src/test/resources/dev/mortise/testing/wasi/watch.wasm");
    script("dice.mjs", "export const getRandomU64 = () => 4n;");
    String map = script("map.json", "{\"imports\": {\"wasi:random/random\": \"./dice.mjs\"}}");
    String main =
        script(
            "main.mjs",
            """
            import { nap, roll } from './watch.wasm';
            const rolls = Array.from({ length: 20 }, roll); // of a die
            console.log(new Set(rolls).size > 1, rolls[0], nap(1000n) >= 1000n);
            """);
    assertThat(Outcome.of("js", "--import-map", map, main).out()).isEqualTo("false 5 true\n");
    assertThat(Outcome.of("js", main).out()).matches("true [1-6] true\n");
  }

  /** The host's clock makes pollables, which a module's poll knows nothing of. */
  @Test
  void module_cannotTakeTheHostsResources() throws Exception {
    guest("testing/src/test/resources/dev/mortise/testing/wasi/watch.wasm");
    script("poll.mjs", "export class Pollable {} export const poll = () => new Uint32Array(1);");
    String map = script("map.json", "{\"imports\": {\"wasi:io/poll\": \"./poll.mjs\"}}");
    String main = script("main.mjs", "import { race } from './watch.wasm'; race(1n, 2n);");
    assertThat(Outcome.of("js", "--import-map", map, main).err())
        .startsWith("error: RuntimeError: [resource-of-another-host] ")
        .contains("Let modules supply both interfaces, or Java");
  }

  @Test
  void error_isItsMessageAndPlace() throws Exception {
    String main = script("main.mjs", "function f() {\n  null.x;\n}\nf();");
    Outcome outcome = Outcome.of("js", main);
    assertThat(outcome.exitCode()).isEqualTo(11);
    assertThat(outcome.err())
        .startsWith("error: TypeError: ")
        .contains("\n    at f (" + main + ":2:3)\n    at " + main + ":4:1\n")
        .doesNotContain("\tat ");
  }

  @Test
  void rejectionThatNobodySees_isAnError() throws Exception {
    String main = script("main.mjs", "Promise.reject(new Error('lost'));");
    Outcome outcome = Outcome.of("js", main);
    assertThat(outcome.exitCode()).isEqualTo(11);
    assertThat(outcome.err()).contains("lost");
  }

  @Test
  void awaitThatNeverEnds_isAnError() throws Exception {
    Outcome outcome = Outcome.of("js", script("main.mjs", "await new Promise(() => {});"));
    assertThat(outcome.exitCode()).isEqualTo(11);
    assertThat(outcome.err()).contains("awaits what never happens");
  }

  @Test
  void unknownName_hasTheExitCodeOfItsKind() throws Exception {
    Outcome outcome = Outcome.of("js", script("main.mjs", "import 'docs:a/b';"));
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("main.mjs: [module-not-found] import \"docs:a/b\"")
        .contains("In the import map");
  }

  @Test
  void wrongArguments_areUsageErrors() throws Exception {
    assertThat(Outcome.of("js", folder.resolve("none.mjs").toString()).exitCode()).isEqualTo(2);
    assertThat(Outcome.of("js", folder.toString()).err()).contains("this is a folder");
    assertThat(Outcome.of("js", "--allow=everything", script("a.mjs", "")).err())
        .contains("expected read, read=DIR or java, found 'everything'");
  }

  @Test
  void help_saysWhatAScriptMayDo() {
    assertThat(Outcome.of("js", "--help").out().replaceAll("\\s+", " "))
        .contains("The script may read modules that lie in its folder or beneath it");
  }

  /** What is not for JavaScript starts without GraalJS on the class path, and without JLine. */
  @Test
  void otherVerbs_needNoGraalJs() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("graalvm") && !entry.contains("jline"))
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                classPath,
                "dev.mortise.cli.Main",
                "run",
                HELLO.toString(),
                "greet(\"World\")")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).isEqualTo("\"Hello, World!\"\n");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void types_areWritten() throws Exception {
    Outcome outcome = Outcome.of("types", HELLO.toString(), "-o", folder.resolve("t").toString());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("hello.d.ts", "hello.d.wasm.ts");
    assertThat(Files.readString(folder.resolve("t/hello.d.ts")))
        .contains("export function greet(who: string): string;");
    Path wit = HELLO.resolveSibling("hello-clock.wit");
    assertThat(Outcome.of("types", wit.toString(), "-o", folder.resolve("w").toString()).out())
        .contains("hello-clock.d.ts", "examples-hello-clock.d.ts");
    assertThat(Files.readString(folder.resolve("w/interfaces/examples-hello-clock.d.ts")))
        .contains("The hour of the day, 0 to 23.");
  }
}
