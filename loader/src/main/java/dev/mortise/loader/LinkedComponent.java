package dev.mortise.loader;

import dev.mortise.loader.link.ImportMatcher;
import dev.mortise.loader.link.MatchedImports;
import dev.mortise.loader.plan.ComponentClosure;
import dev.mortise.loader.plan.HostUnits;
import dev.mortise.loader.plan.LinkPlanner;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.FunctionFactory;
import dev.mortise.runtime.instance.Instantiator;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.instance.RuntimeItem;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.type.InstanceType;
import java.util.List;
import java.util.Map;

/**
 * A component whose imports are matched and whose instantiation is planned: what is left is to
 * carry the plan out. Immutable, for use by any thread.
 */
public final class LinkedComponent {
  private final ComponentClosure closure;
  private final LinkPlan plan;
  private final SharedByInstances shared;
  private final List<RuntimeFunction> functions;
  private final List<RuntimeResource> resources;
  private final InstanceType exports;

  private LinkedComponent(
      ComponentClosure closure,
      LinkPlan plan,
      SharedByInstances shared,
      List<RuntimeFunction> functions,
      List<RuntimeResource> resources) {
    this.closure = closure;
    this.plan = plan;
    this.shared = shared;
    this.functions = functions;
    this.resources = resources;
    this.exports = new InstanceType(plan.type().exports(), List.of());
  }

  static LinkedComponent link(ComponentClosure closure, SharedByInstances shared, Imports imports) {
    MatchedImports matched =
        ImportMatcher.match(closure.type(), imports.items(), imports.trapMissing());
    LinkPlan plan = LinkPlanner.plan(closure, matched.units());
    return new LinkedComponent(
        closure, plan, shared, matched.functions(plan), matched.resources(plan));
  }

  /**
   * The same plan with other functions and resources of the host.
   *
   * @throws dev.mortise.runtime.error.LinkException when an import is missing or does not fit
   * @throws IllegalArgumentException when a component or a core module is among the imports: they
   *     are part of the plan
   */
  public LinkedComponent with(Imports imports) {
    MatchedImports matched =
        ImportMatcher.match(closure.type(), imports.items(), imports.trapMissing());
    if (!matched.units().equals(HostUnits.NONE)) {
      throw new IllegalArgumentException(
          "a component or core module is supplied, which is part of the plan: link again");
    }
    return new LinkedComponent(
        closure, plan, shared, matched.functions(plan), matched.resources(plan));
  }

  /** What the host supplies, by the slot of the plan. */
  public List<RuntimeFunction> hostFunctions() {
    return functions;
  }

  /** The steps that an instantiation takes; {@code toString()} prints them. */
  public LinkPlan plan() {
    return plan;
  }

  /** Makes an instance. */
  public Instance instantiate() {
    return instantiate(FunctionFactory.INTERPRETER);
  }

  /** Makes an instance some of whose functions are generated code. */
  public Instance instantiate(FunctionFactory factory) {
    try {
      Map<String, RuntimeItem> items =
          Instantiator.instantiate(
              plan, shared.abis(), functions, resources, shared.handles(), factory);
      return new Instance(exports, new RuntimeItem.Instance(items), shared, "");
    } catch (TrapException e) {
      e.publish();
      throw e;
    }
  }
}
