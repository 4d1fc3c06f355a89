package dev.mortise.loader.wit.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documentation out of comments: {@code /// …} and {@code /** … *}{@code /}. */
final class DocComments {
  private final List<String> lines = new ArrayList<>();

  /** Takes a line comment, with its slashes. */
  void line(String comment) {
    if (comment.startsWith("///") && !comment.startsWith("////")) {
      lines.add(withoutSpace(comment.substring(3)).stripTrailing());
    }
  }

  /** Takes a block comment, with its delimiters. */
  void block(String comment) {
    if (!comment.startsWith("/**") || comment.length() < 6) {
      return;
    }
    List<String> block = new ArrayList<>();
    String inner = comment.substring(3, comment.length() - 2);
    boolean first = true;
    for (String raw : inner.split("\n", -1)) {
      String line = raw.strip();
      boolean starred = !first && (line.equals("*") || line.startsWith("* "));
      block.add(starred ? line.substring(1).strip() : line);
      first = false;
    }
    while (!block.isEmpty() && block.getFirst().isEmpty()) {
      block.removeFirst();
    }
    while (!block.isEmpty() && block.getLast().isEmpty()) {
      block.removeLast();
    }
    lines.addAll(block);
  }

  private static String withoutSpace(String text) {
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  /** All lines, or null when there are none. */
  @Nullable String text() {
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
