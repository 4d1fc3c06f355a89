package dev.mortise.loader.wave;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.value.ValuePath;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of this package: line, column, and the line itself with a caret under it.
 */
final class WaveError {
  private static final int CONTEXT = 60;

  private WaveError() {}

  static ValueException at(
      String text,
      int start,
      int end,
      @Nullable ValuePath path,
      String code,
      String expected,
      String found,
      @Nullable String why) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < start; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = text.codePointCount(lineStart, start) + 1;
    String where = "line " + line + ", column " + column;
    if (path != null && !path.segments().isEmpty()) {
      where += " (" + path + ")";
    }
    String snippet = snippet(text, lineStart, start, end);
    Diagnostic diagnostic = Diagnostic.of(code, where).expecting(expected, found);
    return new ValueException(
        (why == null ? diagnostic : diagnostic.because(why)).withHint(snippet));
  }

  /** The line with carets under the place; a long line is cut around it. */
  private static String snippet(String text, int lineStart, int start, int end) {
    int lineEnd = text.indexOf('\n', start);
    lineEnd = lineEnd < 0 ? text.length() : lineEnd;
    if (lineEnd > lineStart && text.charAt(lineEnd - 1) == '\r' && lineEnd > start) {
      lineEnd--;
    }
    int from = start - lineStart <= CONTEXT ? lineStart : onBoundary(text, start - CONTEXT);
    int to = lineEnd - start <= CONTEXT ? lineEnd : onBoundary(text, start + CONTEXT);
    String before = (from == lineStart ? "" : "…") + visible(text.substring(from, start));
    String after = visible(text.substring(start, to)) + (to == lineEnd ? "" : "…");
    int marked = Math.max(1, text.codePointCount(start, Math.max(start, Math.min(end, to))));
    return "  "
        + before
        + after
        + "\n  "
        + " ".repeat(before.codePointCount(0, before.length()))
        + "^".repeat(marked);
  }

  private static int onBoundary(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }

  /** The text with one visible character for each control character. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                visible.appendCodePoint(
                    c == '\t' ? ' ' : Character.isISOControl(c) ? '\ufffd' : c));
    return visible.toString();
  }
}
