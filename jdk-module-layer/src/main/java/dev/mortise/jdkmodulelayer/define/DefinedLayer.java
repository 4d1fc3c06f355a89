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

/** The modules of a layer, with the way to the code of its components. */
public final class DefinedLayer {
  private final Resolution resolution;
  private final ModuleLayer layer;
  private final Map<String, ModuleLoader> loaders;
  private final Links links;

  DefinedLayer(
      Resolution resolution, ModuleLayer layer, Map<String, ModuleLoader> loaders, Links links) {
    this.resolution = resolution;
    this.layer = layer;
    this.loaders = Map.copyOf(loaders);
    this.links = links;
  }

  /** The layer of modules. */
  public ModuleLayer layer() {
    return layer;
  }

  /** What it was made of. */
  public Resolution resolution() {
    return resolution;
  }

  /** Which components call which from memory to memory. */
  Links links() {
    return links;
  }

  /** Makes what these instances export services, and links of child layers. */
  public void provide(Instances singletons) {
    for (FoundComponent component : resolution.components()) {
      Set<String> names = new TreeSet<>();
      component
          .model()
          .world()
          .accessors()
          .forEach(accessor -> names.add(accessor.type().binaryName()));
      String name = component.name();
      loader(name)
          .provide(names, type -> singletons.exported(name, type), () -> singletons.instance(name));
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
