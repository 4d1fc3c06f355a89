package dev.mortise.runtime.error;

/**
 * Text that may hold names out of a file, made safe to show: control characters, which could steer
 * a terminal, and invisible ones, which could turn its order around, become {@code \\u{1b}}.
 */
public final class Printable {
  private Printable() {}

  /** A text of one line: line breaks are escaped too. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** A text whose line breaks and tabs are meant. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean breaks) {
    if (text.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || (breaks && isBreak(c)))) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (steers(c) && !(breaks && isBreak(c))) {
                printable.append(String.format("\\u{%x}", c));
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }

  private static boolean isBreak(int codePoint) {
    return codePoint == '\n' || codePoint == '\t';
  }

  private static boolean steers(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
