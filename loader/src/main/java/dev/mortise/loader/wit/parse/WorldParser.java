package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.UsePath;
import dev.mortise.loader.wit.syntax.WorldMember;
import dev.mortise.loader.wit.syntax.WorldMember.Direction;
import dev.mortise.loader.wit.syntax.WorldMember.ExternItem;
import dev.mortise.loader.wit.syntax.WorldMember.Include;
import dev.mortise.runtime.error.WitException;
import java.util.ArrayList;
import java.util.List;

/** What stands between the braces of a world (WIT.md, "Item: world"). */
final class WorldParser {
  private static final List<String> STARTS =
      List.of(
          "import",
          "export",
          "use",
          "include",
          "type",
          "record",
          "variant",
          "enum",
          "flags",
          "resource");

  private final TokenCursor tokens;
  private final AttributeParser attributes;
  private final PathParser paths;
  private final InterfaceParser interfaces;

  WorldParser(TokenCursor tokens, InterfaceParser interfaces) {
    this.tokens = tokens;
    this.attributes = new AttributeParser(tokens);
    this.paths = new PathParser(tokens);
    this.interfaces = interfaces;
  }

  /** {@code { … }}. */
  List<WorldMember> body(String where) {
    tokens.expect("{", where);
    List<WorldMember> members = new ArrayList<>();
    while (!tokens.accept("}")) {
      members.add(member(where));
    }
    return members;
  }

  private WorldMember member(String where) {
    Attributes before = attributes.parse();
    Token token = tokens.peek();
    if (token.is("import") || token.is("export")) {
      Direction direction = token.is("import") ? Direction.IMPORT : Direction.EXPORT;
      Token unused = tokens.take();
      return new WorldMember.Extern(before, direction, extern(before, direction));
    }
    if (token.is("use")) {
      return interfaces.use(before);
    }
    if (token.is("include")) {
      AttributeParser.refuseExternalId(before, "include");
      return include(before);
    }
    if (interfaces.typeItems().starts(token)) {
      AttributeParser.refuseExternalId(before, token.text());
      return interfaces.typeItems().item(before);
    }
    throw tokens.noneOf(where, "`import`, `export`, `use`, `include`, a type or `}`", STARTS);
  }

  private ExternItem extern(Attributes before, Direction direction) {
    String where = direction.toString();
    Identifier name = tokens.identifier(where, "a name or an interface");
    if (!tokens.at(":") || paths.colonJoins()) {
      UsePath path = paths.path(name, where);
      AttributeParser.refuseExternalId(before, where + " of an interface by its own name");
      tokens.expect(";", where);
      return new ExternItem.Path(path);
    }
    where += " `" + name + "`";
    tokens.expect(":", where);
    if (tokens.accept("interface")) {
      return new ExternItem.Inline(name, interfaces.body(where));
    }
    if (tokens.peek().kind() == Token.Kind.IDENTIFIER) {
      UsePath path = paths.path(where);
      tokens.expect(";", where);
      return new ExternItem.NamedPath(name, path);
    }
    if (!tokens.at("func") && !tokens.at("async")) {
      throw tokens.unexpected(where, "`func`, `interface` or the name of an interface");
    }
    var func = interfaces.types().func(where);
    tokens.expect(";", where);
    return new ExternItem.Func(name, func);
  }

  private Include include(Attributes before) {
    tokens.expect("include", "include");
    UsePath path = paths.path("include");
    List<Include.Renaming> renamings = new ArrayList<>();
    if (!tokens.accept("with")) {
      tokens.expect(";", "include");
      return new Include(before, path, renamings);
    }
    tokens.expect("{", "include");
    while (!tokens.at("}")) {
      Identifier name = tokens.identifier("include", "the name of an import or export");
      tokens.expect("as", "include");
      renamings.add(new Include.Renaming(name, tokens.identifier("include", "a name")));
      if (!tokens.accept(",")) {
        break;
      }
    }
    Token close = tokens.expect("}", "include");
    if (renamings.isEmpty()) {
      throw new WitException(
          WitProblems.at(WitRule.SYNTAX, close.span(), "include")
              .expecting("a renaming such as `a as b`", "none"));
    }
    // The grammar has no semicolon here, and its examples are written either way.
    boolean unused = tokens.accept(";");
    return new Include(before, path, renamings);
  }
}
