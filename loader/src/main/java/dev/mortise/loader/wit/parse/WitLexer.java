package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.source.WitSource;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.Label;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one token at a time (WIT.md, "Lexical structure"). */
final class WitLexer {
  private static final String OPERATORS = "=,:;(){}<>*/.@_";

  private final WitSource source;
  private final String text;

  WitLexer(WitSource source) {
    this.source = source;
    this.text = source.text();
  }

  /**
   * The token that begins at a position, or after the white space and comments there.
   *
   * @throws WitException when there is none
   */
  Token next(int position) {
    DocComments docs = new DocComments();
    int start = skip(position, docs);
    if (start == text.length()) {
      return token(Kind.END, start, start, docs);
    }
    char c = text.charAt(start);
    if (text.startsWith("->", start)) {
      return token(Kind.OPERATOR, start, start + 2, docs);
    }
    if (c >= '0' && c <= '9') {
      int end = start;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      return token(Kind.INTEGER, start, end, docs);
    }
    if (c == '"') {
      return token(Kind.STRING, start, StringLiterals.end(source, start), docs);
    }
    if (c == '%' || Character.isLetter(text.codePointAt(start))) {
      return identifier(start, docs);
    }
    if (OPERATORS.indexOf(c) >= 0) {
      return token(Kind.OPERATOR, start, start + 1, docs);
    }
    int end = start + Character.charCount(text.codePointAt(start));
    throw refuse(
        WitProblems.at(
                WitRule.CHARACTER,
                new Span(source, start, end),
                "character `" + text.substring(start, end) + "`")
            .because("no token begins with it"));
  }

  private Token token(Kind kind, int start, int end, DocComments docs) {
    return new Token(kind, text.substring(start, end), new Span(source, start, end), docs.text());
  }

  private Token identifier(int start, DocComments docs) {
    boolean escaped = text.charAt(start) == '%';
    int begin = escaped ? start + 1 : start;
    int end = begin;
    while (end < text.length() && isIdentifierPart(end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    String name = text.substring(begin, end);
    Span span = new Span(source, start, end);
    if (!escaped && Token.KEYWORDS.contains(name)) {
      return new Token(Kind.KEYWORD, name, span, docs.text());
    }
    if (!Label.isLabel(name)) {
      throw refuse(
          WitProblems.at(WitRule.IDENTIFIER, span, "identifier `" + name + "`")
              .expecting("words of small letters or of capitals, joined by `-`", "another form")
              .because("identifiers are in kebab case")
              .withHint(suggestion(name)));
    }
    return new Token(Kind.IDENTIFIER, name, span, docs.text());
  }

  /** The name in kebab case, where that is certain. */
  private static @Nullable String suggestion(String name) {
    String kebab =
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    return Label.isLabel(kebab) ? "write `" + kebab + "`" : null;
  }

  private boolean isIdentifierPart(int at) {
    char c = text.charAt(at);
    return c == '_'
        || (c == '-' && !text.startsWith("->", at))
        || Character.isLetterOrDigit(text.codePointAt(at));
  }

  /** The first position that is neither white space nor in a comment. */
  private int skip(int position, DocComments docs) {
    int at = position;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        docs.line(text.substring(at, end));
        at = end;
      } else if (text.startsWith("/*", at)) {
        int end = blockEnd(at);
        docs.block(text.substring(at, end));
        at = end;
      } else {
        break;
      }
    }
    return at;
  }

  private int blockEnd(int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
        if (depth > WitLimits.NESTING_DEPTH) {
          throw refuse(
              WitProblems.at(WitRule.LIMIT, new Span(source, at - 2, at), "comment")
                  .expecting("at most " + WitLimits.NESTING_DEPTH + " inside each other", "more"));
        }
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    throw refuse(
        WitProblems.at(WitRule.COMMENT, new Span(source, start, start + 2), "comment")
            .expecting("`*/`", "the end of the text")
            .because("each `/*` inside a comment needs its own `*/`"));
  }

  static WitException refuse(Diagnostic finding) {
    return new WitException(finding);
  }
}
