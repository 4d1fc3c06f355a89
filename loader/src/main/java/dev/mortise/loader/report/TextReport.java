package dev.mortise.loader.report;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.Printable;
import dev.mortise.loader.model.DecodedComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes findings for people. */
final class TextReport {
  private static final String MARGIN = "   ";

  private final @Nullable DecodedComponent component;
  private final StringBuilder out = new StringBuilder();

  TextReport(@Nullable DecodedComponent component) {
    this.component = component;
  }

  String write(String file, List<Diagnostic> findings) {
    out.append(Printable.line(file)).append(": ");
    switch (findings.size()) {
      case 0 -> out.append("valid\n");
      case 1 -> out.append("1 finding\n");
      default -> out.append(findings.size()).append(" findings\n");
    }
    for (int i = 0; i < findings.size(); i++) {
      finding(i + 1, findings.get(i));
    }
    return out.toString();
  }

  private void finding(int number, Diagnostic finding) {
    out.append('\n').append(number).append(". [").append(finding.code()).append("] ");
    out.append(Printable.line(finding.where())).append('\n');
    tree(PathTree.of(finding, component));
    part("expected", finding.expected());
    part("found", finding.found());
    part("why", finding.why());
    part("hint", finding.hint());
    String spec = finding.spec();
    if (spec != null) {
      part("rule", SpecLink.title(spec));
      part("", SpecLink.of(spec));
    }
  }

  private void tree(List<PathTree.Node> nodes) {
    int width = 0;
    for (PathTree.Node node : nodes) {
      width = Math.max(width, offset(node).length());
    }
    for (int depth = 0; depth < nodes.size(); depth++) {
      PathTree.Node node = nodes.get(depth);
      String offset = offset(node);
      out.append(MARGIN).append(offset).append(" ".repeat(width - offset.length())).append("  ");
      if (depth > 0) {
        out.append("   ".repeat(depth - 1)).append("└─ ");
      }
      out.append(Printable.line(node.label())).append('\n');
    }
  }

  private static String offset(PathTree.Node node) {
    return node.offset() == Diagnostic.NO_OFFSET ? "" : String.format("0x%02x", node.offset());
  }

  private void part(String name, @Nullable String text) {
    if (text == null) {
      return;
    }
    out.append(MARGIN).append(name).append(" ".repeat(10 - name.length()));
    out.append(Printable.line(text)).append('\n');
  }
}
