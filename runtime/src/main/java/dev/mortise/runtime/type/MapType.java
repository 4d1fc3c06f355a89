package dev.mortise.runtime.type;

/** {@code map<key, value>}; in the Canonical ABI a {@code list<tuple<key, value>>}. */
public record MapType(ValType key, ValType value) implements StructuralType {
  @Override
  public String kind() {
    return "map";
  }

  @Override
  public String toString() {
    return "map<" + key + ", " + value + ">";
  }
}
