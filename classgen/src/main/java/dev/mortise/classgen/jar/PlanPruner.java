package dev.mortise.classgen.jar;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ResourceType;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out of a plan what only the interpreter asks for, where there is code: the types of
 * functions, and with them most of what a plan is made of. What is left says how the component is
 * called, for messages.
 */
final class PlanPruner {
  /** Stands for a type that nobody asks for. */
  private static final FuncType NO_TYPE = new FuncType(List.of(), null, false);

  private static final ComponentType NO_COMPONENT =
      new ComponentType(Map.of(), Map.of(), List.of(), List.of());

  private static final Map<ResourceType, Integer> NO_VIEW = Map.of();

  private final String name;
  private final Set<Integer> fused;

  /** The lifted functions that are called by one that is interpreted. */
  private final Set<Integer> called = new HashSet<>();

  private boolean hasTypes;

  private PlanPruner(GeneratedUnit unit, String name) {
    this.name = name;
    fused =
        unit.fused().stream().map(GeneratedUnit.Fused::coreFunction).collect(Collectors.toSet());
  }

  static LinkPlan prune(LinkPlan plan, GeneratedUnit unit, String name) {
    return new PlanPruner(unit, name).prune(plan);
  }

  private LinkPlan prune(LinkPlan plan) {
    for (Step step : plan.steps()) {
      if (step instanceof Step.LowerFunction lower
          && lower.callee() instanceof Item.Lifted callee
          && isInterpreted(lower)) {
        called.add(callee.function());
      }
    }
    List<Step> steps = plan.steps().stream().map(this::prune).toList();
    return new LinkPlan(
        NO_COMPONENT,
        plan.hostFunctions().stream()
            .map(function -> new LinkPlan.HostFunction(function.path(), NO_TYPE))
            .toList(),
        plan.hostResources(),
        steps,
        Map.of(),
        hasTypes ? plan.views() : Collections.nCopies(plan.views().size(), NO_VIEW),
        plan.counts());
  }

  private boolean isInterpreted(Step.LowerFunction lower) {
    return lower.options().shape().async()
        || lower.type().async()
        || (lower.callee() instanceof Item.Lifted && !fused.contains(lower.coreFunction()));
  }

  private Step prune(Step step) {
    return switch (step) {
      case Step.LowerFunction lower ->
          new Step.LowerFunction(
              lower.coreFunction(),
              lower.instance(),
              lower.callee() instanceof Item.Host host
                  ? new Item.Host(host.slot(), NO_TYPE)
                  : lower.callee(),
              isInterpreted(lower) ? kept(lower.type()) : NO_TYPE,
              lower.core(),
              lower.options());
      case Step.LiftFunction lift ->
          new Step.LiftFunction(
              lift.function(),
              lift.instance(),
              lift.callee(),
              lift.options().shape().async()
                      || lift.type().async()
                      || called.contains(lift.function())
                  ? kept(lift.type())
                  : NO_TYPE,
              lift.options());
      case Step.BuiltinFunction builtin -> {
        hasTypes |= builtin.type() != null;
        yield builtin;
      }
      case Step.CreateInstance create ->
          create.parent() < 0
              ? new Step.CreateInstance(create.instance(), create.parent(), name)
              : create;
      case Step.InstantiateModule other -> other;
      case Step.DefineResource other -> other;
      case Step.ResourceFunction other -> other;
    };
  }

  private FuncType kept(FuncType type) {
    hasTypes = true;
    return type;
  }
}
