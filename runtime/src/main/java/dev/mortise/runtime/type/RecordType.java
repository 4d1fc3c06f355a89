package dev.mortise.runtime.type;

import java.util.List;
import java.util.stream.Collectors;

/** {@code record { label: type, … }}, with at least one field. */
public record RecordType(List<Field> fields) implements StructuralType {
  /** One field. */
  public record Field(String label, ValType type) {
    @Override
    public String toString() {
      return label + ": " + type;
    }
  }

  public RecordType {
    fields = List.copyOf(fields);
  }

  @Override
  public String kind() {
    return "record";
  }

  @Override
  public String toString() {
    return fields.stream()
        .map(Object::toString)
        .collect(Collectors.joining(", ", "record { ", " }"));
  }
}
