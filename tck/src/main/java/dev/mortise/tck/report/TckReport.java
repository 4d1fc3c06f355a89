package dev.mortise.tck.report;

import dev.mortise.tck.run.CommandResult;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.Verdict;
import dev.mortise.tck.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came out of a run: the entry of this package. */
public record TckReport(List<ScriptResult> scripts) {
  /** A copy of the list is kept. */
  public TckReport {
    scripts = List.copyOf(scripts);
  }

  /** A command that failed. */
  public record Failure(Script script, CommandResult result, String why) {
    /** The script and the line, the kind of command, and why. */
    @Override
    public String toString() {
      return script.name()
          + ":"
          + result.command().line()
          + " "
          + result.command().kind()
          + ": "
          + why;
    }
  }

  /** Whether nothing failed; what is skipped or a known failure does not count. */
  public boolean passed() {
    return failures().isEmpty();
  }

  /** The commands that failed, in the order of the run. */
  public List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    for (ScriptResult script : scripts) {
      for (CommandResult result : script.commands()) {
        if (result.verdict() instanceof Verdict.Failed failed) {
          failures.add(new Failure(script.script(), result, failed.why()));
        }
      }
    }
    return failures;
  }

  /** The counts of all scripts. */
  public Tally total() {
    Tally total = new Tally();
    scripts.forEach(total::add);
    return total;
  }

  /** The counts by folder. */
  public SortedMap<String, Tally> byFolder() {
    SortedMap<String, Tally> folders = new TreeMap<>();
    for (ScriptResult script : scripts) {
      folders.computeIfAbsent(script.script().folder(), f -> new Tally()).add(script);
    }
    return folders;
  }

  /** For people: one line per folder, one per reason of skipping, one per failure. */
  public String summary() {
    return TextReport.of(this);
  }

  /** The table that the project keeps. */
  public String markdown() {
    return MarkdownReport.of(this);
  }

  /** For programs: totals, folders, and every command with its verdict. */
  public String json() {
    return JsonReport.of(this);
  }

  /** Writes {@link #json} to a file. */
  public void writeJson(Path file) throws IOException {
    Files.writeString(file, json());
  }
}
