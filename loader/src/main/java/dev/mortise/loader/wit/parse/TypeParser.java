package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.FuncExpr;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TypeExpr;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.type.PrimType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types where they are used, and function types (WIT.md, "Types"). */
final class TypeParser {
  private static final List<String> PRIMITIVES =
      List.of(
          "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "bool",
          "string");

  private final TokenCursor tokens;
  private int depth;

  TypeParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  TypeExpr type() {
    Token token = tokens.peek();
    if (++depth > WitLimits.NESTING_DEPTH) {
      throw new WitException(
          WitProblems.at(WitRule.LIMIT, token.span(), "type")
              .expecting("at most " + WitLimits.NESTING_DEPTH + " inside each other", "more"));
    }
    TypeExpr type =
        switch (token.kind()) {
          case KEYWORD -> keyword(token);
          case IDENTIFIER ->
              token.text().equals("error-context") && isBare(token)
                  ? new TypeExpr.Prim(PrimType.ERROR_CONTEXT, tokens.take().span())
                  : new TypeExpr.Named(tokens.identifier("type", "a type"));
          case INTEGER, STRING, OPERATOR, END -> throw tokens.unexpected("type", "a type");
        };
    depth--;
    return type;
  }

  /** Whether an identifier stands without a {@code %}. */
  private static boolean isBare(Token token) {
    return token.span().end() - token.span().start() == token.text().length();
  }

  private TypeExpr keyword(Token token) {
    String word = token.text();
    if (PRIMITIVES.contains(word)) {
      PrimType type = PrimType.valueOf(word.toUpperCase(Locale.ROOT));
      return new TypeExpr.Prim(type, tokens.take().span());
    }
    return switch (word) {
      case "list" -> list();
      case "tuple" -> tuple();
      case "option" -> {
        Span start = open();
        TypeExpr type = type();
        yield new TypeExpr.Option(type, close(start));
      }
      case "result" -> result();
      case "map" -> {
        Span start = open();
        TypeExpr key = type();
        tokens.expect(",", "map");
        TypeExpr value = type();
        yield new TypeExpr.MapOf(key, value, close(start));
      }
      case "own" -> {
        Span start = open();
        Identifier resource = tokens.identifier("own", "the name of a resource");
        yield new TypeExpr.Own(resource, close(start));
      }
      case "borrow" -> {
        Span start = open();
        Identifier resource = tokens.identifier("borrow", "the name of a resource");
        yield new TypeExpr.Borrow(resource, close(start));
      }
      case "stream" -> {
        Span start = tokens.take().span();
        TypeExpr element = optionalElement();
        yield new TypeExpr.Stream(element, tokens.since(start));
      }
      case "future" -> {
        Span start = tokens.take().span();
        TypeExpr element = optionalElement();
        yield new TypeExpr.Future(element, tokens.since(start));
      }
      case "record", "variant", "enum", "flags", "resource" ->
          throw new WitException(
              tokens
                  .unexpected("type", "a type")
                  .diagnostic()
                  .because("a " + word + " needs a name of its own")
                  .withHint("define `" + word + " name { … }` and write `name` here"));
      default ->
          throw new WitException(
              tokens
                  .unexpected("type", "a type")
                  .diagnostic()
                  .withHint("write `%" + word + "` if a type has this name"));
    };
  }

  /** The keyword that is next, and the bracket after it. */
  private Span open() {
    Token word = tokens.take();
    tokens.expect("<", word.text());
    return word.span();
  }

  private Span close(Span start) {
    tokens.expect(">", "type");
    return tokens.since(start);
  }

  private @Nullable TypeExpr optionalElement() {
    if (!tokens.accept("<")) {
      return null;
    }
    TypeExpr element = type();
    tokens.expect(">", "type");
    return element;
  }

  private TypeExpr list() {
    Span start = open();
    TypeExpr element = type();
    Long length = null;
    if (tokens.accept(",")) {
      Token number = tokens.peek();
      if (number.kind() != Kind.INTEGER) {
        throw tokens.unexpected("list", "its fixed length, a number");
      }
      length = length(tokens.take());
    }
    return new TypeExpr.ListOf(element, length, close(start));
  }

  private static Long length(Token number) {
    String digits = number.text();
    if (digits.startsWith("0")
        || digits.length() > 10
        || Long.parseLong(digits) > WitLimits.LIST_LENGTH) {
      throw new WitException(
          WitProblems.at(WitRule.LIST_LENGTH, number.span(), "list")
              .expecting(
                  "a length from 1 to " + WitLimits.LIST_LENGTH + ", without leading zeros",
                  digits));
    }
    return Long.valueOf(digits);
  }

  private TypeExpr tuple() {
    Span start = open();
    List<TypeExpr> elements = new ArrayList<>();
    while (!tokens.at(">")) {
      elements.add(type());
      bounded(elements.size(), WitLimits.MEMBERS, "tuple");
      if (!tokens.accept(",")) {
        break;
      }
    }
    Span span = close(start);
    if (elements.isEmpty()) {
      throw new WitException(
          WitProblems.at(WitRule.EMPTY_TYPE, span, "tuple").expecting("at least one type", "none"));
    }
    return new TypeExpr.Tuple(elements, span);
  }

  private TypeExpr result() {
    Span start = tokens.take().span();
    if (!tokens.accept("<")) {
      return new TypeExpr.Result(null, null, start);
    }
    if (tokens.accept("_")) {
      tokens.expect(",", "result");
      TypeExpr err = type();
      return new TypeExpr.Result(null, err, close(start));
    }
    TypeExpr ok = type();
    TypeExpr err = tokens.accept(",") ? type() : null;
    return new TypeExpr.Result(ok, err, close(start));
  }

  /** {@code async func(…) -> …}. */
  FuncExpr func(String where) {
    boolean async = tokens.accept("async");
    if (!tokens.accept("func")) {
      throw tokens.noneOf(where, "`func`", List.of("func", "async", "static"));
    }
    List<FuncExpr.Param> params = params(where);
    TypeExpr result = tokens.accept("->") ? type() : null;
    return new FuncExpr(async, params, result);
  }

  /** {@code (label: type, …)}. */
  List<FuncExpr.Param> params(String where) {
    tokens.expect("(", where);
    List<FuncExpr.Param> params = new ArrayList<>();
    while (!tokens.at(")")) {
      Identifier label = tokens.identifier(where, "the name of a parameter or `)`");
      tokens.expect(":", "parameter `" + label + "`");
      params.add(new FuncExpr.Param(label, type()));
      bounded(params.size(), WitLimits.PARAMETERS, where);
      if (!tokens.accept(",")) {
        break;
      }
    }
    tokens.expect(")", where);
    return params;
  }

  /** Checks a number of parts of one thing. */
  void bounded(int count, int limit, String where) {
    if (count > limit) {
      throw new WitException(
          WitProblems.at(WitRule.LIMIT, tokens.peek().span(), where)
              .expecting("at most " + limit + " parts", "more"));
    }
  }
}
