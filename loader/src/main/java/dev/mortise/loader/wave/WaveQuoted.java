package dev.mortise.loader.wave;

import dev.mortise.runtime.error.ValueException;

/**
 * The content of a char, a string or a multiline string.
 *
 * @param content the decoded content
 * @param end the character after the closing quote
 */
record WaveQuoted(String content, int end) {
  private static final String TRIPLE = "\"\"\"";

  /** Reads what begins with the quote at {@code start}. */
  static WaveQuoted read(String text, int start) {
    if (text.startsWith(TRIPLE, start)) {
      return multiline(text, start);
    }
    char quote = text.charAt(start);
    StringBuilder content = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at = character(text, at, content);
    }
    if (at == text.length() || text.charAt(at) != quote) {
      throw error(
          text,
          start,
          at,
          quote == '"' ? "a closing '\"'" : "a closing \"'\"",
          at == text.length() ? "the end of the text" : "the end of the line",
          quote == '"' ? "a line break is written \\n, or in a \"\"\" string" : "it is not closed");
    }
    if (quote == '\'' && content.codePointCount(0, content.length()) != 1) {
      throw error(
          text,
          start,
          at + 1,
          "a char",
          content.codePointCount(0, content.length()) + " code points",
          "a char is exactly one code point");
    }
    return new WaveQuoted(content.toString(), at + 1);
  }

  private static WaveQuoted multiline(String text, int start) {
    int close = text.indexOf(TRIPLE, start + 3);
    if (close < 0) {
      throw error(
          text, start, start + 3, "a closing \"\"\"", "the end of the text", "it is not closed");
    }
    int at = start + 3;
    if (text.charAt(at) == '\r') {
      at++;
    }
    if (text.charAt(at) != '\n') {
      throw error(
          text,
          start + 3,
          start + 4,
          "a line break",
          "more text on the line",
          "the opening \"\"\" must end its line");
    }
    int lastLine = text.lastIndexOf('\n', close) + 1;
    String indent = text.substring(lastLine, close);
    if (indent.chars().anyMatch(c -> c != ' ')) {
      throw error(
          text,
          close,
          close + 3,
          "only spaces before the closing \"\"\"",
          "other text",
          "the closing \"\"\" must stand alone on its line, and \"\"\" inside is written \"\"\\\"");
    }
    StringBuilder content = new StringBuilder();
    int line = at + 1;
    while (line < lastLine) {
      int lineEnd = text.indexOf('\n', line);
      if (line > at + 1) {
        content.append('\n');
      }
      line(text, line, lineEnd, indent, content);
      line = lineEnd + 1;
    }
    return new WaveQuoted(content.toString(), close + 3);
  }

  private static void line(
      String text, int line, int lineEnd, String indent, StringBuilder content) {
    if (!text.startsWith(indent, line)) {
      throw error(
          text,
          line,
          line + 1,
          indent.length() + " spaces",
          "a line that is indented less",
          "every line must be indented as far as the closing \"\"\"");
    }
    int end = text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    int at = line + indent.length();
    while (at < end) {
      at = character(text, at, content);
    }
  }

  /** Appends the character or escape at {@code at}; the index after it. */
  private static int character(String text, int at, StringBuilder content) {
    char c = text.charAt(at);
    if (c != '\\') {
      if (Character.isSurrogate(c)) {
        return surrogates(text, at, content);
      }
      content.append(c);
      return at + 1;
    }
    char escape = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (escape) {
      case '\\', '\'', '"' -> content.append(escape);
      case 't' -> content.append('\t');
      case 'n' -> content.append('\n');
      case 'r' -> content.append('\r');
      case 'u' -> {
        return unicode(text, at, content);
      }
      default ->
          throw error(
              text,
              at,
              Math.min(at + 2, text.length()),
              "an escape",
              "'\\" + escape + "'",
              "the escapes are \\\\ \\' \\\" \\t \\n \\r \\u{…}");
    }
    return at + 2;
  }

  private static int surrogates(String text, int at, StringBuilder content) {
    int codePoint = text.codePointAt(at);
    if (codePoint <= 0xffff) {
      throw error(text, at, at + 1, "text", "a lone surrogate", "it is not a Unicode scalar value");
    }
    content.appendCodePoint(codePoint);
    return at + 2;
  }

  private static int unicode(String text, int at, StringBuilder content) {
    int digits = at + 3;
    int end = digits;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0 && end - digits < 7) {
      end++;
    }
    boolean complete =
        text.startsWith("{", at + 2)
            && end > digits
            && end - digits <= 6
            && text.startsWith("}", end);
    int codePoint = complete ? Integer.parseInt(text.substring(digits, end), 16) : -1;
    if (codePoint < 0
        || codePoint > Character.MAX_CODE_POINT
        || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      int shown = Math.min(text.length(), complete ? end + 1 : at + 2);
      throw error(
          text,
          at,
          shown,
          "an escape such as \\u{2603}",
          "'" + text.substring(at, shown) + "'",
          "a char is a Unicode scalar value: 0 to 10ffff without the surrogates, in hexadecimal");
    }
    content.appendCodePoint(codePoint);
    return end + 1;
  }

  private static ValueException error(
      String text, int start, int end, String expected, String found, String why) {
    return WaveError.at(text, start, end, null, "wave-syntax", expected, found, why);
  }
}
