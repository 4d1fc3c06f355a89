package dev.mortise.loader.wit.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text (RFC 8259) as maps, lists, strings, booleans and null; a number stays the text
 * that it is. The loader depends on nothing but its engine, so this one section is read by hand.
 */
final class Json {
  /** A text that is no JSON. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  private static final int DEPTH = 32;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  static @Nullable Object read(String text) throws SyntaxException {
    Json json = new Json(text);
    Object value = json.value();
    json.skip();
    if (json.at < text.length()) {
      throw json.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value() throws SyntaxException {
    skip();
    if (at >= text.length()) {
      throw wrong("a value");
    }
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      if (++depth > DEPTH) {
        throw wrong("at most " + DEPTH + " values inside each other");
      }
      Object value = c == '{' ? object() : array();
      depth--;
      return value;
    }
    return c == '"' ? string() : word();
  }

  private Map<String, @Nullable Object> object() throws SyntaxException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    at++;
    skip();
    if (accept('}')) {
      return map;
    }
    do {
      skip();
      String key = string();
      skip();
      expect(':');
      map.put(key, value());
      skip();
    } while (accept(','));
    expect('}');
    return map;
  }

  private List<@Nullable Object> array() throws SyntaxException {
    List<@Nullable Object> list = new ArrayList<>();
    at++;
    skip();
    if (accept(']')) {
      return list;
    }
    do {
      list.add(value());
      skip();
    } while (accept(','));
    expect(']');
    return list;
  }

  private String string() throws SyntaxException {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw wrong("no control character in a string");
      }
      value.append(c == '\\' ? escape() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escape() throws SyntaxException {
    char c = at < text.length() ? text.charAt(at++) : '\0';
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(simple);
    }
    if (c == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]+")) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    throw wrong("an escape sequence");
  }

  /** {@code true}, {@code false}, {@code null} or a number. */
  private @Nullable Object word() throws SyntaxException {
    int start = at;
    while (at < text.length() && "+-.".indexOf(text.charAt(at)) + 1 + (isAlnum() ? 1 : 0) > 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> {
        if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
          throw wrong("a value");
        }
        yield word;
      }
    };
  }

  private boolean isAlnum() {
    return Character.isLetterOrDigit(text.charAt(at));
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char c) {
    boolean is = at < text.length() && text.charAt(at) == c;
    if (is) {
      at++;
    }
    return is;
  }

  private void expect(char c) throws SyntaxException {
    if (!accept(c)) {
      throw wrong("`" + c + "`");
    }
  }

  private SyntaxException wrong(String expected) {
    return new SyntaxException("expected " + expected + " at character " + at + " of its JSON");
  }
}
