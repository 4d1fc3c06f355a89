package dev.mortise.classgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class of the tests in a JVM of its own, for what a JVM can be told at its start alone. */
final class ChildJvm {
  private ChildJvm() {}

  /** How it ended, and all that it printed. */
  record Outcome(int exitCode, String output) {}

  static Outcome run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("child", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().close();
      boolean ended = process.waitFor(100, TimeUnit.SECONDS);
      String text = Files.readString(output);
      if (!ended) {
        throw new AssertionError("still running: " + String.join(" ", command) + "\n" + text);
      }
      return new Outcome(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
