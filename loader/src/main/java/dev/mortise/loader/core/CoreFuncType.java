package dev.mortise.loader.core;

import java.util.List;
import java.util.stream.Collectors;

/** The type of a core function. */
public record CoreFuncType(List<CoreValType> params, List<CoreValType> results) {
  public CoreFuncType {
    params = List.copyOf(params);
    results = List.copyOf(results);
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
