package dev.mortise.cli;

import dev.mortise.loader.error.Printable;

/** Text that came out of a file or a file's name, for a terminal. */
final class Visible {
  private Visible() {}

  /** The text, of any number of lines, without what could steer a terminal. */
  static String text(String text) {
    return Printable.lines(text);
  }

  /** The text as one line, without what could steer a terminal. */
  static String line(Object text) {
    return Printable.line(text.toString());
  }
}
