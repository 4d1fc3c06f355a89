package dev.mortise.runtime.generated;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.instance.FunctionAbis;
import dev.mortise.runtime.instance.HandleMaker;
import dev.mortise.runtime.instance.Instantiator;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.instance.RuntimeResource;
import dev.mortise.runtime.link.Closing;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.TypedHostFunction;
import dev.mortise.runtime.plan.LinkPlan;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component whose classes were made ahead of time: its plan, its core code and the code of its
 * calls are in generated classes, of which a subclass of this one is the entry. For use by any
 * thread.
 */
public abstract class GeneratedComponent {
  /**
   * Which generated code this run time runs: it grows whenever what generated code names has
   * changed so that older code would not run.
   */
  public static final int FORMAT = 1;

  private final FunctionAbis abis = new FunctionAbis();
  private @Nullable Prepared prepared;

  /** What all instances share, made for the first of them. */
  private record Prepared(
      LinkPlan plan, UnitParts parts, LiftPlaces places, List<GeneratedImport> imports) {}

  /**
   * For the generated subclass.
   *
   * @param format the {@link #FORMAT} that it was made for
   */
  protected GeneratedComponent(int format) {
    if (format != FORMAT) {
      throw new UnsupportedComponentException(
          Diagnostic.of("generated-format", getClass().getName())
              .expecting("code of format " + FORMAT, "format " + format)
              .because("it was made by another version of Mortise than mortise-runtime is of")
              .withHint("Make the classes anew, or take the mortise-runtime of their version"));
    }
  }

  /** Makes the plan of an instantiation; asked once. */
  protected abstract LinkPlan makePlan();

  /** What makes the objects of the code of calls. */
  protected abstract UnitParts parts();

  /** What is imported, in the component's order. */
  protected abstract GeneratedImport[] imports();

  /**
   * Opens a file beside the generated classes, such as {@code Module0.wasm}: only their own module
   * may.
   */
  protected abstract InputStream open(String name);

  /** What is imported, in the component's order. */
  final List<GeneratedImport> wanted() {
    return prepared().imports;
  }

  private synchronized Prepared prepared() {
    Prepared known = prepared;
    if (known == null) {
      UnitParts parts = parts();
      known = new Prepared(makePlan(), parts, new LiftPlaces(parts), List.of(imports()));
      prepared = known;
    }
    return known;
  }

  /**
   * Makes an instance.
   *
   * @return an object of the world
   * @throws dev.mortise.runtime.error.LinkException with each import that is missing or is not of
   *     the interface that was generated for it
   */
  public final Object instantiate(Imports imports) {
    return instantiate(GeneratedImport.find(prepared().imports, imports));
  }

  /**
   * Makes an instance.
   *
   * @param objects one for each import, in the component's order
   */
  public final Object instantiate(Object... objects) {
    return instantiate(objects, LinkedCallees.NONE).world();
  }

  /**
   * Makes an instance some of whose imports are functions of other instances.
   *
   * @param objects one for each import, in the component's order
   * @param callees those functions; there must be code for a call of each
   */
  public final GeneratedInstance instantiate(Object[] objects, LinkedCallees callees) {
    Prepared own = prepared();
    LinkPlan plan = own.plan;
    List<GeneratedImport> imports = own.imports;
    for (int i = 0; i < imports.size(); i++) {
      imports.get(i).require(objects[i]);
    }
    List<RuntimeFunction> functions = new ArrayList<>();
    Object[] targets = new Object[plan.hostFunctions().size()];
    for (LinkPlan.HostFunction function : plan.hostFunctions()) {
      int index = GeneratedImport.indexOf(imports, importName(function.path()));
      targets[functions.size()] = objects[index];
      functions.add(
          new TypedHostFunction(
              String.join("#", function.path()), objects[index], imports.get(index).contract()));
    }
    List<RuntimeResource> resources = new ArrayList<>();
    for (LinkPlan.HostResource resource : plan.hostResources()) {
      resources.add(
          RuntimeResource.host(resource.path().get(resource.path().size() - 1), Closing::close));
    }
    UnitFunctions unit = new UnitFunctions(plan, own.parts, own.places, targets, callees);
    try {
      var unused =
          Instantiator.instantiate(plan, abis, functions, resources, HandleMaker.PLAIN, unit);
    } catch (TrapException e) {
      e.publish();
      throw e;
    }
    return unit.instance();
  }

  /** The import that a function belongs to; all that belong to no interface are one. */
  private static String importName(List<String> path) {
    return path.size() == 1 ? HostItem.ROOT : path.get(0);
  }
}
