package dev.mortise.loader.core;

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
   * @param heap the heap type: {@code func}, {@code extern}, … or, for a concrete type, the text of
   *     its definition, so that equal types have equal texts in any module
   */
  record Ref(boolean nullable, String heap) implements CoreValType {
    /** {@code funcref}. */
    public static final Ref FUNC = new Ref(true, "func");

    /** {@code externref}. */
    public static final Ref EXTERN = new Ref(true, "extern");

    @Override
    public String toString() {
      return nullable && !heap.startsWith("(")
          ? heap + "ref"
          : "(ref " + (nullable ? "null " : "") + heap + ")";
    }
  }
}
