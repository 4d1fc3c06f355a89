package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.PlanClasses;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.runtime.generated.LiftPlaces;
import dev.mortise.runtime.generated.UnitParts;
import dev.mortise.runtime.instance.FunctionFactory;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.TypedHostFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component whose imports are matched and whose code is made: what is left is to instantiate it.
 * Immutable, for use by any thread.
 */
public final class LinkedWorld {
  private final LinkedComponent linked;
  private final GeneratedUnit unit;
  private final UnitParts parts;
  private final LiftPlaces places;
  private final HostTargets targets;
  private final UnitBridges bridges;

  private LinkedWorld(
      LinkedComponent linked,
      GeneratedUnit unit,
      UnitParts parts,
      HostTargets targets,
      UnitBridges bridges) {
    this.linked = linked;
    this.unit = unit;
    this.parts = parts;
    places = new LiftPlaces(parts);
    this.targets = targets;
    this.bridges = bridges;
  }

  static LinkedWorld link(
      TypedComponent component, LinkedComponent linked, Map<ClassName, Views.Implemented> views) {
    Set<Integer> typed = new HashSet<>();
    List<RuntimeFunction> functions = linked.hostFunctions();
    for (int i = 0; i < functions.size(); i++) {
      if (functions.get(i) instanceof TypedHostFunction) {
        typed.add(i);
      }
    }
    GeneratedUnit unit =
        PlanClasses.of(
            linked.plan(),
            component.model(),
            typed,
            new Views(views, HostViews.of(linked.plan(), functions, component)),
            GeneratedCode.nextName());
    GeneratedCode code = new GeneratedCode(unit, component.loader());
    return new LinkedWorld(
        linked,
        unit,
        code.parts(),
        new HostTargets(unit, functions, component.loader()),
        new UnitBridges(linked.plan(), component.model(), unit, code));
  }

  /** The code. */
  public GeneratedUnit unit() {
    return unit;
  }

  /** The functions that the interpreter runs when they are called by name, and why. */
  public List<GeneratedUnit.Fallback> interpreted() {
    List<GeneratedUnit.Fallback> interpreted = new ArrayList<>(unit.fallbacks());
    for (int i = 0; i < unit.lifts().size(); i++) {
      if (bridges.lift(i) == null) {
        interpreted.add(
            new GeneratedUnit.Fallback(
                "export " + unit.lifts().get(i).method().wit(), "its values have no bridge"));
      }
    }
    return interpreted;
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

  /**
   * Makes an instance, and gives it with and without types. Calls by either run the same code;
   * functions whose types have no form in Java are interpreted.
   */
  public Pair instantiateBoth() {
    return instantiateBoth(bound -> bound);
  }

  /** The host of one instance. */
  @FunctionalInterface
  public interface Hosts {
    /**
     * The object that the instance calls.
     *
     * @param bound the object that was bound when the component was linked
     * @return one of the interface that was generated for the import
     */
    Object object(Object bound);

    /**
     * The function that the instance calls in place of one that has no form in Java.
     *
     * @param path such as {@code docs:clock/now#hour}
     * @param bound the object that was bound for its interface
     * @return null when there is none: then a call of it fails
     */
    default @Nullable RuntimeFunction function(String path, Object bound) {
      return null;
    }
  }

  /**
   * Makes an instance that calls other objects than those which were bound when it was linked: one
   * compilation serves callers that each have hosts of their own.
   */
  public Pair instantiateBoth(Hosts hosts) {
    GeneratedFunctions functions = new GeneratedFunctions(parts, places, targets, bridges, hosts);
    Instance instance = linked.instantiate((FunctionFactory) functions);
    return new Pair(functions.world(linked.hostFunctions()), instance);
  }
}
