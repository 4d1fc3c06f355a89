package dev.mortise.loader.model;

/** The type of an import or export as written (Binary.md, {@code externtype}). */
public sealed interface ExternDesc {
  /** The index space that an import or export of this type is in. */
  default Sort sort() {
    return switch (this) {
      case Module module -> Sort.CORE_MODULE;
      case Func func -> Sort.FUNC;
      case Value value -> Sort.VALUE;
      case ValueEq value -> Sort.VALUE;
      case TypeEq type -> Sort.TYPE;
      case SubResource type -> Sort.TYPE;
      case Component nested -> Sort.COMPONENT;
      case Instance instance -> Sort.INSTANCE;
    };
  }

  /** {@code (core module (type i))}. */
  record Module(Index.CoreType type) implements ExternDesc {}

  /** {@code (func (type i))}. */
  record Func(Index.Type type) implements ExternDesc {}

  /** {@code (value t)} (gated feature). */
  record Value(ValTypeRef type) implements ExternDesc {}

  /** {@code (value (eq i))} (gated feature). */
  record ValueEq(Index.Value value) implements ExternDesc {}

  /** {@code (type (eq i))}. */
  record TypeEq(Index.Type type) implements ExternDesc {}

  /** {@code (type (sub resource))}. */
  record SubResource() implements ExternDesc {}

  /** {@code (component (type i))}. */
  record Component(Index.Type type) implements ExternDesc {}

  /** {@code (instance (type i))}. */
  record Instance(Index.Type type) implements ExternDesc {}
}
