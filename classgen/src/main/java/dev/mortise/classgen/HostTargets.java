package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.TypedHostFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Java objects that the functions of the host are methods of: as they were bound, or, where
 * they implement an interface that was written by hand, adapted to the one that generated code
 * calls.
 */
final class HostTargets {
  private final Map<Integer, Object> bySlot = new HashMap<>();
  private final Set<Integer> lowered = new HashSet<>();

  HostTargets(GeneratedUnit unit, List<RuntimeFunction> functions, DeclaredClasses loader) {
    // By identity: what the objects make of equals is theirs.
    Map<Object, Map<ClassName, Object>> adapted = new IdentityHashMap<>();
    for (GeneratedUnit.Lower lower : unit.lowers()) {
      lowered.add(lower.coreFunction());
      if (functions.get(lower.slot()) instanceof TypedHostFunction function) {
        Object object =
            lower.ofResource()
                ? function.object()
                : adapted
                    .computeIfAbsent(function.object(), o -> new HashMap<>())
                    .computeIfAbsent(
                        lower.target(), name -> adapt(function, loader.find(name), loader));
        bySlot.put(lower.slot(), object);
      }
    }
  }

  /** The object of a function under the interface that generated code calls. */
  static Object adapt(TypedHostFunction function, Class<?> target, ClassLoader loader) {
    return target.isInstance(function.object())
        ? function.object()
        : Adapters.of(function.contract(), target, loader).apply(function.object());
  }

  /** Whether there is code for a lowered function. */
  boolean lowers(int coreFunction) {
    return lowered.contains(coreFunction);
  }

  /** The object for a slot of the plan. */
  Object of(int slot) {
    Object object = bySlot.get(slot);
    if (object == null) {
      throw new IllegalArgumentException("slot " + slot);
    }
    return object;
  }
}
