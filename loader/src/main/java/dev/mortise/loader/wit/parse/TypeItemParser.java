package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.WitFunction;
import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.FuncExpr;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TypeExpr;
import dev.mortise.loader.wit.syntax.TypeItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Definitions of types (WIT.md, "Items: type"). */
final class TypeItemParser {
  private static final Set<String> STARTS =
      Set.of("type", "record", "variant", "enum", "flags", "resource");

  private final TokenCursor tokens;
  private final TypeParser types;
  private final AttributeParser attributes;

  TypeItemParser(TokenCursor tokens, TypeParser types, AttributeParser attributes) {
    this.tokens = tokens;
    this.types = types;
    this.attributes = attributes;
  }

  /** Whether a definition begins with a token. */
  boolean starts(Token token) {
    return token.kind() == Kind.KEYWORD && STARTS.contains(token.text());
  }

  /** The definition that is next. */
  TypeItem item(Attributes before) {
    String keyword = tokens.take().text();
    Identifier name = tokens.identifier(keyword, "the name of the type");
    String where = keyword + " `" + name + "`";
    return switch (keyword) {
      case "record" ->
          new TypeItem.RecordItem(
              before,
              name,
              list(
                  where,
                  () -> {
                    String docs = tokens.peek().docs();
                    Identifier label = tokens.identifier(where, "the name of a field or `}`");
                    tokens.expect(":", "field `" + label + "`");
                    return new TypeItem.RecordItem.Field(docs, label, types.type());
                  }));
      case "variant" ->
          new TypeItem.VariantItem(before, name, list(where, () -> variantCase(where)));
      case "enum" -> new TypeItem.EnumItem(before, name, labels(where, "a case"));
      case "flags" -> new TypeItem.FlagsItem(before, name, labels(where, "a flag"));
      case "resource" -> new TypeItem.ResourceItem(before, name, functions(name));
      default -> {
        tokens.expect("=", where);
        TypeExpr type = types.type();
        tokens.expect(";", where);
        yield new TypeItem.AliasItem(before, name, type);
      }
    };
  }

  private TypeItem.VariantItem.Case variantCase(String where) {
    String docs = tokens.peek().docs();
    Identifier label = tokens.identifier(where, "the name of a case or `}`");
    TypeExpr type = null;
    if (tokens.accept("(")) {
      type = types.type();
      tokens.expect(")", "case `" + label + "`");
    }
    return new TypeItem.VariantItem.Case(docs, label, type);
  }

  private List<TypeItem.Label> labels(String where, String what) {
    String expected = "the name of " + what + " or `}`";
    return list(
        where,
        () -> {
          String docs = tokens.peek().docs();
          return new TypeItem.Label(docs, tokens.identifier(where, expected));
        });
  }

  /** {@code { member, … }}, with or without a comma at the end. */
  private <T> List<T> list(String where, Supplier<T> member) {
    tokens.expect("{", where);
    List<T> members = new ArrayList<>();
    while (!tokens.at("}")) {
      members.add(member.get());
      types.bounded(members.size(), WitLimits.MEMBERS, where);
      if (!tokens.accept(",")) {
        break;
      }
    }
    if (!tokens.at("}")) {
      throw tokens.unexpected(where, "`,` or `}`");
    }
    tokens.expect("}", where);
    return members;
  }

  private List<ResourceFunc> functions(Identifier resource) {
    List<ResourceFunc> functions = new ArrayList<>();
    if (tokens.accept(";")) {
      return functions;
    }
    String where = "resource `" + resource + "`";
    if (!tokens.at("{")) {
      throw tokens.unexpected(where, "`{` or `;`");
    }
    tokens.expect("{", where);
    while (!tokens.accept("}")) {
      functions.add(function(attributes.parse(), where));
    }
    return functions;
  }

  private ResourceFunc function(Attributes before, String where) {
    Token first = tokens.peek();
    if (first.is("constructor")) {
      Token unused = tokens.take();
      List<FuncExpr.Param> params = types.params("constructor");
      TypeExpr result = tokens.accept("->") ? types.type() : null;
      tokens.expect(";", "constructor");
      return new ResourceFunc(
          before,
          WitFunction.Kind.CONSTRUCTOR,
          new Identifier("constructor", first.span()),
          new FuncExpr(false, params, result));
    }
    if (first.kind() != Kind.IDENTIFIER) {
      throw tokens.unexpected(where, "a method, `constructor` or `}`");
    }
    Identifier name = tokens.identifier(where, "a method");
    String function = "method `" + name + "`";
    tokens.expect(":", function);
    WitFunction.Kind kind =
        tokens.accept("static") ? WitFunction.Kind.STATIC : WitFunction.Kind.METHOD;
    FuncExpr func = types.func(function);
    tokens.expect(";", function);
    return new ResourceFunc(before, kind, name, func);
  }
}
