package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the modules that are made say of themselves; it takes no code of theirs to know. */
final class ComponentDescriptor {
  /** The engine, whose types compiled core code has in its signatures. */
  private static final String ENGINE = "com.dylibso.chicory.runtime";

  private final ContractPlan contracts;
  private final Module runtime = GeneratedComponent.class.getModule();

  ComponentDescriptor(ContractPlan contracts) {
    this.contracts = contracts;
  }

  /** The package of what a component's module does not export. */
  static String internal(FoundComponent component) {
    return internal(component.model().world().name());
  }

  /** The same of a world; there are packages below it too. */
  static String internal(ClassName world) {
    return world.packageName() + ".internal";
  }

  /**
   * The module of a component: it requires the declarations that are elsewhere, exports its own,
   * and provides its world and what it exports.
   */
  ModuleDescriptor of(FoundComponent component) {
    ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule(component.name());
    Set<String> elsewhere = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    for (String name : declared(component)) {
      (contracts.sources().containsKey(name) ? elsewhere : packages).add(name);
    }
    requires(descriptor, component.name(), elsewhere);
    if (runtime.isNamed()) {
      descriptor.requires(ENGINE);
    }
    packages.forEach(descriptor::exports);
    services(component)
        .forEach(
            (type, service) ->
                descriptor.provides(type.binaryName(), List.of(service.binaryName())));
    // Those that code may have; which of them it has is known only when it is made.
    packages.add(internal(component));
    packages.add(internal(component) + ".call");
    packages.add(internal(component) + ".signature");
    return descriptor.packages(packages).build();
  }

  /** The module of a package of declarations. */
  ModuleDescriptor of(ContractSource.Synthesised source) {
    ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule(source.module());
    requires(descriptor, source.module(), source.requires());
    return descriptor.exports(source.module()).build();
  }

  /** The packages of a component's declarations. */
  private static Set<String> declared(FoundComponent component) {
    Set<String> packages = new TreeSet<>();
    packages.add(component.model().world().name().packageName());
    for (InterfaceDecl declared : component.model().topLevel()) {
      packages.add(declared.name().packageName());
    }
    return packages;
  }

  /** What a component's module provides, each with the class that does. */
  Map<ClassName, ClassName> services(FoundComponent component) {
    Map<ClassName, ClassName> services = new LinkedHashMap<>();
    for (ClassName type : component.exported()) {
      if (maybeService(component, type)) {
        services.put(type, ClassName.of(internal(component), "Service" + services.size()));
      }
    }
    return services;
  }

  /** Whether an interface may be a service: Java knows none whose module cannot be required. */
  private boolean maybeService(FoundComponent component, ClassName type) {
    return type.simpleNames().size() == 1
        && !(contracts.sources().get(type.packageName()) instanceof ContractSource.Loaded loaded
            && (!loaded.module().isNamed() || loaded.module().getName().equals(component.name())));
  }

  private void requires(ModuleDescriptor.Builder descriptor, String self, Set<String> packages) {
    Set<String> modules = new TreeSet<>();
    if (runtime.isNamed()) {
      modules.add(runtime.getName());
    }
    for (String name : packages) {
      ContractSource source = contracts.sources().get(name);
      switch (source) {
        case null -> throw new AssertionError("no plan for " + name);
        case ContractSource.Loaded loaded -> {
          if (loaded.module().isNamed()) {
            modules.add(loaded.module().getName());
          }
        }
        case ContractSource.Prebuilt prebuilt -> modules.add(prebuilt.module());
        case ContractSource.Synthesised synthesised -> modules.add(synthesised.module());
      }
    }
    // A world of the caller's may be in a module of the component's own name: it is read by
    // addReads.
    modules.remove(self);
    modules.forEach(name -> descriptor.requires(Set.of(Requires.Modifier.TRANSITIVE), name));
  }
}
