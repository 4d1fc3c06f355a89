package dev.mortise.runtime.type;

import org.jspecify.annotations.Nullable;

/** {@code future<element>}; the element may be absent. */
public record FutureType(@Nullable ValType element) implements StructuralType {
  @Override
  public String kind() {
    return "future";
  }

  @Override
  public String toString() {
    return element == null ? "future" : "future<" + element + ">";
  }
}
