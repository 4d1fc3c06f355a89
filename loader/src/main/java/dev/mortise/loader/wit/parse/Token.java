package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.source.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token.
 *
 * @param text what is written; of an identifier without the {@code %}
 * @param docs the documentation that stands before it, or null
 */
record Token(Kind kind, String text, Span span, @Nullable String docs) {
  /** What a token is. */
  enum Kind {
    KEYWORD,
    IDENTIFIER,
    INTEGER,
    STRING,
    /** A sign, such as {@code ->}. */
    OPERATOR,
    /** The end of the text. */
    END
  }

  /** The words that are no identifiers without a {@code %} (WIT.md, "Keywords"). */
  static final Set<String> KEYWORDS =
      Set.of(
          ("as async bool borrow char constructor enum export f32 f64 flags from func future import"
                  + " include interface list map option own package record resource result s16 s32"
                  + " s64 s8 static stream string tuple type u16 u32 u64 u8 use variant with world")
              .split(" "));

  /** Whether it is this keyword or sign. */
  boolean is(String keywordOrOperator) {
    return (kind == Kind.KEYWORD || kind == Kind.OPERATOR) && text.equals(keywordOrOperator);
  }

  /** The token in words, for findings. */
  String inWords() {
    return switch (kind) {
      case KEYWORD -> "the keyword `" + text + "`";
      case IDENTIFIER -> "the identifier `" + text + "`";
      case INTEGER -> "the number `" + text + "`";
      case STRING -> "a string";
      case OPERATOR -> "`" + text + "`";
      case END -> "the end of the text";
    };
  }
}
