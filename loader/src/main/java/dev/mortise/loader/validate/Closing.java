package dev.mortise.loader.validate;

import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.FreeResources;
import dev.mortise.loader.validate.theory.TypeInfos;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What is checked when a component or component type is complete. */
final class Closing {
  private Closing() {}

  /** The type of a complete scope. */
  static ComponentType componentType(Scope scope) {
    TypeInfos infos = scope.validation.infos;
    Set<ResourceType> inImports = FreeResources.of(scope.imports.items().values(), infos);
    for (ResourceType resource : scope.definedResources.keySet()) {
      if (inImports.contains(resource)) {
        throw Violation.because(
            Rule.HIDDEN_RESOURCE, "component", "local resource type found in imports");
      }
    }
    Set<ResourceType> inExports = FreeResources.of(scope.exports.items().values(), infos);
    Set<ResourceType> named = FreeResources.named(scope.exports.items().values());
    List<ResourceType> fresh = new ArrayList<>();
    for (ResourceType resource : scope.definedResources.keySet()) {
      if (!inExports.contains(resource)) {
        continue;
      }
      if (!named.contains(resource)) {
        throw Violation.because(
            Rule.HIDDEN_RESOURCE,
            "component",
            "local resource type found in export but not exported itself");
      }
      fresh.add(resource);
    }
    return new ComponentType(
        new LinkedHashMap<>(scope.imports.items()),
        new LinkedHashMap<>(scope.exports.items()),
        new ArrayList<>(scope.importedResources),
        fresh);
  }

  /** Checks that each value has been used. */
  static void checkValues(Scope scope) {
    for (int i = 0; i < scope.values.size(); i++) {
      if (!scope.values.get(i).used) {
        throw Violation.because(
            Rule.VALUE_UNUSED,
            "value " + i,
            "value index "
                + i
                + " was not used as part of an instantiation, start function, or export");
      }
    }
  }
}
