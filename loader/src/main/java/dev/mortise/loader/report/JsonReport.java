package dev.mortise.loader.report;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.model.DecodedComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes findings for programs, in JSON. */
final class JsonReport {
  private final @Nullable DecodedComponent component;
  private final StringBuilder out = new StringBuilder();

  JsonReport(@Nullable DecodedComponent component) {
    this.component = component;
  }

  String write(String file, List<Diagnostic> findings) {
    out.append("{\n  \"file\": ").append(quoted(file));
    out.append(",\n  \"valid\": ").append(findings.isEmpty());
    out.append(",\n  \"findings\": [");
    for (int i = 0; i < findings.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n");
      finding(findings.get(i));
    }
    return out.append(findings.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }

  private void finding(Diagnostic finding) {
    out.append("    {\n      \"code\": ").append(quoted(finding.code()));
    member("where", finding.where());
    if (finding.offset() != Diagnostic.NO_OFFSET) {
      out.append(",\n      \"offset\": ").append(finding.offset());
    }
    out.append(",\n      \"path\": [");
    List<PathTree.Node> nodes = PathTree.of(finding, component);
    for (int i = 0; i < nodes.size(); i++) {
      PathTree.Node node = nodes.get(i);
      out.append(i == 0 ? "\n" : ",\n").append("        {\"step\": ").append(quoted(node.label()));
      if (node.offset() != Diagnostic.NO_OFFSET) {
        out.append(", \"offset\": ").append(node.offset());
      }
      out.append('}');
    }
    out.append("\n      ]");
    member("expected", finding.expected());
    member("found", finding.found());
    member("why", finding.why());
    member("hint", finding.hint());
    String spec = finding.spec();
    if (spec != null) {
      member("spec", spec);
      member("link", SpecLink.of(spec));
    }
    member("message", finding.message());
    out.append("\n    }");
  }

  private void member(String name, @Nullable String value) {
    if (value != null) {
      out.append(",\n      ").append(quoted(name)).append(": ").append(quoted(value));
    }
  }

  /** A JSON string (RFC 8259); all that is not printable ASCII is escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7e) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
