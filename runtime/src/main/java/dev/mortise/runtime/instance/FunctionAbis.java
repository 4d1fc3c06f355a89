package dev.mortise.runtime.instance;

import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.type.FuncType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The Canonical ABI of functions, made once per function type and options and shared by all
 * instances, from any thread.
 */
public final class FunctionAbis {
  private final Map<CanonicalOptions, IdentityHashMap<FuncType, FuncAbi>> abis = new HashMap<>();
  private final Map<CanonicalOptions, Recipes> recipes = new HashMap<>();

  /** None yet. */
  public FunctionAbis() {}

  /** The ABI of a function. */
  synchronized FuncAbi of(FuncType type, CanonicalOptions options) {
    return abis.computeIfAbsent(options, o -> new IdentityHashMap<>())
        .computeIfAbsent(type, t -> FuncAbi.of(t, options, recipes(options)));
  }

  private Recipes recipes(CanonicalOptions options) {
    return recipes.computeIfAbsent(
        CanonicalOptions.of(options.encoding(), options.width()),
        o -> new Recipes(o.encoding(), o.width()));
  }
}
