package dev.mortise.classgen.jar;

import dev.mortise.classgen.call.LinkedFunction;
import dev.mortise.runtime.plan.LinkPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an import is, where it is a function of another component whose classes the importer
 * can see.
 */
@FunctionalInterface
public interface LinkedImports {
  /** Imports are Java objects, and nothing else is known of them. */
  LinkedImports NONE = path -> null;

  /**
   * The function that is imported.
   *
   * @param path the names of the import and, when that is an interface, of the function in it
   * @return null when it is called by way of Java
   */
  @Nullable LinkedFunction find(List<String> path);

  /** Those of a plan, by the slots of the host's functions. */
  default Map<Integer, LinkedFunction> bySlot(LinkPlan plan) {
    Map<Integer, LinkedFunction> found = new HashMap<>();
    for (int slot = 0; slot < plan.hostFunctions().size(); slot++) {
      LinkedFunction function = find(plan.hostFunctions().get(slot).path());
      if (function != null) {
        found.put(slot, function);
      }
    }
    return found;
  }
}
