package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.classgen.call.HostSide;
import dev.mortise.classgen.call.PlanClasses;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.view.Views;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.generated.LiftPlaces;
import dev.mortise.runtime.generated.UnitParts;
import dev.mortise.runtime.instance.FunctionFactory;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.link.TypedHostFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component whose imports are matched and whose code is made: what is left is to instantiate it.
 * Immutable, for use by any thread.
 */
public final class LinkedWorld {
  private final TypedComponent component;
  private final LinkedComponent linked;
  private final GeneratedUnit unit;
  private final UnitParts parts;
  private final LiftPlaces places;
  private final HostTargets targets;
  private final UnitBridges bridges;

  private LinkedWorld(
      TypedComponent component,
      LinkedComponent linked,
      GeneratedUnit unit,
      UnitParts parts,
      HostTargets targets,
      UnitBridges bridges) {
    this.component = component;
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
            new HostSide(
                typed,
                Map.of(),
                new Views(views, HostViews.of(linked.plan(), functions, component))),
            component.interpretsCalls(),
            GeneratedCode.nextName());
    GeneratedCode code = new GeneratedCode(unit, component.loader());
    return new LinkedWorld(
        component,
        linked,
        unit,
        code.parts(),
        new HostTargets(unit, functions, component.loader()),
        new UnitBridges(linked.plan(), component.model(), unit, code));
  }

  /**
   * The same code with other imports: an object for each interface that was bound before, by the
   * same interface, and functions of values where there were such.
   *
   * @throws dev.mortise.runtime.error.LinkException when an import is missing or does not fit
   * @throws IllegalArgumentException when an import is of another kind than before
   */
  public LinkedWorld with(Imports imports) {
    LinkedComponent other = linked.with(imports);
    List<RuntimeFunction> before = linked.hostFunctions();
    List<RuntimeFunction> now = other.hostFunctions();
    for (int slot = 0; slot < now.size(); slot++) {
      if (!Objects.equals(contract(before.get(slot)), contract(now.get(slot)))) {
        throw new IllegalArgumentException(
            String.join(" > ", linked.plan().hostFunctions().get(slot).path())
                + ": the import is bound in another way than when the code was made: link again");
      }
    }
    return new LinkedWorld(
        component, other, unit, parts, new HostTargets(unit, now, component.loader()), bridges);
  }

  private static @Nullable Class<?> contract(RuntimeFunction function) {
    return function instanceof TypedHostFunction typed ? typed.contract() : null;
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
