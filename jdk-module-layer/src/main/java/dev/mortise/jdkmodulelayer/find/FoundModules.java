package dev.mortise.jdkmodulelayer.find;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules of a path: components and ordinary Java modules, in the path's order. The entry of
 * this package.
 *
 * @param modules by name
 */
public record FoundModules(Map<String, FoundModule> modules) {
  public FoundModules {
    modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
  }

  /**
   * Finds what lies on a path. An entry is a component's file, a jar, a folder of both, or a folder
   * of classes with a {@code module-info.class}. Of two modules of one name the first counts, as on
   * a module path; in one folder there may be but one. Core modules in a folder are no components,
   * and passed over.
   *
   * @throws dev.mortise.runtime.error.ComponentFindException with all that cannot be a module
   */
  public static FoundModules of(List<Path> entries) {
    return new PathScanner().scan(entries);
  }

  /** These, and after them others whose names are not among them. */
  public FoundModules and(Collection<FoundModule> others) {
    Map<String, FoundModule> all = new LinkedHashMap<>(modules);
    others.forEach(other -> all.putIfAbsent(other.name(), other));
    return new FoundModules(all);
  }

  /** A module by its name. */
  public Optional<FoundModule> find(String name) {
    return Optional.ofNullable(modules.get(name));
  }

  /** The components, in order. */
  public List<FoundComponent> components() {
    return modules.values().stream()
        .filter(FoundModule.Wasm.class::isInstance)
        .map(module -> ((FoundModule.Wasm) module).component())
        .toList();
  }
}
