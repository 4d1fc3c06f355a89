package dev.mortise.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the usual commands once, for the launcher: Java writes down which classes they take, and
 * starts faster from then on.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) {
    for (List<String> command : commands(Path.of(args[0]))) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      int unused = Main.execute(command.toArray(String[]::new), nowhere, nowhere);
    }
  }

  /**
   * What to run.
   *
   * @param checkout the folder of this project
   */
  private static List<List<String>> commands(Path checkout) {
    String hello = checkout.resolve("examples/hello-java/hello.wasm").toString();
    String component = checkout.resolve("examples/hello-java/hello-clock.wasm").toString();
    String wit = checkout.resolve("examples/hello-java/hello-clock.wit").toString();
    String program =
        checkout.resolve("wasi/src/test/resources/dev/mortise/wasi/tour.wasm").toString();
    return List.of(
        List.of("--help"),
        List.of("run", "--dir", checkout + "::/:ro", program, "arguments"),
        List.of("--no-such-option"),
        List.of("run", hello, "--no-cache", "greet(\"World\")"),
        List.of("run", hello, "greet(\"World\")"),
        List.of("run", hello, "greet"),
        List.of("run", hello, "greet", "--who", "World"),
        List.of("run", hello, "greet", "--help"),
        List.of("run", hello),
        List.of("run", component, "greet(\"World\")"),
        List.of("run", component, "--trap-missing", "greet(\"World\")"),
        List.of("inspect", component),
        List.of("inspect", component, "--tree"),
        List.of("inspect", wit),
        List.of("cache", "list"),
        List.of("validate", wit),
        List.of("validate", component),
        List.of("validate", component, "--explain"),
        List.of("validate", component, "--json"),
        List.of("resolve", hello),
        List.of("compare", hello, component));
  }
}
