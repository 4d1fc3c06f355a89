package dev.mortise.esmintegration.lexer;

import dev.mortise.esmintegration.lexer.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Cuts the text of a module into tokens. Whether a slash divides or begins a regular expression
 * depends on what stands before it: after a value it divides; after a parenthesis it depends on
 * what that belongs to, and after a brace on whether that ended a block.
 */
public final class Tokens {
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "return",
          "typeof",
          "instanceof",
          "in",
          "of",
          "new",
          "delete",
          "void",
          "throw",
          "case",
          "do",
          "else",
          "yield",
          "await",
          "default",
          "extends");
  private static final Set<String> WITH_CONDITION = Set.of("if", "while", "for", "with");

  private static final Set<String> BEFORE_BLOCK = Set.of(")", ";", "{", "}", "=>");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Opened> opened = new ArrayDeque<>();
  private int at;

  /** The slash after the closing bracket. */
  private boolean regexpAfterClose;

  /**
   * A bracket that is open.
   *
   * @param bracket itself; a brace in a template is {@code $}
   * @param regexpAfter whether a slash after its end begins a regular expression
   */
  private record Opened(char bracket, boolean regexpAfter) {}

  private Tokens(String source) {
    this.source = source;
  }

  /** All tokens, with one of kind {@link Kind#END} behind them. */
  public static List<Token> of(String source) {
    Tokens tokens = new Tokens(source);
    tokens.run();
    return tokens.tokens;
  }

  private void run() {
    if (source.startsWith("#!")) {
      skipLine();
    }
    while (at < source.length()) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c) || c == '\ufeff' || c == '\u00a0') {
        at++;
      } else if (source.startsWith("//", at)) {
        skipLine();
      } else if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        at = end < 0 ? source.length() : end + 2;
      } else if (c == '\'' || c == '"') {
        string(c);
      } else if (c == '`') {
        template(at);
      } else if (Character.isJavaIdentifierStart(c) || c == '\\' || c == '#') {
        word();
      } else if (c >= '0' && c <= '9') {
        number();
      } else if (c == '/' && regexpMayStart()) {
        regexp();
      } else {
        punctuator(c);
      }
    }
    add(Kind.END, at, at);
  }

  private void add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, source.substring(start, end), start, end));
  }

  private void skipLine() {
    while (at < source.length() && "\n\r\u2028\u2029".indexOf(source.charAt(at)) < 0) {
      at++;
    }
  }

  private void string(char quote) {
    int start = at++;
    while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, source.length());
    int inner = Math.max(start + 1, at - 1);
    tokens.add(new Token(Kind.STRING, source.substring(start + 1, inner), start, at));
  }

  /** From a back quote, or from the brace that ends an expression in it, to the next of either. */
  private void template(int start) {
    at++;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '`') {
        at++;
        break;
      }
      if (source.startsWith("${", at)) {
        at += 2;
        opened.push(new Opened('$', false));
        add(Kind.LITERAL, start, at);
        tokens.add(new Token(Kind.PUNCTUATOR, "{", at, at)); // what follows is an expression
        return;
      }
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at, source.length());
    add(Kind.LITERAL, start, at);
  }

  private void word() {
    int start = at++;
    while (at < source.length()
        && (Character.isJavaIdentifierPart(source.charAt(at)) || source.charAt(at) == '\\')) {
      at++;
    }
    add(Kind.WORD, start, at);
  }

  private void number() {
    int start = at++;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || "._".indexOf(source.charAt(at)) >= 0)) {
      at++;
    }
    add(Kind.LITERAL, start, at);
  }

  private void regexp() {
    int start = at++;
    boolean inClass = false;
    while (at < source.length() && source.charAt(at) != '\n') {
      char c = source.charAt(at);
      if (c == '/' && !inClass) {
        break;
      }
      inClass = c == '[' || (inClass && c != ']');
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, source.length());
    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
      at++;
    }
    add(Kind.LITERAL, start, at);
  }

  private void punctuator(char c) {
    int start = at;
    boolean two =
        source.startsWith("=>", at) || source.startsWith("++", at) || source.startsWith("--", at);
    switch (c) {
      case '(' -> opened.push(new Opened(c, !tokens.isEmpty() && hasCondition(last())));
      case '[' -> opened.push(new Opened(c, false));
      case '{' -> opened.push(new Opened(c, beginsBlock()));
      case ')', ']', '}' -> {
        Opened open = opened.poll();
        if (open != null && open.bracket() == '$') {
          template(start);
          return;
        }
        regexpAfterClose = open != null && open.regexpAfter();
      }
      default -> {}
    }
    at += two ? 2 : 1;
    add(Kind.PUNCTUATOR, start, at);
  }

  private Token last() {
    return tokens.getLast();
  }

  private static boolean hasCondition(Token before) {
    return before.kind() == Kind.WORD && WITH_CONDITION.contains(before.text());
  }

  /** Whether a brace here begins a block, and not an object. */
  private boolean beginsBlock() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token before = last();
    return switch (before.kind()) {
      case WORD -> !BEFORE_EXPRESSION.contains(before.text()) || isBlockWord(before.text());
      case PUNCTUATOR -> BEFORE_BLOCK.contains(before.text());
      case STRING, LITERAL, END -> false;
    };
  }

  private static boolean isBlockWord(String word) {
    return word.equals("do") || word.equals("else");
  }

  private boolean regexpMayStart() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token before = last();
    boolean property = tokens.size() > 1 && tokens.get(tokens.size() - 2).is(".");
    return switch (before.kind()) {
      case WORD -> BEFORE_EXPRESSION.contains(before.text()) && !property;
      case STRING, LITERAL, END -> false;
      case PUNCTUATOR ->
          switch (before.text()) {
            case ")", "]", "}" -> regexpAfterClose;
            case "++", "--" -> false;
            default -> true;
          };
    };
  }
}
