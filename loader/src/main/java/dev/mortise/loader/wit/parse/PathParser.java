package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.PackageDeclaration;
import dev.mortise.loader.wit.syntax.UsePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of packages, and paths to interfaces and worlds (WIT.md, {@code use-path}). */
final class PathParser {
  private final TokenCursor tokens;

  PathParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  /** What follows {@code package}. */
  PackageDeclaration packageName(@Nullable String docs) {
    Identifier first = tokens.identifier("package", "the name of a package");
    StringBuilder name = new StringBuilder(first.name());
    tokens.expect(":", "package");
    name.append(':').append(tokens.identifier("package", "the name of a package"));
    while (tokens.at(":") || tokens.at("/")) {
      name.append(tokens.take().text()).append(tokens.identifier("package", "a name"));
    }
    String version = tokens.accept("@") ? tokens.version("package").toString() : null;
    return new PackageDeclaration(
        new WitPackage.Name(name.toString(), version), docs, tokens.since(first.span()));
  }

  /** An interface or world, alone or with its package. */
  UsePath path(String where) {
    return path(tokens.identifier(where, "the name of an interface or world"), where);
  }

  /** What begins with an identifier that was taken already. */
  UsePath path(Identifier first, String where) {
    if (!tokens.at(":")) {
      return new UsePath(null, first, first.span());
    }
    StringBuilder inPackage = new StringBuilder(first.name());
    while (tokens.accept(":")) {
      inPackage.append(':').append(tokens.identifier(where, "the name of a package"));
    }
    tokens.expect("/", where);
    List<Identifier> names = new ArrayList<>();
    do {
      names.add(tokens.identifier(where, "the name of an interface or world"));
    } while (tokens.accept("/"));
    Identifier last = names.removeLast();
    names.forEach(nested -> inPackage.append('/').append(nested));
    String version = tokens.accept("@") ? tokens.version(where).toString() : null;
    Span span = tokens.since(first.span());
    return new UsePath(new WitPackage.Name(inPackage.toString(), version), last, span);
  }

  /**
   * Whether the colon that is next belongs to the name before it, as in {@code a:b/c}: an
   * identifier follows without a space (WIT.md, "Item: world").
   */
  boolean colonJoins() {
    int before = tokens.position();
    Token colon = tokens.take();
    Token after = tokens.peek();
    boolean joins =
        colon.span().start() == before
            && after.kind() == Kind.IDENTIFIER
            && after.span().start() == colon.span().end();
    tokens.goBack(before);
    return joins;
  }
}
