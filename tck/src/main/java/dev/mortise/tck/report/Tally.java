package dev.mortise.tck.report;

import dev.mortise.tck.run.CommandResult;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.Verdict;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counts of some scripts. */
public final class Tally {
  /** The commands of one kind, by their verdicts. */
  public record Counts(int passed, int failed, int known, int skipped) {
    private static Counts of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Passed v -> new Counts(1, 0, 0, 0);
        case Verdict.Failed v -> new Counts(0, 1, 0, 0);
        case Verdict.Known v -> new Counts(0, 0, 1, 0);
        case Verdict.Skipped v -> new Counts(0, 0, 0, 1);
      };
    }

    private Counts plus(Counts more) {
      return new Counts(
          passed + more.passed, failed + more.failed, known + more.known, skipped + more.skipped);
    }

    /** All of them. */
    public int commands() {
      return passed + failed + known + skipped;
    }
  }

  private final SortedMap<String, Counts> kinds = new TreeMap<>();
  private final SortedMap<String, Integer> skippedByReason = new TreeMap<>();
  private int files;

  Tally() {}

  void add(ScriptResult script) {
    files++;
    for (CommandResult result : script.commands()) {
      kinds.merge(result.command().kind(), Counts.of(result.verdict()), Counts::plus);
      if (result.verdict() instanceof Verdict.Skipped skipped) {
        skippedByReason.merge(skipped.reason(), 1, Integer::sum);
      }
    }
  }

  private Counts all() {
    return kinds.values().stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
  }

  /** How many scripts. */
  public int files() {
    return files;
  }

  /** How many commands. */
  public int commands() {
    return all().commands();
  }

  /** The commands of each kind. */
  public SortedMap<String, Counts> kinds() {
    return Collections.unmodifiableSortedMap(kinds);
  }

  /** How many commands do what their script says. */
  public int passed() {
    return all().passed();
  }

  /** How many commands do not, and should. */
  public int failed() {
    return all().failed();
  }

  /** How many commands are known not to. */
  public int known() {
    return all().known();
  }

  /** How many commands were not run. */
  public int skipped() {
    return all().skipped();
  }

  /** How many commands were not run for each reason. */
  public SortedMap<String, Integer> skippedByReason() {
    return Collections.unmodifiableSortedMap(skippedByReason);
  }
}
