package dev.mortise.jsbridge.script;

import dev.mortise.jsbridge.shape.JsNames;
import java.util.Locale;

/** Text of JavaScript in lines, indented by its braces. */
final class Js {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Adds a line. */
  Js line(String line) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
    return this;
  }

  /** Adds a line, such as one that ends in a brace; the next ones stand within it. */
  Js open(String line) {
    line(line);
    depth++;
    return this;
  }

  /** Ends what {@link #open} began, with a line. */
  Js close(String line) {
    depth--;
    return line(line);
  }

  /** Ends one block and begins another. */
  Js next(String line) {
    depth--;
    line(line);
    depth++;
    return this;
  }

  /** Adds the lines of another text. */
  Js lines(Js other) {
    other.text.toString().lines().forEach(this::line);
    return this;
  }

  /** A string literal. Names come from files, so that every character may be in one. */
  static String quote(String string) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /** Whether a text can stand where an identifier stands, in strict code. */
  static boolean isIdentifier(String name) {
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") && !JsNames.isReserved(name);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
