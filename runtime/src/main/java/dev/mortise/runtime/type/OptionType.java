package dev.mortise.runtime.type;

/** {@code option<type>}. */
public record OptionType(ValType type) implements StructuralType {
  @Override
  public String kind() {
    return "option";
  }

  @Override
  public String toString() {
    return "option<" + type + ">";
  }
}
