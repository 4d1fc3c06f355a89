package dev.mortise.tck.report;

import dev.mortise.tck.run.CommandResult;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The report as the project keeps it: {@code CONFORMANCE.md}. */
final class MarkdownReport {
  private static final String HEAD =
      """
      # Conformance

      What Mortise does with the commands of the public conformance suites. This file is made by \
      the tests: `mvn -pl tck -am test -Dbless` writes it anew.

      A command passes when the outcome is of the kind that the script says, and, where something \
      is refused, for the cause that the script's text names; a text that names what another \
      runtime has not implemented is no rule, and the component has to be accepted. *Known* are \
      the failures that `tck/nyi.txt` lists with their reasons.

      """;

  private MarkdownReport() {}

  static String of(TckReport report) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| folder | scripts | commands | passed | failed | known | skipped |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|\n");
    report.byFolder().forEach((folder, tally) -> row(text, "`" + folder + "`", tally));
    row(text, "**all**", report.total());
    kinds(text, report);
    skipped(text, report);
    list(text, "Failed", failures(report));
    list(text, "Known failures", known(report));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, Tally tally) {
    text.append(
        "| %s | %d | %d | %d | %d | %d | %d |\n"
            .formatted(
                name,
                tally.files(),
                tally.commands(),
                tally.passed(),
                tally.failed(),
                tally.known(),
                tally.skipped()));
  }

  private static void kinds(StringBuilder text, TckReport report) {
    text.append("\n## By command\n\n| command | passed | failed | known | skipped |\n");
    text.append("|---|--:|--:|--:|--:|\n");
    report
        .total()
        .kinds()
        .forEach(
            (kind, n) ->
                text.append(
                    "| `%s` | %d | %d | %d | %d |\n"
                        .formatted(kind, n.passed(), n.failed(), n.known(), n.skipped())));
  }

  private static void skipped(StringBuilder text, TckReport report) {
    SortedMap<String, Integer> reasons = report.total().skippedByReason();
    if (!reasons.isEmpty()) {
      text.append("\n## Skipped\n\n| commands | because |\n|--:|---|\n");
      reasons.forEach((reason, n) -> text.append("| %d | %s |\n".formatted(n, reason)));
    }
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n");
      items.forEach(item -> text.append("- ").append(item.replace("\n", " ")).append('\n'));
    }
  }

  private static List<String> failures(TckReport report) {
    return report.failures().stream().map(TckReport.Failure::toString).toList();
  }

  /** Grouped by script and reason. */
  private static List<String> known(TckReport report) {
    SortedMap<String, List<Integer>> known = new TreeMap<>();
    for (ScriptResult script : report.scripts()) {
      for (CommandResult result : script.commands()) {
        if (result.verdict() instanceof Verdict.Known verdict) {
          known
              .computeIfAbsent(
                  "`" + script.script().name() + "`: " + verdict.reason(), k -> new ArrayList<>())
              .add(result.command().line());
        }
      }
    }
    List<String> items = new ArrayList<>();
    known.forEach(
        (what, lines) ->
            items.add(
                what
                    + (lines.size() == 1 ? " (line " : " (lines ")
                    + String.join(", ", lines.stream().map(String::valueOf).toList())
                    + ")"));
    return items;
  }
}
