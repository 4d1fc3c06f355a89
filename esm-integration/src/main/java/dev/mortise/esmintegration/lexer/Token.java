package dev.mortise.esmintegration.lexer;

/**
 * A token of JavaScript, as far as modules need to tell them apart.
 *
 * @param kind its kind
 * @param text the token; of a string what stands between its quotes
 * @param start its offset in the source, in code units
 * @param end the offset after it
 */
public record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  public enum Kind {
    WORD,
    STRING,
    /** A character, or {@code =>}, {@code ++}, {@code --}. */
    PUNCTUATOR,
    /** A number, a regular expression, a template or a part of one. */
    LITERAL,
    END
  }

  /** Whether it is a punctuator. */
  public boolean is(String punctuator) {
    return kind == Kind.PUNCTUATOR && text.equals(punctuator);
  }

  /** Whether it is a word. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
