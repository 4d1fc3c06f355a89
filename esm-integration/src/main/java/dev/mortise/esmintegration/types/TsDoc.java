package dev.mortise.esmintegration.types;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.ItemDocs;
import java.util.ArrayList;
import java.util.List;

/** What the authors of WIT say, as doc comments of TypeScript, which are Markdown as well. */
final class TsDoc {
  private TsDoc() {}

  /** The lines of what is said of an item; none when nothing is. */
  static List<String> lines(Docs docs, String owner, String item, String member) {
    ItemDocs said = docs.of(owner, item, member);
    List<String> lines = new ArrayList<>();
    String text = said.text();
    if (text != null && !text.isBlank()) {
      text.strip()
          .lines()
          .map(line -> line.stripTrailing().replace("*/", "*\\/"))
          .forEach(lines::add);
    }
    if (said.gate().unstable() != null) {
      lines.add("@experimental the feature " + said.gate().unstable());
    }
    if (said.gate().deprecated() != null) {
      lines.add("@deprecated since version " + said.gate().deprecated());
    }
    return lines;
  }

  /** Lines as a comment, or nothing when there are none. */
  static String comment(List<String> lines, String indent) {
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(indent).append("/**\n");
    for (String line : lines) {
      text.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }
    return text.append(indent).append(" */\n").toString();
  }
}
