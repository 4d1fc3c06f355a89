package dev.mortise.classgen.call;

import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that a component exports, for the code of others that call them from memory to
 * memory. What is asynchronous, or an import passed on, is not among them.
 */
public final class LinkedFunctions {
  private final LinkPlan plan;
  private final Map<Integer, String> resourceClasses;
  private final CompiledTargets targets;
  private final Map<Integer, Step.LiftFunction> lifts = new HashMap<>();
  private final Map<List<String>, LinkedFunction> found = new LinkedHashMap<>();

  private LinkedFunctions(LinkPlan plan, Map<Integer, String> resourceClasses) {
    this.plan = plan;
    this.resourceClasses = resourceClasses;
    targets = new CompiledTargets(plan);
    for (Step step : plan.steps()) {
      if (step instanceof Step.LiftFunction lift
          && !lift.type().async()
          && !lift.options().shape().async()) {
        lifts.put(lift.function(), lift);
      }
    }
  }

  /**
   * Those of a component.
   *
   * @param unit its own code
   * @return the functions by their paths: the name of the export and, when that is an interface, of
   *     the function in it
   */
  public static Map<List<String>, LinkedFunction> of(LinkPlan plan, GeneratedUnit unit) {
    LinkedFunctions functions = new LinkedFunctions(plan, unit.resourceClasses());
    functions.add(List.of(), plan.exports());
    return Collections.unmodifiableMap(functions.found);
  }

  private void add(List<String> path, Map<String, Item> exports) {
    exports.forEach(
        (name, item) -> {
          List<String> here = new ArrayList<>(path);
          here.add(name);
          if (item instanceof Item.Lifted lifted) {
            Step.LiftFunction step = lifts.get(lifted.function());
            if (step != null) {
              found.put(
                  List.copyOf(here), FusedCalls.function(plan, step, targets, resourceClasses));
            }
          } else if (item instanceof Item.Instance instance && path.isEmpty()) {
            add(here, instance.exports());
          }
        });
  }
}
