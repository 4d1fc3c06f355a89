package dev.mortise.loader.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recursion group of core types (WebAssembly 3.0, "Recursive Types").
 *
 * @param explicit whether it was written as {@code rec}
 */
public record CoreRecGroup(List<SubType> types, boolean explicit) {
  /** One type of the group. */
  public record SubType(
      long offset, boolean isFinal, List<Long> supertypes, boolean shared, CompType type) {}

  /** A composite type. */
  public sealed interface CompType {
    /** A function type. */
    record Func(List<CoreValTypeRef> params, List<CoreValTypeRef> results) implements CompType {}

    /** A structure type. */
    record Struct(List<Field> fields) implements CompType {}

    /** An array type. */
    record Array(Field element) implements CompType {}
  }

  /**
   * A field.
   *
   * @param packed {@code i8} or {@code i16}, else null
   * @param type the value type when it is not packed
   */
  public record Field(@Nullable String packed, @Nullable CoreValTypeRef type, boolean mutable) {}
}
