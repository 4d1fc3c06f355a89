package dev.mortise.runtime.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a component imports and exports.
 *
 * @param imports the imports by name, in declaration order
 * @param exports the exports by name, in declaration order
 * @param importedResources the resource types that the imports introduce; an instantiation replaces
 *     each by the one that its argument supplies
 * @param freshResources the resource types that the component defines or that its inner instances
 *     introduce; each instantiation replaces them by fresh ones
 */
public record ComponentType(
    Map<String, ExternType> imports,
    Map<String, ExternType> exports,
    List<ResourceType> importedResources,
    List<ResourceType> freshResources)
    implements DefType, ExternType {
  public ComponentType {
    imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    importedResources = List.copyOf(importedResources);
    freshResources = List.copyOf(freshResources);
  }

  @Override
  public String kind() {
    return "component";
  }

  @Override
  public String toString() {
    return "component" + imports.keySet() + " -> " + exports.keySet();
  }
}
