package dev.mortise.cli.report;

import dev.mortise.loader.report.Explanation;
import picocli.CommandLine.Help.Ansi;

/** How an explanation looks on a terminal. */
public final class Colours implements Explanation.Painter {
  private final Ansi ansi;

  public Colours(Ansi ansi) {
    this.ansi = ansi;
  }

  @Override
  public String paint(Explanation.Part part, String text) {
    String style =
        switch (part) {
          case FILE, WHERE -> "1";
          case VALID, EXPECTED -> "32";
          case COUNT, CODE -> "1;31";
          case FOUND -> "31";
          case HINT -> "1;36";
          case OFFSET, LABEL, LINK -> "2";
          case PLAIN -> "";
        };
    return !ansi.enabled() || style.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + style + "m" + text + "\u001b[0m";
  }
}
