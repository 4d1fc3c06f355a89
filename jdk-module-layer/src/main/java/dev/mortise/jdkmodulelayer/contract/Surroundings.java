package dev.mortise.jdkmodulelayer.contract;

import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a layer and may have declarations already.
 *
 * @param shared classes that the caller was compiled with
 * @param path the modules that may become part of the layer
 * @param parents the layers that it can read
 */
public record Surroundings(Set<Class<?>> shared, FoundModules path, List<ModuleLayer> parents) {
  /** What contract jars and jars of components require. */
  private static final Set<String> OURS =
      Set.of(
          "dev.mortise.runtime",
          "dev.mortise.loader",
          "dev.mortise.classgen",
          "dev.mortise.jdkmodulelayer",
          "com.dylibso.chicory.runtime",
          "com.dylibso.chicory.wasm");

  public Surroundings {
    shared = Set.copyOf(shared);
    parents = List.copyOf(parents);
  }

  /** Where a package of a component's own world comes from, or null when it is the component's. */
  @Nullable ContractSource world(String packageName) {
    for (Class<?> type : shared) {
      if (type.getPackageName().equals(packageName)) {
        return new ContractSource.Loaded(type.getModule());
      }
    }
    return null;
  }

  /**
   * Where a package of interfaces comes from, or null when nobody has it: first what the caller's
   * classes were loaded with, then the path, then the parents.
   *
   * @param classes the internal names of classes in the package
   */
  @Nullable ContractSource contract(String packageName, Collection<String> classes) {
    ContractSource named = world(packageName);
    if (named != null) {
      return named;
    }
    for (Class<?> type : shared) {
      ClassLoader loader = type.getClassLoader();
      Module module = type.getModule();
      if (loader != null
          && !module.isNamed()
          && classes.stream().anyMatch(c -> loader.getResource(c + ".class") != null)) {
        return new ContractSource.Loaded(module);
      }
    }
    for (FoundModule module : path.modules().values()) {
      if (module instanceof FoundModule.Java java && exports(java.reference(), packageName)) {
        return new ContractSource.Prebuilt(java.reference(), false);
      }
    }
    ModuleReference inParent = parentPackages().get(packageName);
    return inParent == null ? null : new ContractSource.Prebuilt(inParent, true);
  }

  private static boolean exports(ModuleReference module, String packageName) {
    return module.descriptor().isAutomatic()
        ? module.descriptor().packages().contains(packageName)
        : module.descriptor().exports().stream()
            .anyMatch(e -> !e.isQualified() && e.source().equals(packageName));
  }

  private Map<String, ModuleReference> parentPackages() {
    Map<String, ModuleReference> packages = new HashMap<>();
    for (ModuleLayer layer : withAncestors()) {
      for (var module : layer.configuration().modules()) {
        ModuleReference reference = module.reference();
        reference.descriptor().packages().stream()
            .filter(name -> exports(reference, name))
            .forEach(name -> packages.putIfAbsent(name, reference));
      }
    }
    return packages;
  }

  /** Whether a module is one of Mortise, which may be on the class path instead. */
  public static boolean isOurs(String module) {
    return OURS.contains(module);
  }

  /** Whether a Java module may require a module that is not made of components. */
  public boolean has(String module) {
    return path.find(module).isPresent()
        || withAncestors().stream().anyMatch(layer -> layer.findModule(module).isPresent())
        || (isOurs(module) && !Surroundings.class.getModule().isNamed());
  }

  /** All layers above, the nearest first. */
  public Set<ModuleLayer> withAncestors() {
    Set<ModuleLayer> all = new LinkedHashSet<>(parents);
    List<ModuleLayer> next = parents;
    while (!next.isEmpty()) {
      next = next.stream().flatMap(layer -> layer.parents().stream()).toList();
      all.addAll(next);
    }
    return all;
  }
}
