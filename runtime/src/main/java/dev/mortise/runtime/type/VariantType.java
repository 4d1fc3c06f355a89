package dev.mortise.runtime.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code variant { label(type), … }}, with at least one case. */
public record VariantType(List<Case> cases) implements StructuralType {
  /** One case, with or without a payload. */
  public record Case(String label, @Nullable ValType type) {
    @Override
    public String toString() {
      return type == null ? label : label + "(" + type + ")";
    }
  }

  public VariantType {
    cases = List.copyOf(cases);
  }

  @Override
  public String kind() {
    return "variant";
  }

  @Override
  public String toString() {
    return cases.stream()
        .map(Object::toString)
        .collect(Collectors.joining(", ", "variant { ", " }"));
  }
}
