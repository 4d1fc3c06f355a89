package dev.mortise.runtime.plan;

import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ResourceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that must happen to instantiate a component, in order, and what it exports then. Immutable.
 *
 * @param type what the component imports and exports, as its importer sees it
 * @param hostFunctions what the host must supply, by slot
 * @param hostResources the resource types that the host must supply
 * @param steps the side effects
 * @param exports what the instance exports
 * @param views for each component instance, which resource each resource type in its types is
 * @param counts how many of each kind of thing the steps make
 */
public record LinkPlan(
    ComponentType type,
    List<HostFunction> hostFunctions,
    List<HostResource> hostResources,
    List<Step> steps,
    Map<String, Item> exports,
    List<Map<ResourceType, Integer>> views,
    Counts counts) {

  /**
   * A function that the host must supply.
   *
   * @param path the names of the import and of the exports of instances below it
   */
  public record HostFunction(List<String> path, FuncType type) {
    public HostFunction {
      path = List.copyOf(path);
    }
  }

  /**
   * A resource type that the host must supply.
   *
   * @param path as in {@link HostFunction}
   * @param resource its number
   */
  public record HostResource(List<String> path, ResourceType type, int resource) {
    public HostResource {
      path = List.copyOf(path);
    }
  }

  /** How many of each kind of thing there are. */
  public record Counts(
      int instances, int coreInstances, int resources, int functions, int coreFunctions) {}

  public LinkPlan {
    hostFunctions = List.copyOf(hostFunctions);
    hostResources = List.copyOf(hostResources);
    steps = List.copyOf(steps);
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    views = List.copyOf(views);
  }

  /** The plan as text, one line a step. */
  @Override
  public String toString() {
    return LinkPlanPrinter.print(this);
  }
}
