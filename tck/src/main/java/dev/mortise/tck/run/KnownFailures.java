package dev.mortise.tck.run;

import dev.mortise.tck.script.Command;
import dev.mortise.tck.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that cannot pass, with the reason of each. A line of the file is a script's name, a
 * colon, lines of the script with commas between them, a space and the reason.
 */
public final class KnownFailures {
  private record Place(String script, int line) {}

  private final Map<Place, String> reasons;

  private KnownFailures(Map<Place, String> reasons) {
    this.reasons = reasons;
  }

  /** No failure is known. */
  public static KnownFailures none() {
    return new KnownFailures(Map.of());
  }

  /** Reads a list such as {@code tck/nyi.txt}. */
  public static KnownFailures read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  static KnownFailures parse(List<String> lines) {
    Map<Place, String> reasons = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("[: ]+", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException("expected SCRIPT:LINE,LINE REASON: " + line);
      }
      for (String number : parts[1].split(",")) {
        reasons.put(new Place(parts[0], Integer.parseInt(number)), parts[2]);
      }
    }
    return new KnownFailures(Map.copyOf(reasons));
  }

  /** The verdict in the light of this list: a listed command that passes is a failure too. */
  Verdict judge(Script script, Command command, Verdict verdict) {
    String reason = reasons.get(new Place(script.name(), command.line()));
    if (reason == null) {
      return verdict;
    }
    return switch (verdict) {
      case Verdict.Failed failed -> new Verdict.Known(reason, failed.why());
      case Verdict.Passed passed ->
          new Verdict.Failed("it passes, but is listed as a known failure: " + reason);
      case Verdict.Known known -> known;
      case Verdict.Skipped skipped -> skipped;
    };
  }

  /** The entries for a script that name no command of it. */
  List<Integer> strayLines(Script script) {
    List<Integer> stray = new ArrayList<>();
    for (Place place : reasons.keySet()) {
      if (place.script().equals(script.name())
          && script.commands().stream().noneMatch(c -> c.line() == place.line())) {
        stray.add(place.line());
      }
    }
    return stray;
  }
}
