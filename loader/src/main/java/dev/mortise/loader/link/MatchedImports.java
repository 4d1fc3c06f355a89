package dev.mortise.loader.link;

import dev.mortise.loader.plan.HostUnits;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Host items that fit a component's imports, by path. */
public final class MatchedImports {
  private final Map<List<String>, RuntimeFunction> functions = new HashMap<>();
  private final Map<List<String>, RuntimeResource> resources = new HashMap<>();
  private final Map<List<String>, Item> units = new HashMap<>();

  MatchedImports() {}

  void function(List<String> path, RuntimeFunction function) {
    functions.put(path, function);
  }

  void resource(List<String> path, RuntimeResource resource) {
    resources.put(path, resource);
  }

  void unit(List<String> path, Item unit) {
    units.put(path, unit);
  }

  /** The components and core modules, which a plan is made with. */
  public HostUnits units() {
    return new HostUnits(units);
  }

  /** The functions, by the plan's slots. */
  public List<RuntimeFunction> functions(LinkPlan plan) {
    return plan.hostFunctions().stream()
        .map(slot -> functions.getOrDefault(slot.path(), missing(slot)))
        .toList();
  }

  /** The resource types, in the plan's order. */
  public List<RuntimeResource> resources(LinkPlan plan) {
    return plan.hostResources().stream()
        .map(
            slot ->
                resources.computeIfAbsent(
                    slot.path(), p -> RuntimeResource.host(String.join(" > ", p), null)))
        .toList();
  }

  /** What an import does that was allowed to be missing: it traps when it is called. */
  private static RuntimeFunction missing(LinkPlan.HostFunction slot) {
    return (arguments, caller) -> {
      throw new TrapException(
          Diagnostic.of("missing-import", "import " + String.join(" > ", slot.path()))
              .because("nothing was supplied for it, and now it was called"));
    };
  }
}
