package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.PlanClasses;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.loader.instance.FunctionFactory;
import dev.mortise.loader.instance.RuntimeFunction;
import dev.mortise.loader.link.TypedHostFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A component whose imports are matched and whose code is made: what is left is to instantiate it.
 * Immutable, for use by any thread.
 */
public final class LinkedWorld {
  private final LinkedComponent linked;
  private final GeneratedUnit unit;
  private final UnitConstructors constructors;
  private final HostTargets targets;

  private LinkedWorld(
      LinkedComponent linked,
      GeneratedUnit unit,
      UnitConstructors constructors,
      HostTargets targets) {
    this.linked = linked;
    this.unit = unit;
    this.constructors = constructors;
    this.targets = targets;
  }

  static LinkedWorld link(TypedComponent component, LinkedComponent linked) {
    Set<Integer> typed = new HashSet<>();
    List<RuntimeFunction> functions = linked.hostFunctions();
    for (int i = 0; i < functions.size(); i++) {
      if (functions.get(i) instanceof TypedHostFunction) {
        typed.add(i);
      }
    }
    GeneratedUnit unit =
        PlanClasses.of(linked.plan(), component.model(), typed, GeneratedCode.nextName());
    return new LinkedWorld(
        linked,
        unit,
        new UnitConstructors(unit, new GeneratedCode(unit, component.loader())),
        new HostTargets(unit, functions, component.loader()));
  }

  /** The code. */
  public GeneratedUnit unit() {
    return unit;
  }

  /** An instance: an object of the world, and the same without types. */
  public record Pair(Object world, Instance instance) {}

  /**
   * Makes an instance.
   *
   * @return an object of {@link TypedComponent#world()}
   */
  public Object instantiate() {
    return instantiateBoth().world();
  }

  /** Makes an instance, and gives it with and without types. */
  public Pair instantiateBoth() {
    GeneratedFunctions functions = new GeneratedFunctions(constructors, targets);
    Instance instance = linked.instantiate((FunctionFactory) functions);
    return new Pair(functions.world(), instance);
  }
}
