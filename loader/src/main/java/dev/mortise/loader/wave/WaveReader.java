package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.WitTypes;
import dev.mortise.runtime.value.ValuePath;
import org.jspecify.annotations.Nullable;

/** The tokens of a text with one token of look-ahead, and errors about them. */
final class WaveReader {
  private static final int LONGEST = 40;

  private final String text;
  private final WaveLexer lexer;
  private @Nullable WaveToken ahead;

  WaveReader(String text, int start) {
    this.text = text;
    this.lexer = new WaveLexer(text, start);
  }

  WaveToken peek() {
    WaveToken token = ahead;
    if (token == null) {
      token = lexer.next();
      ahead = token;
    }
    return token;
  }

  WaveToken next() {
    WaveToken token = peek();
    ahead = null;
    return token;
  }

  WaveToken expect(Kind kind, @Nullable ValuePath path) {
    WaveToken token = next();
    if (token.kind() != kind) {
      throw error(token, path, "wave-syntax", kind.toString(), describe(token), null);
    }
    return token;
  }

  /** After an item of a sequence: whether another one may follow, or the end is there. */
  boolean skipComma(Kind close, @Nullable ValuePath path) {
    if (peek().kind() == Kind.COMMA) {
      next();
      return true;
    }
    if (peek().kind() != close) {
      throw error(peek(), path, "wave-syntax", "',' or " + close, describe(peek()), null);
    }
    return false;
  }

  void expectEnd() {
    WaveToken token = next();
    if (token.kind() != Kind.END) {
      throw error(
          token,
          null,
          "wave-syntax",
          Kind.END.toString(),
          describe(token),
          "the value is complete");
    }
  }

  /** A token where a value of another type must be. */
  ValueException mismatch(WaveToken token, ValType type, ValuePath path, @Nullable String why) {
    return error(token, path, "wave-type", describe(type), describe(token), why);
  }

  ValueException error(
      WaveToken token,
      @Nullable ValuePath path,
      String code,
      String expected,
      String found,
      @Nullable String why) {
    return WaveError.at(text, token.start(), token.end(), path, code, expected, found, why);
  }

  static String describe(ValType type) {
    return WitTypes.describe(type);
  }

  /** What a token is, as messages call it. */
  String describe(WaveToken token) {
    return switch (token.kind()) {
      case NUMBER -> "the number " + source(token);
      case KEYWORD -> "'" + source(token) + "'";
      case LABEL -> "the label " + source(token);
      case WORD -> "'" + source(token) + "', which is not a label";
      case CHAR -> "the char " + source(token);
      case STRING -> "the string " + source(token);
      case BRACKET_OPEN -> "a list";
      case PAREN_OPEN -> "a tuple";
      case BRACE_OPEN -> "a record or flags";
      case END, BRACE_CLOSE, PAREN_CLOSE, BRACKET_CLOSE, COLON, COMMA -> token.kind().toString();
    };
  }

  private String source(WaveToken token) {
    String source = text.substring(token.start(), token.end());
    int lineEnd = source.indexOf('\n');
    int end = lineEnd < 0 ? source.length() : lineEnd;
    return end <= LONGEST && lineEnd < 0
        ? source
        : source.substring(0, Math.min(end, LONGEST)) + "…";
  }
}
