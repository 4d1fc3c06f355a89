package dev.mortise.tck.report;

import dev.mortise.tck.run.CommandResult;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.Verdict;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counts of some scripts. */
public final class Tally {
  private final SortedMap<String, Integer> kinds = new TreeMap<>();
  private final SortedMap<String, Integer> skippedByReason = new TreeMap<>();
  private int files;
  private int passed;
  private int failed;
  private int known;
  private int skipped;

  Tally() {}

  void add(ScriptResult script) {
    files++;
    for (CommandResult result : script.commands()) {
      kinds.merge(result.command().kind(), 1, Integer::sum);
      switch (result.verdict()) {
        case Verdict.Passed v -> passed++;
        case Verdict.Failed v -> failed++;
        case Verdict.Known v -> known++;
        case Verdict.Skipped v -> {
          skipped++;
          skippedByReason.merge(v.reason(), 1, Integer::sum);
        }
      }
    }
  }

  /** How many scripts. */
  public int files() {
    return files;
  }

  /** How many commands. */
  public int commands() {
    return passed + failed + known + skipped;
  }

  /** How many commands of each kind. */
  public SortedMap<String, Integer> kinds() {
    return Collections.unmodifiableSortedMap(kinds);
  }

  /** How many commands do what their script says. */
  public int passed() {
    return passed;
  }

  /** How many commands do not, and should. */
  public int failed() {
    return failed;
  }

  /** How many commands are known not to. */
  public int known() {
    return known;
  }

  /** How many commands were not run. */
  public int skipped() {
    return skipped;
  }

  /** How many commands were not run for each reason. */
  public SortedMap<String, Integer> skippedByReason() {
    return Collections.unmodifiableSortedMap(skippedByReason);
  }
}
