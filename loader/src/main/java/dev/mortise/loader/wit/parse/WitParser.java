package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.source.WitSource;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.PackageDeclaration;
import dev.mortise.loader.wit.syntax.TopItem;
import dev.mortise.loader.wit.syntax.UsePath;
import dev.mortise.loader.wit.syntax.WitFile;
import dev.mortise.runtime.error.WitException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses WIT text: the entry of this package. */
public final class WitParser {
  private final WitSource source;
  private final TokenCursor tokens;
  private final AttributeParser attributes;
  private final PathParser paths;
  private final InterfaceParser interfaces;
  private final WorldParser worlds;

  private WitParser(WitSource source, int start) {
    this.source = source;
    this.tokens = new TokenCursor(source, start);
    this.attributes = new AttributeParser(tokens);
    this.paths = new PathParser(tokens);
    this.interfaces = new InterfaceParser(tokens);
    this.worlds = new WorldParser(tokens, interfaces);
  }

  /**
   * Parses one text.
   *
   * @param name the name by which findings call it
   * @throws WitException at the first error
   */
  public static WitFile parse(String name, String text) {
    WitSource source = new WitSource(name, text);
    if (text.length() > WitLimits.FILE_BYTES) {
      throw tooLarge(name);
    }
    CharacterRules.check(source);
    return new WitParser(source, text.startsWith("\ufeff") ? 1 : 0).file();
  }

  /**
   * Parses the bytes of one file.
   *
   * @throws WitException at the first error; they may not be UTF-8, too
   */
  public static WitFile parse(String name, byte[] bytes) {
    if (bytes.length > WitLimits.FILE_BYTES) {
      throw tooLarge(name);
    }
    try {
      return parse(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      String valid = new String(bytes, StandardCharsets.UTF_8);
      int bad = Math.max(0, valid.indexOf('\ufffd'));
      throw new WitException(
          WitProblems.at(
                  WitRule.ENCODING, new Span(new WitSource(name, valid), bad, bad + 1), "text")
              .expecting("UTF-8", "bytes that are not"));
    }
  }

  private static WitException tooLarge(String name) {
    return new WitException(
        WitProblems.of(WitRule.LIMIT, name)
            .expecting("at most " + WitLimits.FILE_BYTES + " bytes", "more"));
  }

  private WitFile file() {
    PackageDeclaration declaration = null;
    List<TopItem> items = new ArrayList<>();
    List<WitFile.NestedPackage> nested = new ArrayList<>();
    while (tokens.peek().kind() != Token.Kind.END) {
      if (!tokens.at("package")) {
        items.add(item("text", "`package`, `interface`, `world` or `use`"));
        continue;
      }
      Token keyword = tokens.take();
      PackageDeclaration named = paths.packageName(keyword.docs());
      if (tokens.at("{")) {
        nested.add(new WitFile.NestedPackage(named, nested()));
      } else if (declaration != null || !items.isEmpty() || !nested.isEmpty()) {
        throw new WitException(
            tokens
                .unexpected("package", "`{`")
                .diagnostic()
                .because("the package of the file is declared at its beginning, and once"));
      } else {
        if (!tokens.at(";")) {
          throw tokens.unexpected("package", "`;` or `{`");
        }
        tokens.expect(";", "package");
        declaration = named;
      }
    }
    return new WitFile(source, declaration, items, nested);
  }

  private List<TopItem> nested() {
    tokens.expect("{", "package");
    List<TopItem> items = new ArrayList<>();
    while (!tokens.accept("}")) {
      items.add(item("package", "`interface`, `world`, `use` or `}`"));
    }
    return items;
  }

  private TopItem item(String where, String expected) {
    Attributes before = attributes.parse();
    Token token = tokens.peek();
    if (token.is("use")) {
      AttributeParser.refuseExternalId(before, "use");
      Token unused = tokens.take();
      UsePath path = paths.path("use");
      Identifier name = tokens.accept("as") ? tokens.identifier("use", "a name") : path.name();
      tokens.expect(";", "use");
      return new TopItem.TopUse(path, name);
    }
    if (token.is("interface")) {
      AttributeParser.refuseExternalId(before, "interface");
      Token unused = tokens.take();
      Identifier name = tokens.identifier("interface", "its name");
      return new TopItem.InterfaceItem(before, name, interfaces.body("interface `" + name + "`"));
    }
    if (token.is("world")) {
      AttributeParser.refuseExternalId(before, "world");
      Token unused = tokens.take();
      Identifier name = tokens.identifier("world", "its name");
      return new TopItem.WorldItem(before, name, worlds.body("world `" + name + "`"));
    }
    throw tokens.noneOf(where, expected, List.of("package", "interface", "world", "use"));
  }
}
