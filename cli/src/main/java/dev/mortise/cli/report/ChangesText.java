package dev.mortise.cli.report;

import dev.mortise.loader.compat.Change;
import java.util.ArrayList;
import java.util.List;

/** Changes as lines: those that break first. */
public final class ChangesText {
  private ChangesText() {}

  public static List<String> of(List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of("nothing has changed");
    }
    List<String> lines = new ArrayList<>();
    changes.stream().filter(Change::breaking).forEach(c -> lines.add("breaks: " + message(c)));
    changes.stream().filter(c -> !c.breaking()).forEach(c -> lines.add("fine: " + message(c)));
    return lines;
  }

  private static String message(Change change) {
    return change.diagnostic().message();
  }
}
