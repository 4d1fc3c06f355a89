package dev.mortise.cli.run;

/** Text as an argument for a shell. */
final class Shell {
  private Shell() {}

  /** The text as one word, in single quotes where it needs them. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./@:+%-]+") ? text : quote(text);
  }

  /** The text in single quotes. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
