package dev.mortise.classgen;

import dev.mortise.loader.engine.HostCoreFunction;
import dev.mortise.loader.engine.chicory.stub.TypedFunction;
import dev.mortise.loader.instance.CanonicalContext;
import dev.mortise.loader.instance.FunctionFactory;
import dev.mortise.loader.instance.RuntimeFunction;
import dev.mortise.loader.link.TypedHostFunction;
import dev.mortise.loader.plan.Item;
import dev.mortise.loader.plan.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Puts the code of a unit into one instance while it comes into being. */
final class GeneratedFunctions implements FunctionFactory {
  private final UnitConstructors constructors;
  private final HostTargets targets;
  private final ObjIntConsumer<Object> unit;
  private final Map<Integer, Lifted> lifted = new HashMap<>();

  GeneratedFunctions(UnitConstructors constructors, HostTargets targets) {
    this.constructors = constructors;
    this.targets = targets;
    unit = constructors.unit();
  }

  @Override
  public RuntimeFunction lift(Step.LiftFunction step, Lifted parts, RuntimeFunction interpreted) {
    parts.context().attach(unit);
    lifted.put(step.function(), parts);
    constructors.lift(step.function(), parts, unit);
    return interpreted;
  }

  @Override
  public HostCoreFunction.Body lower(
      Step.LowerFunction step,
      CanonicalContext context,
      RuntimeFunction callee,
      HostCoreFunction.Body interpreted) {
    context.attach(unit);
    TypedFunction made =
        step.callee() instanceof Item.Host host && callee instanceof TypedHostFunction
            ? constructors.lower(step.coreFunction(), context, targets.of(host.slot()))
            : constructors.fused(step.coreFunction(), context, lifted);
    return made == null ? interpreted : made;
  }

  /** The object of the world. */
  Object world() {
    return constructors.world(unit);
  }
}
