package dev.mortise.mavenplugin.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mortise.mavenplugin.jdk.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The command, ready to start.
 *
 * @param jdk the Java that runs it
 * @param classPath its jars
 * @param javaOptions options for Java, such as {@code -Xmx4g}
 * @param argumentFile where the arguments are written
 */
public record MortiseCommand(
    Jdk jdk, List<Path> classPath, List<String> javaOptions, Path argumentFile) {
  private static final String MAIN = "dev.mortise.cli.Main";

  /** A command is short: it starts sooner without a second compiler and a parallel collector. */
  private static final List<String> SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final List<String> UTF_8_STREAMS =
      List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

  public MortiseCommand {
    classPath = List.copyOf(classPath);
    javaOptions = List.copyOf(javaOptions);
  }

  /**
   * Runs it to its end.
   *
   * @return the lines that it printed
   * @throws CommandFailedException when it fails, with what it said
   * @throws IOException when it cannot be started
   */
  public List<String> run(List<String> arguments)
      throws IOException, InterruptedException, CommandFailedException {
    ArgumentFile.write(argumentFile, javaArguments(arguments));
    Process process =
        new ProcessBuilder(jdk.java().toString(), "@" + argumentFile.toAbsolutePath()).start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> said =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      List<String> lines = text(process.getInputStream()).lines().toList();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new CommandFailedException(exitCode, message(said.join(), exitCode));
      }
      return lines;
    } finally {
      process.destroy();
    }
  }

  List<String> javaArguments(List<String> arguments) {
    List<String> all = new ArrayList<>();
    if (javaOptions.stream().noneMatch(option -> option.startsWith("-XX:"))) {
      all.addAll(SHORT);
    }
    all.addAll(UTF_8_STREAMS);
    all.addAll(javaOptions);
    all.add("-cp");
    all.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    all.add(MAIN);
    all.addAll(arguments);
    return all;
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it said, without the word that Maven puts before each line anyway. */
  static String message(String said, int exitCode) {
    String message =
        said.lines()
            .map(line -> line.replaceFirst("^error: ", ""))
            .collect(Collectors.joining("\n"));
    return message.isBlank() ? "mortise ended with exit code " + exitCode : message;
  }
}
