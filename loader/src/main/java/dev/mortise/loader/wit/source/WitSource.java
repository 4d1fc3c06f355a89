package dev.mortise.loader.wit.source;

import dev.mortise.runtime.error.SourceExcerpt;

/**
 * A text with the name by which findings call it. Two are equal only when they are the same object.
 */
public final class WitSource {
  private final String name;
  private final String text;

  /**
   * A text.
   *
   * @param name the file's path as users know it
   */
  public WitSource(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The name, such as {@code wit/types.wit}. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The line in which a piece of the text begins, and where it stands in it. */
  SourceExcerpt excerpt(int start, int end) {
    int from = start;
    while (from > 0 && !isBreak(text.charAt(from - 1))) {
      from--;
    }
    int to = start;
    while (to < text.length() && !isBreak(text.charAt(to))) {
      to++;
    }
    int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    int column = 1 + text.codePointCount(from, start);
    int length = text.codePointCount(start, Math.max(start, Math.min(end, to)));
    return new SourceExcerpt(name, line, column, text.substring(from, to), Math.max(1, length));
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public String toString() {
    return name;
  }
}
