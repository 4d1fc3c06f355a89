package dev.mortise.cli;

/** Text that came out of a file, for a terminal. */
final class Visible {
  private Visible() {}

  /** The text without what could steer a terminal: such characters become U+FFFD. */
  static String text(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                visible.appendCodePoint(
                    Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xfffd : c));
    return visible.toString();
  }
}
