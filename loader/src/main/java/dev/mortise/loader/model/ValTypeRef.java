package dev.mortise.loader.model;

import dev.mortise.runtime.type.PrimType;

/** A value type as written: a primitive, or an index of the type index space. */
public sealed interface ValTypeRef {
  /** A primitive type. */
  record Prim(PrimType type) implements ValTypeRef {}

  /** A type defined before. */
  record Ref(Index.Type type) implements ValTypeRef {}
}
