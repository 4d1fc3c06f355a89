package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.FuncType;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** The recipes of a plan's functions; those of a type are made once. */
final class PlanAbis {
  private final Map<CanonicalOptions, Recipes> recipes = new HashMap<>();

  FuncAbi of(FuncType type, CanonicalOptions options) {
    return FuncAbi.of(
        type,
        options,
        recipes.computeIfAbsent(
            CanonicalOptions.of(options.encoding(), options.width()),
            o -> new Recipes(o.encoding(), o.width())));
  }

  /** The method descriptor of a lowered function. */
  static String descriptor(FuncAbi abi) {
    Type[] params = abi.lowerSignature().params().stream().map(PlanAbis::type).toArray(Type[]::new);
    Type result =
        abi.lowerSignature().results().isEmpty()
            ? Type.VOID_TYPE
            : type(abi.lowerSignature().results().get(0));
    return Type.getMethodDescriptor(result, params);
  }

  private static Type type(CoreValType type) {
    return Forms.core((CoreValType.Num) type);
  }
}
