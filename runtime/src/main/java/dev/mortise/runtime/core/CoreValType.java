package dev.mortise.runtime.core;

import org.jspecify.annotations.Nullable;

/** A value type of core WebAssembly: a number, a vector or a reference. */
public sealed interface CoreValType permits CoreValType.Num, CoreValType.Ref {

  /** The number and vector types. */
  enum Num implements CoreValType {
    I32,
    I64,
    F32,
    F64,
    V128;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A reference type.
   *
   * @param nullable whether null is a value of it
   * @param heap the abstract heap type: {@code func}, {@code extern}, …; of a concrete type, its
   *     kind
   * @param concrete the identity of a concrete type, or null
   */
  record Ref(boolean nullable, String heap, @Nullable CoreTypeId concrete) implements CoreValType {
    /** {@code funcref}. */
    public static final Ref FUNC = new Ref(true, "func");

    /** {@code externref}. */
    public static final Ref EXTERN = new Ref(true, "extern");

    /** A reference to an abstract heap type. */
    public Ref(boolean nullable, String heap) {
      this(nullable, heap, null);
    }

    @Override
    public String toString() {
      if (concrete == null && nullable) {
        return heap + "ref";
      }
      return "(ref " + (nullable ? "null " : "") + (concrete == null ? heap : concrete) + ")";
    }
  }

  /** Whether a value of this type is one of the other (core spec, "Matching"). */
  default boolean matches(CoreValType other) {
    return equals(other)
        || (this instanceof Ref actual
            && other instanceof Ref expected
            && (expected.nullable() || !actual.nullable())
            && HeapTypes.matches(actual, expected));
  }
}
