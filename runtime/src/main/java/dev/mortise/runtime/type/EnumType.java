package dev.mortise.runtime.type;

import java.util.List;

/** {@code enum { label, … }}, with at least one label. */
public record EnumType(List<String> labels) implements StructuralType {
  public EnumType {
    labels = List.copyOf(labels);
  }

  @Override
  public String kind() {
    return "enum";
  }

  @Override
  public String toString() {
    return "enum { " + String.join(", ", labels) + " }";
  }
}
