package dev.mortise.tck.run;

import dev.mortise.tck.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that cannot pass, with the reason of each. A line of the file is a script's name, a
 * colon, lines of the script with commas between them or a star for any, a space and the reason.
 */
public final class KnownFailures {
  private static final int ANY = 0;

  private record Place(String script, int line) {}

  private final Map<Place, String> reasons;

  private KnownFailures(Map<Place, String> reasons) {
    this.reasons = reasons;
  }

  /** No failure is known. */
  public static KnownFailures none() {
    return new KnownFailures(Map.of());
  }

  /** The list that the project keeps for the public suites, {@code tck/nyi.txt}. */
  public static KnownFailures standard() {
    return parse(Resource.lines("nyi.txt"));
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
      String[] parts = line.split("(?<=[^ ])[: ] *", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException("expected SCRIPT:LINE,LINE REASON: " + line);
      }
      for (String number : parts[1].split(",")) {
        int where = number.equals("*") ? ANY : Integer.parseInt(number);
        reasons.put(new Place(parts[0], where), parts[2]);
      }
    }
    return new KnownFailures(Map.copyOf(reasons));
  }

  /** The verdicts in the light of this list: a listed command that passes is a failure too. */
  List<CommandResult> judge(Script script, List<CommandResult> results) {
    String any = reasons.get(new Place(script.name(), ANY));
    List<CommandResult> judged = new ArrayList<>();
    for (CommandResult result : results) {
      String reason = reasons.get(new Place(script.name(), result.command().line()));
      judged.add(
          reason != null && result.verdict() instanceof Verdict.Passed
              ? stale(result, reason)
              : known(result, reason == null ? any : reason));
    }
    boolean allPass = results.stream().allMatch(r -> r.verdict() instanceof Verdict.Passed);
    if (any != null && allPass && !judged.isEmpty()) {
      judged.set(0, stale(judged.get(0), any));
    }
    return judged;
  }

  private static CommandResult known(CommandResult result, @Nullable String reason) {
    return reason != null && result.verdict() instanceof Verdict.Failed failed
        ? new CommandResult(result.command(), new Verdict.Known(reason, failed.why()))
        : result;
  }

  private static CommandResult stale(CommandResult result, String reason) {
    return new CommandResult(
        result.command(),
        new Verdict.Failed("it passes, but is listed as a known failure: " + reason));
  }

  /** The entries that name no command of these scripts. */
  public List<String> strays(Collection<Script> scripts) {
    Map<String, Script> byName = new HashMap<>();
    scripts.forEach(script -> byName.put(script.name(), script));
    List<String> strays = new ArrayList<>();
    for (Place place : reasons.keySet()) {
      Script script = byName.get(place.script());
      boolean found =
          script != null
              && (place.line() == ANY
                  || script.commands().stream().anyMatch(c -> c.line() == place.line()));
      if (!found) {
        strays.add(place.script() + ":" + place.line());
      }
    }
    return strays;
  }
}
