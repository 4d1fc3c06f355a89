package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.source.WitSource;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.name.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over the tokens of a text, one ahead. */
final class TokenCursor {
  private final WitSource source;
  private final WitLexer lexer;
  private @Nullable Token next;
  private int position;

  TokenCursor(WitSource source, int start) {
    this.source = source;
    this.lexer = new WitLexer(source);
    this.position = start;
  }

  /** The next token, which stays the next one. */
  Token peek() {
    if (next == null) {
      next = lexer.next(position);
    }
    return next;
  }

  /** Takes the next token. */
  Token take() {
    Token token = peek();
    position = token.span().end();
    next = null;
    return token;
  }

  /** Where the last token that was taken ends. */
  int position() {
    return position;
  }

  /** Goes back to where {@link #position} was. */
  void goBack(int to) {
    position = to;
    next = null;
  }

  /** Whether the next token is a keyword or sign. */
  boolean at(String keywordOrOperator) {
    return peek().is(keywordOrOperator);
  }

  /** Takes the next token if it is a keyword or sign. */
  boolean accept(String keywordOrOperator) {
    boolean is = at(keywordOrOperator);
    if (is) {
      Token unused = take();
    }
    return is;
  }

  /** Takes a keyword or sign. */
  Token expect(String keywordOrOperator, String where) {
    if (!at(keywordOrOperator)) {
      throw unexpected(where, "`" + keywordOrOperator + "`");
    }
    return take();
  }

  /** Takes an identifier. */
  Identifier identifier(String where, String what) {
    Token token = peek();
    if (token.kind() != Kind.IDENTIFIER) {
      WitException refusal = unexpected(where, what);
      if (token.kind() == Kind.KEYWORD) {
        throw new WitException(
            refusal.diagnostic().withHint("write `%" + token.text() + "` to use it as a name"));
      }
      throw refusal;
    }
    return new Identifier(token.text(), take().span());
  }

  /** The place between a token and the last one that was taken. */
  Span since(Span first) {
    return new Span(source, first.start(), Math.max(first.end(), position));
  }

  /** That the next token is not what the grammar asks for. */
  WitException unexpected(String where, String expected) {
    Token token = peek();
    return new WitException(
        WitProblems.at(WitRule.SYNTAX, token.span(), where).expecting(expected, token.inWords()));
  }

  /** That the next token is none of some words, one of which may have been meant. */
  WitException noneOf(String where, String expected, List<String> words) {
    WitException refusal = unexpected(where, expected);
    String near = peek().kind() == Kind.IDENTIFIER ? Nearest.of(peek().text(), words) : null;
    return near == null
        ? refusal
        : new WitException(refusal.diagnostic().withHint("did you mean `" + near + "`?"));
  }

  /** Takes a version, whose characters are no tokens; a dot that a brace follows is not part. */
  Version version(String where) {
    if (next != null) {
      position = next.span().start();
      next = null;
    }
    String text = source.text();
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    int start = position;
    while (position < text.length() && isVersionPart(text, position)) {
      position++;
    }
    Span span = new Span(source, start, Math.max(position, Math.min(text.length(), start + 1)));
    String written = text.substring(start, position);
    try {
      return Version.parse(written);
    } catch (InvalidNameException e) {
      throw new WitException(
          WitProblems.at(WitRule.VERSION, span, where)
              .expecting("a semantic version such as `1.2.3`", "`" + written + "`")
              .because(String.valueOf(e.getMessage())));
    }
  }

  private static boolean isVersionPart(String text, int at) {
    char c = text.charAt(at);
    if (c == '.') {
      return at + 1 < text.length() && isVersionLetter(text.charAt(at + 1));
    }
    return c == '+' || isVersionLetter(c);
  }

  private static boolean isVersionLetter(char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
