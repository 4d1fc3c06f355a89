package dev.mortise.classgen.call;

import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.plan.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods that a plan's core functions were compiled to. */
final class CompiledTargets {
  private final Map<Integer, ModuleItem> modules = new HashMap<>();
  private final Set<ClassLoader> loaders = new LinkedHashSet<>();

  CompiledTargets(LinkPlan plan) {
    for (Step step : plan.steps()) {
      if (step instanceof Step.InstantiateModule instantiate) {
        modules.put(instantiate.coreInstance(), instantiate.module());
      }
    }
  }

  /** The method of a core function, or null when it must be called by words. */
  @Nullable CompiledFunction find(@Nullable CoreItem item) {
    if (!(item instanceof CoreItem.Export export)) {
      return null;
    }
    ModuleItem module = modules.get(export.instance());
    CompiledFunction found = module == null ? null : module.load().compiled(export.name());
    if (found != null) {
      loaders.add(found.loader());
    }
    return found;
  }

  /** The loaders of the methods that were found. */
  List<ClassLoader> loaders() {
    return List.copyOf(loaders);
  }
}
