package dev.mortise.cli;

/** Text as an argument for a shell. */
final class Shell {
  private Shell() {}

  /** The text in single quotes. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
