package dev.mortise.esmintegration.graph;

import dev.mortise.esmintegration.load.ComponentCode;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.shape.JsShape.Item;
import java.util.List;

/**
 * A component as a module: its code, and who supplies its imports.
 *
 * @param module where it stands
 * @param js the code, with what Java supplies
 * @param supplies one for each other import that needs one, in the component's order
 */
public record ComponentModule(
    Target.Whole module, ComponentCode code, JsComponent js, List<Supply> supplies) {
  public ComponentModule {
    supplies = List.copyOf(supplies);
  }

  /** What supplies an import. */
  public sealed interface Supply {
    /** The import. */
    Item item();

    /** Another module. */
    record FromModule(Item item, Target target) implements Supply {}

    /** An object of the host. */
    record FromHost(Item item, Object host) implements Supply {}
  }

  /** By what the bridge knows it: the same in all contexts, so that its source is too. */
  public String id() {
    return id(module, code);
  }

  /** By what the bridge knows a component. */
  public static String id(Target.Whole module, ComponentCode code) {
    return code.number() + " " + module.inWords();
  }

  /** The modules that supply imports, in order, each once. */
  public List<Target> suppliers() {
    return supplies.stream()
        .filter(Supply.FromModule.class::isInstance)
        .map(supply -> ((Supply.FromModule) supply).target())
        .distinct()
        .toList();
  }
}
