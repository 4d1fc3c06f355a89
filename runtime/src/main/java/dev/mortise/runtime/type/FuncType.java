package dev.mortise.runtime.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a component-level function.
 *
 * @param params the parameters in order
 * @param result the type of the result, or null when there is none
 * @param async whether the function may block its caller: {@code async func}
 */
public record FuncType(List<Param> params, @Nullable ValType result, boolean async)
    implements DefType, ExternType {
  /** One parameter. */
  public record Param(String label, ValType type) {
    @Override
    public String toString() {
      return label + ": " + type;
    }
  }

  public FuncType {
    params = List.copyOf(params);
  }

  /** The types of the parameters. */
  public List<ValType> paramTypes() {
    return params.stream().map(Param::type).toList();
  }

  /** The result type as a list of none or one, as the Canonical ABI takes it. */
  public List<ValType> resultTypes() {
    return result == null ? List.of() : List.of(result);
  }

  @Override
  public String kind() {
    return "func";
  }

  /** The type in WIT, such as {@code func(who: string) -> string}. */
  @Override
  public String toString() {
    return (async ? "async func" : "func")
        + params.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"))
        + (result == null ? "" : " -> " + result);
  }
}
