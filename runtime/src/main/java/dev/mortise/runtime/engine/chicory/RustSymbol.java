package dev.mortise.runtime.engine.chicory;

import org.jspecify.annotations.Nullable;

/**
 * Makes a path of a symbol of Rust's older mangling: {@code _ZN4core3fmt5write17h0123456789abcdefE}
 * is {@code core::fmt::write}. Whatever is not quite of that form stays as it is: the newer
 * mangling ({@code _R…}) and C++, which begins like it but has no hash at the end.
 */
final class RustSymbol {
  private static final String PREFIX = "_ZN";
  private static final int HASH_LENGTH = 17;

  /** The names that stand between two dollar signs, and what each stands for. */
  private static final String[][] ESCAPES = {
    {"SP", "@"},
    {"BP", "*"},
    {"RF", "&"},
    {"LT", "<"},
    {"GT", ">"},
    {"LP", "("},
    {"RP", ")"},
    {"C", ","}
  };

  private final String symbol;
  private int position = PREFIX.length();

  private RustSymbol(String symbol) {
    this.symbol = symbol;
  }

  /** The path that a symbol stands for, or the symbol. */
  static String demangle(String symbol) {
    if (!symbol.startsWith(PREFIX) || !symbol.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return symbol;
    }
    String path = new RustSymbol(symbol).path();
    return path == null ? symbol : path;
  }

  /** The segments but for the hash, which is the last; null when the form is another. */
  private @Nullable String path() {
    StringBuilder path = new StringBuilder();
    String segment = segment();
    while (segment != null) {
      String next = segment();
      if (next == null) {
        return path.isEmpty() || !isHash(segment) || !atEnd() ? null : path.toString();
      }
      if (!append(path.append(path.isEmpty() ? "" : "::"), segment)) {
        return null;
      }
      segment = next;
    }
    return null;
  }

  /** The next segment: its length and then as many characters; null when there is none. */
  private @Nullable String segment() {
    int length = 0;
    int start = position;
    while (position < symbol.length() && isDigit(symbol.charAt(position))) {
      length = 10 * length + (symbol.charAt(position++) - '0');
      if (length > symbol.length()) {
        return null;
      }
    }
    if (position == start || length == 0 || length > symbol.length() - position) {
      position = start;
      return null;
    }
    position += length;
    return symbol.substring(position - length, position);
  }

  /** After the segments an {@code E}, and maybe a suffix that a compiler has added. */
  private boolean atEnd() {
    return position < symbol.length()
        && symbol.charAt(position) == 'E'
        && (position + 1 == symbol.length() || symbol.startsWith(".llvm.", position + 1));
  }

  private static boolean isHash(String segment) {
    return segment.length() == HASH_LENGTH
        && segment.charAt(0) == 'h'
        && segment.chars().skip(1).allMatch(c -> isDigit((char) c) || (c >= 'a' && c <= 'f'));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Appends a segment without its escapes; whether they are all known. */
  private static boolean append(StringBuilder path, String segment) {
    int at = segment.startsWith("_$") ? 1 : 0;
    while (at < segment.length()) {
      char c = segment.charAt(at);
      if (c == '$') {
        int end = segment.indexOf('$', at + 1);
        String meant = end < 0 ? null : unescape(segment.substring(at + 1, end));
        if (meant == null) {
          return false;
        }
        path.append(meant);
        at = end + 1;
      } else if (segment.startsWith("..", at)) {
        path.append("::");
        at += 2;
      } else {
        path.append(c);
        at++;
      }
    }
    return true;
  }

  private static @Nullable String unescape(String name) {
    for (String[] escape : ESCAPES) {
      if (escape[0].equals(name)) {
        return escape[1];
      }
    }
    if (!name.matches("u[0-9a-f]{1,6}")) {
      return null;
    }
    int codePoint = Integer.parseInt(name.substring(1), 16);
    return Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint)
        ? Character.toString(codePoint)
        : null;
  }
}
