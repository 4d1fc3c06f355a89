package dev.mortise.loader.model;

/** The type of an import or export as written (Binary.md, {@code externtype}). */
public sealed interface ExternDesc {
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
