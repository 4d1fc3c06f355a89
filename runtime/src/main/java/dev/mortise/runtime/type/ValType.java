package dev.mortise.runtime.type;

/**
 * The type of a component-level value: a {@link StructuralType}, or a {@link NamedType} that gives
 * one the name under which it was exported or imported.
 *
 * <p>Names mean nothing to type equality or to the Canonical ABI: code that works on structure
 * switches over {@link #structure()}; code that writes types for people looks at the name first.
 */
public sealed interface ValType extends DefType permits StructuralType, NamedType {

  /** This type without the names at its top. */
  StructuralType structure();
}
