package dev.mortise.mavenplugin.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Arguments in a file, as {@code java @FILE} takes them: there is no limit to their length, and no
 * shell that has a say in them.
 */
final class ArgumentFile {
  private ArgumentFile() {}

  /** Writes the file; Java reads it in the encoding of the system. */
  static void write(Path file, List<String> arguments) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, text(arguments), Charset.forName(System.getProperty("native.encoding")));
  }

  static String text(List<String> arguments) {
    return arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String argument) {
    return '"'
        + argument
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        + '"';
  }
}
