package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.parse.Token.Kind;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.name.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before an item: documentation, gates, an external id (WIT.md, "Feature Gates"). */
final class AttributeParser {
  private static final List<String> NAMES =
      List.of("since", "unstable", "deprecated", "external-id");

  private final TokenCursor tokens;

  AttributeParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  Attributes parse() {
    String docs = tokens.peek().docs();
    Version since = null;
    String unstable = null;
    Version deprecated = null;
    String externalId = null;
    Span first = tokens.peek().span();
    boolean any = false;
    while (tokens.at("@")) {
      Span sign = tokens.take().span();
      any = true;
      Token word = tokens.peek();
      Identifier name =
          tokens.identifier("attribute", "`since`, `unstable`, `deprecated` or `external-id`");
      String where = "attribute `@" + name + "`";
      tokens.expect("(", where);
      boolean repeated =
          switch (name.name()) {
            case "since" -> {
              boolean twice = since != null;
              field(where, "version");
              since = tokens.version(where);
              yield twice;
            }
            case "unstable" -> {
              boolean twice = unstable != null;
              field(where, "feature");
              unstable = tokens.identifier(where, "the name of a feature").name();
              yield twice;
            }
            case "deprecated" -> {
              boolean twice = deprecated != null;
              field(where, "version");
              deprecated = tokens.version(where);
              yield twice;
            }
            case "external-id" -> {
              boolean twice = externalId != null;
              if (tokens.peek().kind() != Kind.STRING) {
                throw tokens.unexpected(where, "a string");
              }
              externalId = StringLiterals.value(tokens.take().span());
              yield twice;
            }
            default -> throw unknown(word);
          };
      if (repeated) {
        throw refuse(sign.to(name.span()), where, "it stands twice");
      }
      tokens.expect(")", where);
    }
    Gate gate = new Gate(since, unstable, deprecated);
    Span span = any ? tokens.since(first) : null;
    checkGate(gate, span);
    return any || docs != null ? new Attributes(docs, gate, externalId, span) : Attributes.NONE;
  }

  private void field(String where, String name) {
    Token token = tokens.peek();
    if (token.kind() != Kind.IDENTIFIER || !token.text().equals(name)) {
      throw tokens.unexpected(where, "`" + name + " = …`");
    }
    Token unused = tokens.take();
    tokens.expect("=", where);
  }

  /** Refuses what stands before something that can have documentation only. */
  static void refuseExternalId(Attributes attributes, String where) {
    if (attributes.externalId() != null && attributes.span() != null) {
      throw refuse(attributes.span(), where, "`@external-id` cannot stand here");
    }
  }

  private static void checkGate(Gate gate, @Nullable Span span) {
    if (span == null) {
      return;
    }
    if (gate.since() != null && gate.unstable() != null) {
      throw new WitException(
          WitProblems.at(WitRule.GATE, span, "feature gate")
              .expecting("one of `@since` and `@unstable`", "both")
              .because("an item is stable or it is not"));
    }
    if (gate.deprecated() != null && gate.since() == null && gate.unstable() == null) {
      throw new WitException(
          WitProblems.at(WitRule.GATE, span, "feature gate")
              .expecting("`@since` or `@unstable` beside `@deprecated`", "neither")
              .because("what is deprecated says since when it is there"));
    }
  }

  private WitException unknown(Token name) {
    WitException refusal =
        refuse(name.span(), "attribute `@" + name.text() + "`", "there is no such attribute");
    String near = Nearest.of(name.text(), NAMES);
    return near == null
        ? refusal
        : new WitException(refusal.diagnostic().withHint("did you mean `@" + near + "`?"));
  }

  private static WitException refuse(Span span, String where, String why) {
    return new WitException(WitProblems.at(WitRule.ATTRIBUTE, span, where).because(why));
  }
}
