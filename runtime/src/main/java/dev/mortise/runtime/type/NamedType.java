package dev.mortise.runtime.type;

/**
 * A value type under the name that an import or export gave it. Two of them are equal only when
 * they are the same object: {@code type a = u32} and {@code type b = u32} stay apart for whoever
 * writes source text, and are one type for everybody else.
 */
public final class NamedType implements ValType {
  private final String name;
  private final ValType type;
  private final StructuralType structure;

  /** Gives {@code type} the label {@code name}. */
  public NamedType(String name, ValType type) {
    this.name = name;
    this.type = type;
    this.structure = type.structure();
  }

  /** The label, in kebab case. */
  public String name() {
    return name;
  }

  /**
   * The type that is named; itself a {@link NamedType} when an interface re-exports another's type.
   */
  public ValType type() {
    return type;
  }

  @Override
  public StructuralType structure() {
    return structure;
  }

  @Override
  public String kind() {
    return structure.kind();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
