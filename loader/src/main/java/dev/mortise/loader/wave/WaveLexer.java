package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.error.ValueException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts WAVE text into tokens, one at a time; white space and comments vanish. */
final class WaveLexer {
  private static final Set<String> KEYWORDS =
      Set.of("true", "false", "some", "none", "ok", "err", "inf", "nan");
  private static final Pattern NUMBER =
      Pattern.compile("-inf|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*");

  private final String text;
  private final Matcher number;
  private int position;

  WaveLexer(String text, int start) {
    this.text = text;
    this.number = NUMBER.matcher(text);
    this.position = start;
  }

  static boolean isKeyword(String label) {
    return KEYWORDS.contains(label);
  }

  /** The next token; {@link Kind#END} at the end, for ever. */
  WaveToken next() {
    skipBlank();
    int start = position;
    if (start == text.length()) {
      return new WaveToken(Kind.END, start, start, "");
    }
    char c = text.charAt(start);
    return switch (c) {
      case '{' -> punctuation(Kind.BRACE_OPEN);
      case '}' -> punctuation(Kind.BRACE_CLOSE);
      case '(' -> punctuation(Kind.PAREN_OPEN);
      case ')' -> punctuation(Kind.PAREN_CLOSE);
      case '[' -> punctuation(Kind.BRACKET_OPEN);
      case ']' -> punctuation(Kind.BRACKET_CLOSE);
      case ':' -> punctuation(Kind.COLON);
      case ',' -> punctuation(Kind.COMMA);
      case '\'', '"' -> {
        WaveQuoted quoted = WaveQuoted.read(text, start);
        position = quoted.end();
        yield new WaveToken(c == '"' ? Kind.STRING : Kind.CHAR, start, position, quoted.content());
      }
      default -> {
        if (c == '-' || isDigit(c)) {
          yield number(start);
        }
        if (c == '%' || isWordCharacter(c)) {
          yield label(start);
        }
        throw error(start, Character.charCount(text.codePointAt(start)), "a value", null);
      }
    };
  }

  private WaveToken punctuation(Kind kind) {
    position++;
    return new WaveToken(kind, position - 1, position, "");
  }

  private WaveToken number(int start) {
    if (!number.region(start, text.length()).lookingAt() || continues(number.end())) {
      int end = start + 1;
      while (continues(end)) {
        end++;
      }
      String why =
          switch (text.substring(start, end)) {
            case "-nan" -> "nan has no sign";
            default -> "a number is written as in JSON, and infinity as inf or -inf";
          };
      throw error(start, end - start, "a number", why);
    }
    position = number.end();
    return new WaveToken(Kind.NUMBER, start, position, number.group());
  }

  private WaveToken label(int start) {
    boolean escaped = text.charAt(start) == '%';
    int wordStart = escaped ? start + 1 : start;
    int end = wordEnd(wordStart);
    String label = text.substring(wordStart, end);
    position = end;
    Kind kind =
        !LABEL.matcher(label).matches()
            ? Kind.WORD
            : !escaped && isKeyword(label) ? Kind.KEYWORD : Kind.LABEL;
    return new WaveToken(kind, start, end, label);
  }

  private boolean continues(int index) {
    return isWord(index) || (index < text.length() && text.charAt(index) == '.');
  }

  private int wordEnd(int start) {
    int end = start;
    while (isWord(end)) {
      end++;
    }
    return end;
  }

  private boolean isWord(int index) {
    return index < text.length()
        && (isWordCharacter(text.charAt(index)) || text.charAt(index) == '-');
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipBlank() {
    position = skipBlank(text, position);
  }

  /** The first character at or after {@code position} that is not white space or comment. */
  static int skipBlank(String text, int position) {
    int at = position;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/' && text.startsWith("//", at)) {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private ValueException error(int start, int length, String expected, @Nullable String why) {
    return WaveError.at(
        text,
        start,
        start + length,
        null,
        "wave-syntax",
        expected,
        "'" + text.substring(start, start + length) + "'",
        why);
  }
}
