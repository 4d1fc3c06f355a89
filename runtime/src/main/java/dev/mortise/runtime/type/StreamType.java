package dev.mortise.runtime.type;

import org.jspecify.annotations.Nullable;

/** {@code stream<element>}; the element may be absent. */
public record StreamType(@Nullable ValType element) implements StructuralType {
  @Override
  public String kind() {
    return "stream";
  }

  @Override
  public String toString() {
    return element == null ? "stream" : "stream<" + element + ">";
  }
}
