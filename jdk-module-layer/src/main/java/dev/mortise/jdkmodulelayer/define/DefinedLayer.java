package dev.mortise.jdkmodulelayer.define;

import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The modules of a layer, with the way to the code of its components. */
public final class DefinedLayer {
  private final Resolution resolution;
  private final ModuleLayer layer;
  private final Map<String, ModuleLoader> loaders;

  DefinedLayer(Resolution resolution, ModuleLayer layer, Map<String, ModuleLoader> loaders) {
    this.resolution = resolution;
    this.layer = layer;
    this.loaders = Map.copyOf(loaders);
  }

  /** The layer of modules. */
  public ModuleLayer layer() {
    return layer;
  }

  /** What it was made of. */
  public Resolution resolution() {
    return resolution;
  }

  /** Makes the exports of the components services: by module name and Java interface. */
  public void provide(BiFunction<String, Class<?>, Object> exports) {
    for (FoundComponent component : resolution.components()) {
      Set<String> names = new TreeSet<>();
      component
          .model()
          .world()
          .accessors()
          .forEach(accessor -> names.add(accessor.type().binaryName()));
      loader(component.name()).provide(names, type -> exports.apply(component.name(), type));
    }
  }

  /** A component of the layer. */
  public Optional<FoundComponent> component(String name) {
    return resolution.modules().get(name) instanceof FoundModule.Wasm wasm
        ? Optional.of(wasm.component())
        : Optional.empty();
  }

  /** A class as a module of the layer sees it. */
  Class<?> load(String module, String className) {
    try {
      return loader(module).loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(className);
    }
  }

  /** The code of a component. */
  GeneratedComponent code(FoundComponent component) {
    return loader(component.name()).component(GeneratedModules.entry(component));
  }

  private ModuleLoader loader(String module) {
    ModuleLoader loader = loaders.get(module);
    if (loader == null) {
      throw new NoSuchElementException("module " + module);
    }
    return loader;
  }

  /** Closes the files that modules were read from; what is loaded stays. */
  public void close() {
    Definition.close(loaders.values());
  }
}
