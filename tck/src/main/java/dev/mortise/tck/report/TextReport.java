package dev.mortise.tck.report;

import java.util.SortedMap;

/** The report as a terminal shows it. */
final class TextReport {
  private static final String ROW = "%-48s %6s %9s %7s %7s %6s %8s%n";

  private TextReport() {}

  static String of(TckReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted("folder", "files", "commands", "passed", "failed", "known", "skipped"));
    report.byFolder().forEach((folder, tally) -> table(text, folder, tally));
    table(text, "all", report.total());
    for (TckReport.Failure failure : report.failures()) {
      text.append("FAILED ").append(failure).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static void table(StringBuilder text, String name, Tally tally) {
    text.append(
        ROW.formatted(
            name,
            tally.files(),
            tally.commands(),
            tally.passed(),
            tally.failed(),
            tally.known(),
            tally.skipped()));
    tally
        .kinds()
        .forEach(
            (kind, n) ->
                text.append(
                    ROW.formatted(
                        "  " + kind,
                        "",
                        n.commands(),
                        n.passed(),
                        n.failed(),
                        n.known(),
                        n.skipped())));
    SortedMap<String, Integer> reasons = tally.skippedByReason();
    reasons.forEach((reason, n) -> text.append("  skipped %d: %s%n".formatted(n, reason)));
  }
}
