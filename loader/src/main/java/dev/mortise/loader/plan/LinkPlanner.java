package dev.mortise.loader.plan;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.LinkPlan.HostFunction;
import dev.mortise.runtime.plan.LinkPlan.HostResource;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the plan of a component: the entry of this package. */
public final class LinkPlanner {
  /** The steps of one plan: small components can ask for astronomical ones. */
  static final int MAX_STEPS = 1_000_000;

  /** How deep instances nest: a chain of closures can be of any length. */
  static final int MAX_DEPTH = 1_000;

  private final HostUnits units;
  private final List<HostFunction> hostFunctions = new ArrayList<>();
  private final List<HostResource> hostResources = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Map<ResourceType, Integer>> views = new ArrayList<>();
  private final Map<Integer, String> resourceNames = new HashMap<>();
  private int depth;
  private int instances;
  private int coreInstances;
  private int resources;
  private int functions;
  private int coreFunctions;

  private LinkPlanner(HostUnits units) {
    this.units = units;
  }

  /**
   * Plans the instantiation of a component.
   *
   * @param units the components and core modules that the host supplies
   * @throws UnsupportedComponentException when it needs what this version cannot run
   */
  public static LinkPlan plan(ComponentClosure component, HostUnits units) {
    return new LinkPlanner(units).plan(component);
  }

  private LinkPlan plan(ComponentClosure component) {
    ComponentType type = component.type();
    Map<ResourceType, Integer> supplied = new HashMap<>();
    Map<String, Item> arguments = new LinkedHashMap<>();
    type.imports()
        .forEach((name, extern) -> arguments.put(name, hostItem(List.of(name), extern, supplied)));
    PlanScope scope = new ComponentInterpreter(this).run(component, arguments, -1, "");
    Map<String, Item> exports = scope.exports;
    return new LinkPlan(
        type,
        hostFunctions,
        hostResources,
        steps.stream().map(this::named).toList(),
        exports,
        Collections.unmodifiableList(views),
        new LinkPlan.Counts(instances, coreInstances, resources, functions, coreFunctions));
  }

  /** What the host will supply for an import. */
  private Item hostItem(List<String> path, ExternType type, Map<ResourceType, Integer> supplied) {
    return switch (type) {
      case FuncType func -> {
        hostFunctions.add(new HostFunction(path, func));
        yield new Item.Host(hostFunctions.size() - 1, func);
      }
      case InstanceType instance -> {
        Map<String, Item> exports = new LinkedHashMap<>();
        instance
            .exports()
            .forEach(
                (name, extern) -> exports.put(name, hostItem(below(path, name), extern, supplied)));
        yield new Item.Instance(exports);
      }
      case ExternType.Type named -> {
        if (!(named.type() instanceof ResourceType resource)) {
          yield new Item.Type(named.type(), null);
        }
        Integer known = supplied.get(resource);
        if (known == null) {
          known = resources++;
          supplied.put(resource, known);
          hostResources.add(new HostResource(path, resource, known));
        }
        yield new Item.Type(resource, known);
      }
      case ExternType.Module module -> unit(path, "core module");
      case ComponentType component -> unit(path, "component");
      case ExternType.Value value -> throw unsupported("value import " + path, -1);
    };
  }

  private Item unit(List<String> path, String kind) {
    Item item = units.at(path);
    if (item == null) {
      throw new UnsupportedComponentException(
          Diagnostic.of("unit-not-supplied", "import " + String.join(" > ", path))
              .because("a " + kind + " must be supplied before a plan can be made"));
    }
    return item;
  }

  static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  /** Refuses what this version cannot run. */
  static UnsupportedComponentException unsupported(String construct, long offset) {
    return new UnsupportedComponentException(
        Diagnostic.of("not-supported-yet", "component")
            .because("not supported yet: " + construct)
            .at(offset));
  }

  void add(Step step) {
    if (steps.size() >= MAX_STEPS) {
      throw new UnsupportedComponentException(
          Diagnostic.of("plan-too-large", "component")
              .expecting("at most " + MAX_STEPS + " steps of instantiation", "more"));
    }
    steps.add(step);
  }

  /** Goes into an instance; {@link #leave} goes out of it. */
  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new UnsupportedComponentException(
          Diagnostic.of("plan-too-deep", "component")
              .expecting("instances at most " + MAX_DEPTH + " deep inside each other", "more"));
    }
  }

  void leave() {
    depth--;
  }

  int newInstance(int parent, String name, Map<ResourceType, Integer> view) {
    int instance = instances++;
    views.add(view);
    add(new Step.CreateInstance(instance, parent, name));
    return instance;
  }

  int newCoreInstance() {
    return coreInstances++;
  }

  /** Notes under which name a resource type is exported: messages call it by its first one. */
  void nameResource(int resource, String name) {
    resourceNames.putIfAbsent(resource, name);
  }

  private Step named(Step step) {
    return step instanceof Step.DefineResource define
            && define.name() == null
            && resourceNames.containsKey(define.resource())
        ? define.named(resourceNames.get(define.resource()))
        : step;
  }

  int newResource() {
    return resources++;
  }

  int newFunction() {
    return functions++;
  }

  int newCoreFunction() {
    return coreFunctions++;
  }
}
