package dev.mortise.cli.report;

import dev.mortise.runtime.error.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tree drawn with lines, with columns that are aligned beside it. */
final class TreeText {
  /** What stands in no file, or has no size. */
  static final long NONE = -1;

  private record Row(String tree, long offset, long size, String detail) {}

  /** One node. */
  static final class Node {
    private final String label;
    private final long offset;
    private final long size;
    private final String detail;
    private final List<Node> children = new ArrayList<>();

    /**
     * A node.
     *
     * @param offset where it begins in the file, or {@link #NONE}
     * @param size its bytes, or {@link #NONE}
     * @param detail what else is known of it, or an empty text
     */
    Node(String label, long offset, long size, String detail) {
      this.label = label;
      this.offset = offset;
      this.size = size;
      this.detail = detail;
    }

    void add(Node child) {
      children.add(child);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  private TreeText() {}

  /** The lines of a tree. */
  static List<String> lines(Node root) {
    TreeText text = new TreeText();
    text.rows(root, "", "");
    return text.lines();
  }

  private void rows(Node node, String first, String others) {
    rows.add(
        new Row(
            first + Printable.line(node.label),
            node.offset,
            node.size,
            Printable.line(node.detail)));
    for (int i = 0; i < node.children.size(); i++) {
      boolean last = i == node.children.size() - 1;
      rows(node.children.get(i), others + (last ? "└─ " : "├─ "), others + (last ? "   " : "│  "));
    }
  }

  private List<String> lines() {
    int treeWidth = 0;
    int offsetWidth = 0;
    int sizeWidth = 0;
    for (Row row : rows) {
      treeWidth = Math.max(treeWidth, width(row.tree));
      offsetWidth = Math.max(offsetWidth, offset(row).length());
      sizeWidth = Math.max(sizeWidth, size(row).length());
    }
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          (row.tree
                  + " ".repeat(treeWidth - width(row.tree) + 2)
                  + " ".repeat(offsetWidth - offset(row).length())
                  + offset(row)
                  + " ".repeat(sizeWidth - size(row).length() + 2)
                  + size(row)
                  + "  "
                  + row.detail)
              .stripTrailing());
    }
    return lines;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String offset(Row row) {
    return row.offset == NONE ? "" : "0x" + Long.toHexString(row.offset);
  }

  private static String size(Row row) {
    return row.size == NONE ? "" : String.format(Locale.ROOT, "%,d", row.size);
  }
}
