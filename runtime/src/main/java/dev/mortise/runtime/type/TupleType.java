package dev.mortise.runtime.type;

import java.util.List;
import java.util.stream.Collectors;

/** {@code tuple<…>}, with at least one element. */
public record TupleType(List<ValType> elements) implements StructuralType {
  public TupleType {
    elements = List.copyOf(elements);
  }

  @Override
  public String kind() {
    return "tuple";
  }

  @Override
  public String toString() {
    return elements.stream().map(Object::toString).collect(Collectors.joining(", ", "tuple<", ">"));
  }
}
