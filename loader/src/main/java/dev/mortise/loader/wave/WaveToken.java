package dev.mortise.loader.wave;

/**
 * One token.
 *
 * @param kind what it is
 * @param start its first character in the text
 * @param end the character after its last one
 * @param text the label without its {@code %}, the number's or keyword's text, or the decoded
 *     content of a char or string
 */
record WaveToken(Kind kind, int start, int end, String text) {
  /** What a token is. */
  enum Kind {
    BRACE_OPEN("'{'"),
    BRACE_CLOSE("'}'"),
    PAREN_OPEN("'('"),
    PAREN_CLOSE("')'"),
    BRACKET_OPEN("'['"),
    BRACKET_CLOSE("']'"),
    COLON("':'"),
    COMMA("','"),
    NUMBER("a number"),
    /** A label that is one of the words that WAVE keeps for itself. */
    KEYWORD("a keyword"),
    /** Any other label, or one that a {@code %} marks as such. */
    LABEL("a label"),
    /** Letters, digits and hyphens that are not a label, such as {@code World}. */
    WORD("a word"),
    CHAR("a char"),
    STRING("a string"),
    END("the end of the text");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  boolean isKeyword(String word) {
    return kind == Kind.KEYWORD && text.equals(word);
  }

  boolean isLabel() {
    return kind == Kind.LABEL || kind == Kind.KEYWORD;
  }
}
