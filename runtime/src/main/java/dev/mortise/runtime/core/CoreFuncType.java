package dev.mortise.runtime.core;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a core function.
 *
 * @param id the identity of a type that its structure alone does not give: one with a supertype,
 *     one that is not final, or one of a larger recursion group; null for all others
 */
public record CoreFuncType(
    List<CoreValType> params, List<CoreValType> results, @Nullable CoreTypeId id) {
  public CoreFuncType {
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  /** A type that its structure identifies: final, alone in its recursion group. */
  public CoreFuncType(List<CoreValType> params, List<CoreValType> results) {
    this(params, results, null);
  }

  /** Whether a function of this type can stand where one of the other is asked for. */
  public boolean matches(CoreFuncType other) {
    return equals(other) || (id != null && other.id != null && id.isSubtypeOf(other.id));
  }

  /** The type in the text format, such as {@code (func (param i32 i32) (result i32))}. */
  @Override
  public String toString() {
    return "(func" + group("param", params) + group("result", results) + ")";
  }

  private static String group(String keyword, List<CoreValType> types) {
    return types.isEmpty()
        ? ""
        : types.stream()
            .map(Object::toString)
            .collect(Collectors.joining(" ", " (" + keyword + " ", ")"));
  }
}
