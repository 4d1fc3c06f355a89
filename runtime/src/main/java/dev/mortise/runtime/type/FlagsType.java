package dev.mortise.runtime.type;

import java.util.List;

/** {@code flags { label, … }}, with 1 to 32 labels. */
public record FlagsType(List<String> labels) implements StructuralType {
  public FlagsType {
    labels = List.copyOf(labels);
  }

  @Override
  public String kind() {
    return "flags";
  }

  @Override
  public String toString() {
    return "flags { " + String.join(", ", labels) + " }";
  }
}
