package dev.mortise.jdkmodulelayer.define;

import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Defines the modules of a resolution: the entry of this package. */
public final class Definition {
  private final Resolution resolution;
  private final List<ModuleLayer> parents;
  private final Map<String, ModuleReference> modules = new LinkedHashMap<>();
  private final Map<String, ModuleLoader> loaders = new HashMap<>();
  private final Links links;

  private Definition(Resolution resolution, List<ModuleLayer> parents) {
    this.resolution = resolution;
    this.parents = parents;
    links = new Links(resolution);
  }

  /**
   * Makes the code of all components and defines the modules.
   *
   * @throws ComponentLayerException with all that cannot become a module
   */
  public static DefinedLayer define(Resolution resolution, List<ModuleLayer> parents) {
    return new Definition(resolution, parents).define();
  }

  private DefinedLayer define() {
    GeneratedModules generated = new GeneratedModules(resolution.contracts(), links);
    List<Diagnostic> problems = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (FoundModule module : resolution.modules().values()) {
      switch (module) {
        case FoundModule.Java java -> java(java.reference(), made);
        case FoundModule.Wasm wasm -> {
          try {
            modules.put(wasm.name(), generated.component(wasm.component()));
            made.add(wasm.name());
          } catch (MortiseException e) {
            e.diagnostics().forEach(problem -> problems.add(problem.inside(wasm.location())));
          }
        }
      }
    }
    for (ContractSource source : resolution.contracts().sources().values()) {
      switch (source) {
        case ContractSource.Loaded loaded -> {}
        case ContractSource.Prebuilt prebuilt -> {
          if (!prebuilt.inParent() && !modules.containsKey(prebuilt.module())) {
            java(prebuilt.reference(), made);
          }
        }
        case ContractSource.Synthesised synthesised -> {
          modules.put(synthesised.module(), generated.contract(synthesised));
          made.add(synthesised.module());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ComponentLayerException(problems);
    }
    return layer(made);
  }

  /** Takes a module as it is, or as one that reads the class path where Mortise is there. */
  private void java(ModuleReference reference, List<String> readers) {
    ModuleReference module =
        GeneratedComponent.class.getModule().isNamed() ? reference : ClassPathModule.of(reference);
    modules.put(module.descriptor().name(), module);
    if (module != reference) {
      readers.add(module.descriptor().name());
    }
  }

  private DefinedLayer layer(List<String> readers) {
    Configuration configuration;
    ModuleLayer.Controller controller;
    try {
      configuration =
          Configuration.resolve(
              new Known(modules),
              parents.stream().map(ModuleLayer::configuration).toList(),
              ModuleFinder.of(),
              modules.keySet());
      ClassLoader parent = GeneratedComponent.class.getClassLoader();
      modules.forEach((name, module) -> loaders.put(name, new ModuleLoader(module, parent)));
      controller = ModuleLayer.defineModules(configuration, parents, loaders::get);
    } catch (ResolutionException | LayerInstantiationException e) {
      throw new ComponentLayerException(
          Diagnostic.of("undefinable-layer", String.join(", ", modules.keySet()))
              .because(String.valueOf(e.getMessage()))
              .withHint(
                  "Look at what the Java modules of the path require; Mortise's own modules are"
                      + " found when the application runs on the module path"));
    }
    loaders.forEach((name, loader) -> loader.linkable(links.of(name), controller));
    configuration.modules().forEach(this::link);
    resolution.components().forEach(component -> join(component.name(), controller));
    Set<Module> loaded =
        resolution.contracts().sources().values().stream()
            .filter(ContractSource.Loaded.class::isInstance)
            .map(source -> ((ContractSource.Loaded) source).module())
            .collect(Collectors.toSet());
    Module runtime = GeneratedComponent.class.getModule();
    if (!runtime.isNamed()) {
      loaded.add(runtime);
    }
    for (String name : readers) {
      Module module = controller.layer().findModule(name).orElseThrow();
      // A module can require neither a class path nor one of its own name.
      loaded.stream()
          .filter(read -> !read.isNamed() || read.getName().equals(name))
          .forEach(read -> controller.addReads(module, read));
    }
    return new DefinedLayer(resolution, controller, loaders, links);
  }

  /**
   * Lets the code of a component reach the code that it calls from memory to memory: nobody else
   * does, and the descriptors say nothing of it, for it is the wiring of this layer.
   */
  private void join(String importer, ModuleLayer.Controller controller) {
    Module module = controller.layer().findModule(importer).orElseThrow();
    for (Links.Link link : links.from(importer)) {
      ModuleLoader provider = provider(link);
      controller.addReads(module, provider.self());
      provider.openTo(module);
    }
  }

  private ModuleLoader provider(Links.Link link) {
    ModuleLoader parent = link.loader();
    return parent == null
        ? Objects.requireNonNull(loaders.get(link.wire().provider().name()))
        : parent;
  }

  /** Tells a module's loader which loader has the packages that the module can see. */
  private void link(ResolvedModule module) {
    ModuleLoader loader = loaders.get(module.name());
    if (loader == null) {
      return;
    }
    Map<String, ClassLoader> packages = new HashMap<>();
    for (ResolvedModule read : module.reads()) {
      ClassLoader other = loaderOf(read, module);
      if (other != null) {
        exported(read.reference().descriptor(), module.name())
            .forEach(name -> packages.put(name, other));
      }
    }
    resolution
        .contracts()
        .sources()
        .forEach(
            (name, source) -> {
              if (source instanceof ContractSource.Loaded loaded && !loaded.module().isNamed()) {
                packages.put(name, loaded.module().getClassLoader());
              }
            });
    if (links.of(module.name()) != null) {
      for (Links.Link link : links.from(module.name())) {
        ModuleLoader provider = provider(link);
        provider.internalPackages().forEach(name -> packages.put(name, provider));
      }
    }
    loader.link(packages);
  }

  private @Nullable ClassLoader loaderOf(ResolvedModule read, ResolvedModule by) {
    if (read.configuration() == by.configuration()) {
      return loaders.get(read.name());
    }
    List<ModuleLayer> level = parents;
    while (!level.isEmpty()) {
      for (ModuleLayer layer : level) {
        if (layer.configuration() == read.configuration()) {
          return layer.findLoader(read.name());
        }
      }
      level = level.stream().flatMap(layer -> layer.parents().stream()).distinct().toList();
    }
    return null;
  }

  private static Collection<String> exported(ModuleDescriptor descriptor, String to) {
    return descriptor.isAutomatic()
        ? descriptor.packages()
        : descriptor.exports().stream()
            .filter(e -> !e.isQualified() || e.targets().contains(to))
            .map(ModuleDescriptor.Exports::source)
            .toList();
  }

  /** Closes the files of modules. */
  static void close(Collection<ModuleLoader> loaders) {
    for (ModuleLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Finds the modules of the layer and no others. */
  private record Known(Map<String, ModuleReference> modules) implements ModuleFinder {
    @Override
    public Optional<ModuleReference> find(String name) {
      return Optional.ofNullable(modules.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
      return Set.copyOf(modules.values());
    }
  }
}
