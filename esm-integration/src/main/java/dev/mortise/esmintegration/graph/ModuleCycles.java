package dev.mortise.esmintegration.graph;

import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.runtime.error.MortiseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the way from a module back to itself. */
public final class ModuleCycles {
  private final Imports imports;

  /** Looks up what a module imports. */
  @FunctionalInterface
  public interface Imports {
    /** The modules that a module imports, as far as they can be found. */
    List<Target> of(Target module);
  }

  /** Cycles among modules. */
  public ModuleCycles(Imports imports) {
    this.imports = imports;
  }

  /** An error that shows how a component waits for itself; null when it does not. */
  public @Nullable MortiseException of(ComponentModule module) {
    for (ComponentModule.Supply supply : module.supplies()) {
      if (supply instanceof ComponentModule.Supply.FromModule from) {
        MortiseException cycle = of(module.module(), from.item().wit(), from.target());
        if (cycle != null) {
          return cycle;
        }
      }
    }
    return null;
  }

  /**
   * An error that shows how a supplier of a component waits for that component; null when it does
   * not.
   *
   * @param itemName the import that is supplied
   */
  private @Nullable MortiseException of(Target.Whole component, String itemName, Target supplier) {
    List<Target> path = new ArrayList<>();
    return reaches(supplier, component, path, new HashSet<>())
        ? SupplyProblems.cycle(component, itemName, inWords(component, path))
        : null;
  }

  private static List<String> inWords(Target component, List<Target> path) {
    List<String> words = new ArrayList<>();
    words.add(component.inWords());
    path.forEach(target -> words.add(target.inWords()));
    return words;
  }

  /** Looks for the component; the path to it, itself included, is added. */
  private boolean reaches(
      Target from, Target.Whole component, List<Target> path, Set<Target> seen) {
    Target.Whole module = whole(from);
    path.add(module);
    if (module.equals(component)) {
      return true;
    }
    if (seen.add(module)) {
      for (Target next : imports.of(module)) {
        if (reaches(next, component, path, seen)) {
          return true;
        }
      }
    }
    path.removeLast();
    return false;
  }

  private static Target.Whole whole(Target target) {
    return switch (target) {
      case Target.Interface part -> part.component();
      case Target.Whole whole -> whole;
    };
  }
}
