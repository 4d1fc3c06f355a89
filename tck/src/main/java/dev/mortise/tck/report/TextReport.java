package dev.mortise.tck.report;

import java.util.Map;

/** The report as a terminal shows it. */
final class TextReport {
  private static final String ROW = "%-48s %6s %9s %7s %7s %6s %8s%n";

  private TextReport() {}

  static String of(TckReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted("folder", "files", "commands", "passed", "failed", "known", "skipped"));
    report.byFolder().forEach((folder, tally) -> row(text, folder, tally));
    row(text, "all", report.total());
    for (Map.Entry<String, Integer> entry : report.total().skippedByReason().entrySet()) {
      text.append("skipped %d: %s%n".formatted(entry.getValue(), entry.getKey()));
    }
    for (TckReport.Failure failure : report.failures()) {
      text.append("FAILED ").append(failure).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, Tally tally) {
    text.append(
        ROW.formatted(
            name,
            tally.files(),
            tally.commands(),
            tally.passed(),
            tally.failed(),
            tally.known(),
            tally.skipped()));
  }
}
