package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.source.WitSource;
import dev.mortise.runtime.error.WitException;
import org.jspecify.annotations.Nullable;

/** Which characters may stand in WIT at all (WIT.md, "Lexical structure"). */
final class CharacterRules {
  private CharacterRules() {}

  /**
   * Checks all of a text, comments included.
   *
   * @throws WitException at the first character that is forbidden
   */
  static void check(WitSource source) {
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String why = c >= ' ' && c < 0x7f ? null : forbidden(text, i);
      if (why != null) {
        throw new WitException(
            WitProblems.at(
                    WitRule.CHARACTER,
                    new Span(source, i, i + 1),
                    String.format("character U+%04X", (int) c))
                .because(why));
      }
    }
  }

  private static @Nullable String forbidden(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\n', '\r', '\t' -> null;
      case '\u202a',
          '\u202b',
          '\u202c',
          '\u202d',
          '\u202e',
          '\u2066',
          '\u2067',
          '\u2068',
          '\u2069' ->
          "WIT has no characters that turn the order of text around";
      case '\u0149', '\u0673', '\u0f77', '\u0f79', '\u17a3', '\u17a4', '\u17b4', '\u17b5' ->
          "Unicode deprecates or strongly discourages this character";
      default -> {
        if (Character.getType(c) == Character.CONTROL) {
          yield "WIT has no control characters but newline, carriage return and tab";
        }
        boolean paired =
            !Character.isSurrogate(c)
                || (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1)))
                || (Character.isLowSurrogate(c)
                    && at > 0
                    && Character.isHighSurrogate(text.charAt(at - 1)));
        if (paired) {
          yield null;
        }
        yield "a surrogate stands alone";
      }
    };
  }
}
