package dev.mortise.jdkmodulelayer.define;

import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules of a layer, with the way to the code of its components. */
public final class DefinedLayer {
  private final Resolution resolution;
  private final ModuleLayer.Controller controller;
  private final Map<String, ModuleLoader> loaders;
  private final Links links;

  DefinedLayer(
      Resolution resolution,
      ModuleLayer.Controller controller,
      Map<String, ModuleLoader> loaders,
      Links links) {
    this.resolution = resolution;
    this.controller = controller;
    this.loaders = Map.copyOf(loaders);
    this.links = links;
  }

  /** The layer of modules. */
  public ModuleLayer layer() {
    return controller.layer();
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
      component.exported().forEach(type -> names.add(type.binaryName()));
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

  /**
   * The main method of a Java module. Its package is opened to the module of this class, since
   * {@code java -m} asks for no exported main class either.
   *
   * @param className the main class, or null for the one that the module names
   * @throws ComponentLayerException when there is no such module, class or method
   */
  public MainMethod main(String name, @Nullable String className) {
    Module module =
        layer()
            .findModule(name)
            .orElseThrow(
                () ->
                    new ComponentLayerException(
                        Diagnostic.of("unknown-module", "main module " + name)
                            .expecting(
                                "a module of the layer",
                                "only "
                                    + layer().modules().stream()
                                        .map(Module::getName)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    String main = className == null ? module.getDescriptor().mainClass().orElse(null) : className;
    if (main == null) {
      throw new ComponentLayerException(
          Diagnostic.of("no-main-class", "module " + name)
              .because("it does not say which of its classes is the main class")
              .withHint("Name it: -m " + name + "/CLASS, or make its jar with jar --main-class"));
    }
    Class<?> type = component(name).isPresent() ? null : Class.forName(module, main);
    if (type == null) {
      throw new ComponentLayerException(
          Diagnostic.of("no-main-class", "module " + name)
              .expecting(
                  "a class " + main,
                  component(name).isPresent() ? "a component, which has no main class" : "none")
              .withHint(
                  "Name a class of a Java module; mortise run calls a function of a component"));
    }
    controller.addOpens(module, type.getPackageName(), DefinedLayer.class.getModule());
    return MainMethod.of(module, type);
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
