package dev.mortise.runtime.error;

/**
 * The line of a text that a finding is about.
 *
 * @param source the name of the text, such as its file
 * @param line the line, from 1
 * @param column the column in Unicode scalar values, from 1
 * @param text the whole line, without its end
 * @param length the scalar values of the line that are meant, from {@code column} on; at least 1
 */
public record SourceExcerpt(String source, int line, int column, String text, int length) {
  /** The longest piece of a line that is shown. */
  private static final int WIDTH = 100;

  /** How much of a long line is shown before the place. */
  private static final int BEFORE = 40;

  /** The place, such as {@code wit/types.wit:3:14}. */
  public String place() {
    return source + ":" + line + ":" + column;
  }

  /**
   * The line with carets under what is meant, such as
   *
   * <pre>{@code
   * 3 | type foo = bar;
   *   |            ^^^
   * }</pre>
   *
   * Of a line that is very long the part around the place is shown.
   */
  public String picture() {
    int[] line = text.codePoints().map(c -> c == '\t' ? ' ' : c).toArray();
    int begin = Math.min(column - 1, line.length);
    int from = line.length <= WIDTH ? 0 : Math.max(0, begin - BEFORE);
    int to = Math.min(line.length, from + WIDTH);
    String cut = from > 0 ? "…" : "";
    String shown = cut + Printable.line(new String(line, from, to - from));
    String before = cut + Printable.line(new String(line, from, Math.min(begin, to) - from));
    int end = Math.min(to, begin + length);
    int marked = begin >= end ? 1 : width(Printable.line(new String(line, begin, end - begin)));
    String number = Integer.toString(this.line);
    return "  "
        + number
        + " | "
        + shown
        + "\n  "
        + " ".repeat(number.length())
        + " | "
        + " ".repeat(width(before))
        + "^".repeat(Math.max(1, marked));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
