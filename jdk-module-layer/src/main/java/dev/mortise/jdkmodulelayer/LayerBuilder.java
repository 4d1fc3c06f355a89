package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.contract.Surroundings;
import dev.mortise.jdkmodulelayer.define.FoundReferences;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import dev.mortise.jdkmodulelayer.resolve.Provider;
import dev.mortise.jdkmodulelayer.resolve.Request;
import dev.mortise.jdkmodulelayer.resolve.Resolver;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.Diagnostic;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All that a layer depends on: nothing is looked up that was not given here. */
public final class LayerBuilder {
  private final List<Path> path = new ArrayList<>();
  private final List<ModuleFinder> finders = new ArrayList<>();
  private final List<ModuleLayer> parents = new ArrayList<>();
  private final Map<String, Provider.Bound> bound = new HashMap<>();
  private final Set<Class<?>> shared = new LinkedHashSet<>();
  private final List<Request.Choice> chosen = new ArrayList<>();

  LayerBuilder() {}

  /**
   * Adds entries to the path: components, jars, folders of both, and folders of a Java module's
   * classes.
   */
  public LayerBuilder path(Path... entries) {
    path.addAll(List.of(entries));
    return this;
  }

  /**
   * Adds what a finder finds, after what is on the path: a {@link ComponentModuleFinder}, one of
   * Java's, or one that is composed of both.
   */
  public LayerBuilder finder(ModuleFinder finder) {
    finders.add(Objects.requireNonNull(finder));
    return this;
  }

  /** Adds a parent: its modules are found after those of the path, and its contracts are shared. */
  public LayerBuilder parent(ModuleLayer layer) {
    parents.add(Objects.requireNonNull(layer));
    return this;
  }

  /** Adds another layer of components as a parent. */
  public LayerBuilder parent(ComponentLayer layer) {
    return parent(layer.modules());
  }

  /**
   * Supplies an object for an interface to all components of the layer that import it; it goes
   * before modules that have it.
   *
   * @param contract the Java interface that was generated for the interface of WIT, or for the
   *     functions that a world imports by themselves
   */
  public <T> LayerBuilder bind(Class<T> contract, T object) {
    contract(contract);
    if (bound.putIfAbsent(contract.getName(), new Provider.Bound(contract, contract.cast(object)))
        != null) {
      throw new IllegalArgumentException(contract.getName() + " is bound twice");
    }
    return this;
  }

  /**
   * Says that the layer shares classes with the caller, instead of making its own: interfaces that
   * components import or export, and their worlds. With one class of a class path the others of
   * that class path are shared too, but for worlds.
   */
  public LayerBuilder contract(Class<?>... contracts) {
    for (Class<?> contract : contracts) {
      if (!contract.isInterface()) {
        throw new IllegalArgumentException(
            contract.getName() + " is no interface: name one that was generated from WIT");
      }
      shared.add(contract);
    }
    return this;
  }

  /**
   * Chooses who supplies an import, where several could or a nearer one would.
   *
   * @param importer the module of the component that imports
   * @param wit the import's name in WIT, as the component has it
   * @param provider the module of the provider
   */
  public LayerBuilder wire(String importer, String wit, String provider) {
    chosen.add(new Request.Choice(importer, wit, provider));
    return this;
  }

  /**
   * What lies on the path, and what finders find.
   *
   * @throws ComponentFindException with all on the path that is no module
   */
  public FoundModules find() {
    FoundModules all = FoundModules.of(path);
    for (ModuleFinder finder : finders) {
      all = all.and(found(finder));
    }
    return all;
  }

  private static Collection<FoundModule> found(ModuleFinder finder) {
    if (finder instanceof ComponentModuleFinder components) {
      return components.found().modules().values();
    }
    try {
      return finder.findAll().stream()
          .flatMap(reference -> FoundReferences.found(reference).stream())
          .sorted(Comparator.comparing(FoundModule::name))
          .toList();
    } catch (FindException e) {
      if (e.getCause() instanceof ComponentFindException known) {
        throw known;
      }
      throw new ComponentFindException(
          List.of(
              Diagnostic.of("not-a-module", finder.toString())
                  .because(String.valueOf(e.getMessage()))));
    }
  }

  /**
   * Finds the modules that some need, and wires their imports.
   *
   * @param roots modules of the path; none for all components of the path
   * @throws ComponentFindException with all on the path that is no module
   * @throws dev.mortise.runtime.error.ComponentResolutionException with all that is missing,
   *     ambiguous, incompatible or cyclic
   */
  public ResolvedLayer resolve(String... roots) {
    FoundModules found = find();
    List<String> first =
        roots.length > 0
            ? List.of(roots)
            : found.components().stream().map(component -> component.name()).toList();
    List<ModuleLayer> above = parents.isEmpty() ? List.of(ownLayer()) : List.copyOf(parents);
    Surroundings around = new Surroundings(shared, found, above);
    return new ResolvedLayer(Resolver.resolve(new Request(around, first, bound, chosen)), above);
  }

  static ModuleLayer ownLayer() {
    ModuleLayer own = LayerBuilder.class.getModule().getLayer();
    return own == null ? ModuleLayer.boot() : own;
  }
}
