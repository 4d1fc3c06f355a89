package dev.mortise.classgen.mapping;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.ItemDocs;
import java.util.ArrayList;
import java.util.List;

/** What the authors of WIT say, as comments of Java. */
final class Javadoc {
  private Javadoc() {}

  /**
   * The lines between the signs of a comment: nothing when nothing is said.
   *
   * @param owner the interface or world; see {@link Docs}
   * @param item a type or function, or empty
   * @param member a part of a type, or empty
   */
  static List<String> lines(Docs docs, String owner, String item, String member) {
    ItemDocs said = docs.of(owner, item, member);
    List<String> lines = new ArrayList<>();
    String text = said.text();
    if (text != null) {
      boolean paragraph = false;
      for (String line : text.strip().split("\\R", -1)) {
        if (line.isBlank()) {
          paragraph = true;
        } else {
          if (paragraph) {
            lines.add("");
          }
          lines.add((paragraph ? "<p>" : "") + escape(line.strip()));
          paragraph = false;
        }
      }
    }
    if (said.gate().unstable() != null) {
      note(lines, "Unstable: the feature {@code " + said.gate().unstable() + "}.");
    }
    if (said.gate().deprecated() != null) {
      note(lines, "Deprecated since version " + said.gate().deprecated() + ".");
    }
    return lines;
  }

  private static void note(List<String> lines, String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add((lines.isEmpty() ? "" : "<p>") + text);
  }

  /** Text in which nothing means anything to Javadoc: Markdown's code becomes Javadoc's. */
  private static String escape(String line) {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    boolean paired = line.chars().filter(c -> c == '`').count() % 2 == 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '@' -> text.append("&#64;");
        case '{' -> text.append("&#123;");
        case '}' -> text.append("&#125;");
        case '\\' -> text.append("&#92;");
        case '/' -> text.append(i > 0 && line.charAt(i - 1) == '*' ? "&#47;" : "/");
        case '`' -> {
          if (paired) {
            text.append(code ? "</code>" : "<code>");
            code = !code;
          } else {
            text.append(c);
          }
        }
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
