package dev.mortise.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs the usual commands once, for the launcher: Java writes down which classes they take, and
 * starts faster from then on.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) {
    for (List<String> command : commands()) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      int unused = Main.execute(command.toArray(String[]::new), nowhere, nowhere);
    }
  }

  private static List<List<String>> commands() {
    return List.of(List.of("--help"), List.of("--version"), List.of("--no-such-option"));
  }
}
