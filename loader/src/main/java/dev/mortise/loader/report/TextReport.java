package dev.mortise.loader.report;

import dev.mortise.loader.report.Explanation.Finding;
import dev.mortise.loader.report.Explanation.Painter;
import dev.mortise.loader.report.Explanation.Part;
import dev.mortise.loader.report.Explanation.Step;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes findings for people. */
final class TextReport {
  private static final String MARGIN = "   ";

  private final Painter painter;
  private final StringBuilder out = new StringBuilder();

  TextReport(Painter painter) {
    this.painter = painter;
  }

  String write(String file, List<Finding> findings) {
    add(Part.FILE, file).append(": ");
    switch (findings.size()) {
      case 0 -> add(Part.VALID, "valid");
      case 1 -> add(Part.COUNT, "1 finding");
      default -> add(Part.COUNT, findings.size() + " findings");
    }
    out.append('\n');
    for (int i = 0; i < findings.size(); i++) {
      finding(i + 1, findings.get(i));
    }
    return out.toString();
  }

  /** Adds a text that may hold names out of the file. */
  private StringBuilder add(Part part, String text) {
    return out.append(painter.paint(part, Printable.line(text)));
  }

  private void finding(int number, Finding explained) {
    Diagnostic finding = explained.diagnostic();
    out.append('\n').append(number).append(". ");
    add(Part.CODE, "[" + finding.code() + "]").append(' ');
    add(Part.WHERE, finding.where()).append('\n');
    tree(explained.path());
    part("expected", Part.EXPECTED, finding.expected());
    part("found", Part.FOUND, finding.found());
    part("why", Part.PLAIN, finding.why());
    part("hint", Part.HINT, finding.hint());
    String spec = finding.spec();
    if (spec != null) {
      part("rule", Part.PLAIN, SpecLink.title(spec));
      part("", Part.LINK, explained.link());
    }
  }

  private void tree(List<Step> steps) {
    int width = 0;
    for (Step step : steps) {
      width = Math.max(width, offset(step).length());
    }
    for (int depth = 0; depth < steps.size(); depth++) {
      Step step = steps.get(depth);
      String offset = offset(step);
      out.append(MARGIN);
      add(Part.OFFSET, offset).append(" ".repeat(width - offset.length())).append("  ");
      if (depth > 0) {
        add(Part.OFFSET, "   ".repeat(depth - 1) + "└─").append(' ');
      }
      add(depth == steps.size() - 1 ? Part.WHERE : Part.PLAIN, step.label()).append('\n');
    }
  }

  private static String offset(Step step) {
    return step.offset() == Diagnostic.NO_OFFSET ? "" : String.format("0x%02x", step.offset());
  }

  private void part(String name, Part part, @Nullable String text) {
    if (text == null) {
      return;
    }
    out.append(MARGIN);
    add(Part.LABEL, name).append(" ".repeat(10 - name.length()));
    add(part, text).append('\n');
  }
}
