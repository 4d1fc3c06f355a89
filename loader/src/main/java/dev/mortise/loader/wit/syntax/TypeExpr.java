package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type where one is used. */
public sealed interface TypeExpr {
  /** Where it stands. */
  Span span();

  /** A primitive type. */
  record Prim(PrimType type, Span span) implements TypeExpr {}

  /** A name; that of a resource stands for {@code own} of it. */
  record Named(Identifier name) implements TypeExpr {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /** {@code list<element>} or {@code list<element, length>}. */
  record ListOf(TypeExpr element, @Nullable Long length, Span span) implements TypeExpr {}

  /** {@code tuple<…>}. */
  record Tuple(List<TypeExpr> elements, Span span) implements TypeExpr {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code option<type>}. */
  record Option(TypeExpr type, Span span) implements TypeExpr {}

  /** {@code result<ok, err>}. */
  record Result(@Nullable TypeExpr ok, @Nullable TypeExpr err, Span span) implements TypeExpr {}

  /** {@code map<key, value>}. */
  record MapOf(TypeExpr key, TypeExpr value, Span span) implements TypeExpr {}

  /** {@code own<resource>}. */
  record Own(Identifier resource, Span span) implements TypeExpr {}

  /** {@code borrow<resource>}. */
  record Borrow(Identifier resource, Span span) implements TypeExpr {}

  /** {@code stream<element>}. */
  record Stream(@Nullable TypeExpr element, Span span) implements TypeExpr {}

  /** {@code future<element>}. */
  record Future(@Nullable TypeExpr element, Span span) implements TypeExpr {}
}
