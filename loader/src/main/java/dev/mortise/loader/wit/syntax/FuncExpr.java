package dev.mortise.loader.wit.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code async func(label: type, …) -> type}. */
public record FuncExpr(boolean async, List<Param> params, @Nullable TypeExpr result) {
  /** One parameter. */
  public record Param(Identifier label, TypeExpr type) {}

  public FuncExpr {
    params = List.copyOf(params);
  }
}
