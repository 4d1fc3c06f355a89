package dev.mortise.runtime.type;

import org.jspecify.annotations.Nullable;

/**
 * {@code list<element>}, or {@code list<element, length>} when the length is fixed.
 *
 * @param length the fixed number of elements, at least 1, as an unsigned 32-bit number; null when
 *     any length will do
 */
public record ListType(ValType element, @Nullable Long length) implements StructuralType {
  /** A list of any length. */
  public ListType(ValType element) {
    this(element, null);
  }

  @Override
  public String kind() {
    return "list";
  }

  @Override
  public String toString() {
    return "list<" + element + (length == null ? "" : ", " + length) + ">";
  }
}
