package dev.mortise.loader.model;

import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right-hand side of a type definition (Binary.md, {@code deftype}). */
public sealed interface TypeExpr {
  /** A label with a type: a parameter or a field. */
  record Labelled(long offset, String label, ValTypeRef type) {}

  /** A variant case. */
  record Case(long offset, String label, @Nullable ValTypeRef type) {}

  /** A bare label: of an enum or of flags. */
  record Label(long offset, String label) {}

  record Prim(PrimType type) implements TypeExpr {}

  record RecordOf(List<Labelled> fields) implements TypeExpr {}

  record VariantOf(List<Case> cases) implements TypeExpr {}

  record ListOf(ValTypeRef element) implements TypeExpr {}

  record FixedLengthListOf(ValTypeRef element, long length) implements TypeExpr {}

  record MapOf(ValTypeRef key, ValTypeRef value) implements TypeExpr {}

  record TupleOf(List<ValTypeRef> elements) implements TypeExpr {}

  record FlagsOf(List<Label> labels) implements TypeExpr {}

  record EnumOf(List<Label> labels) implements TypeExpr {}

  record OptionOf(ValTypeRef type) implements TypeExpr {}

  record ResultOf(@Nullable ValTypeRef ok, @Nullable ValTypeRef err) implements TypeExpr {}

  record Own(Index.Type resource) implements TypeExpr {}

  record Borrow(Index.Type resource) implements TypeExpr {}

  record StreamOf(@Nullable ValTypeRef element) implements TypeExpr {}

  record FutureOf(@Nullable ValTypeRef element) implements TypeExpr {}

  record Func(boolean async, List<Labelled> params, @Nullable ValTypeRef result)
      implements TypeExpr {}

  record Component(List<TypeDecl> declarations) implements TypeExpr {}

  record Instance(List<TypeDecl> declarations) implements TypeExpr {}

  /** A resource type with its representation and destructor. */
  record Resource(CoreValType rep, Index.@Nullable CoreFunc destructor) implements TypeExpr {}
}
