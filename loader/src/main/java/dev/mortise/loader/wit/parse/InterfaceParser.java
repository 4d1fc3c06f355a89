package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.FuncItem;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.InterfaceMember;
import dev.mortise.loader.wit.syntax.UsePath;
import dev.mortise.loader.wit.syntax.UseTypes;
import java.util.ArrayList;
import java.util.List;

/** What stands between the braces of an interface (WIT.md, "Item: interface"). */
final class InterfaceParser {
  private static final List<String> STARTS =
      List.of("use", "type", "record", "variant", "enum", "flags", "resource");

  private final TokenCursor tokens;
  private final AttributeParser attributes;
  private final PathParser paths;
  private final TypeParser types;
  private final TypeItemParser typeItems;

  InterfaceParser(TokenCursor tokens) {
    this.tokens = tokens;
    this.attributes = new AttributeParser(tokens);
    this.paths = new PathParser(tokens);
    this.types = new TypeParser(tokens);
    this.typeItems = new TypeItemParser(tokens, types, attributes);
  }

  TypeItemParser typeItems() {
    return typeItems;
  }

  TypeParser types() {
    return types;
  }

  /** {@code { … }}. */
  List<InterfaceMember> body(String where) {
    tokens.expect("{", where);
    List<InterfaceMember> members = new ArrayList<>();
    while (!tokens.accept("}")) {
      members.add(member(where));
    }
    return members;
  }

  private InterfaceMember member(String where) {
    Attributes before = attributes.parse();
    Token token = tokens.peek();
    if (token.is("use")) {
      return use(before);
    }
    if (typeItems.starts(token)) {
      return typeItems.item(before);
    }
    if (token.kind() == Kind.IDENTIFIER) {
      Identifier name = tokens.identifier(where, "an item");
      String function = "function `" + name + "`";
      if (!tokens.at(":")) {
        throw tokens.noneOf(function, "`:`", List.of());
      }
      tokens.expect(":", function);
      var func = types.func(function);
      tokens.expect(";", function);
      return new FuncItem(before, name, func);
    }
    throw tokens.noneOf(where, "a type, a function, `use` or `}`", STARTS);
  }

  /** {@code use path.{…};}. */
  UseTypes use(Attributes before) {
    AttributeParser.refuseExternalId(before, "use");
    tokens.expect("use", "use");
    UsePath path = paths.path("use");
    tokens.expect(".", "use");
    tokens.expect("{", "use");
    List<UseTypes.Used> used = new ArrayList<>();
    do {
      if (!used.isEmpty() && tokens.at("}")) {
        break;
      }
      Identifier name = tokens.identifier("use", "the name of a type");
      Identifier as = tokens.accept("as") ? tokens.identifier("use", "a name") : name;
      used.add(new UseTypes.Used(name, as));
    } while (tokens.accept(","));
    tokens.expect("}", "use");
    tokens.expect(";", "use");
    return new UseTypes(before, path, used);
  }
}
