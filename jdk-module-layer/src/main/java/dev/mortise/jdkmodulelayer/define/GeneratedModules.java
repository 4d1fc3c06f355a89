package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.runtime.generated.GeneratedComponent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes modules of components, and of the declarations that they share. */
final class GeneratedModules {
  /** The engine, whose types compiled core code has in its signatures. */
  private static final String ENGINE = "com.dylibso.chicory.runtime";

  /** The class that hands a component over, beside it. */
  private static final String ENTRY = "Entry";

  private final ContractPlan contracts;
  private final Module runtime = GeneratedComponent.class.getModule();

  GeneratedModules(ContractPlan contracts) {
    this.contracts = contracts;
  }

  /** The module of a package of declarations. */
  MemoryModule contract(ContractSource.Synthesised source) {
    ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule(source.module());
    requires(descriptor, source.requires());
    descriptor.exports(source.module());
    return new MemoryModule(descriptor.build(), null, source.files());
  }

  /**
   * The module of a component: its code is made now.
   *
   * @throws dev.mortise.runtime.error.MortiseException when it asks for what cannot run
   */
  MemoryModule component(FoundComponent component) {
    ComponentClasses classes = ComponentClasses.of(component.bytes(), component.fileName(), null);
    Map<String, byte[]> files = new TreeMap<>(classes.files());
    files
        .keySet()
        .removeIf(
            name ->
                name.endsWith(".class")
                    && contracts.sources().containsKey(ClassName.packageOf(name)));
    ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule(component.name());
    Set<String> elsewhere = new TreeSet<>();
    Set<String> exported = new TreeSet<>();
    for (String name : classes.declarations().keySet()) {
      (contracts.sources().containsKey(ClassName.packageOf(name)) ? elsewhere : exported)
          .add(ClassName.packageOf(name));
    }
    requires(descriptor, elsewhere);
    if (runtime.isNamed()) {
      descriptor.requires(ENGINE);
    }
    exported.forEach(descriptor::exports);
    gate(component, classes, files, descriptor);
    Set<String> packages = new TreeSet<>();
    files.keySet().forEach(name -> packages.add(ClassName.packageOf(name)));
    descriptor.packages(packages);
    return new MemoryModule(descriptor.build(), component.file().toUri(), files);
  }

  private void gate(
      FoundComponent component,
      ComponentClasses classes,
      Map<String, byte[]> files,
      ModuleDescriptor.Builder descriptor) {
    JavaModel.Entry made = classes.model().entry();
    if (made == null) {
      throw new AssertionError(component.name() + " has its classes");
    }
    ClassName holder = made.component();
    ClassName entry = ClassName.of(holder.packageName(), ENTRY);
    files.put(
        entry.internalName() + ".class",
        GateEmitter.entry(entry.internalName(), holder.internalName(), JavaModel.Entry.FIELD));
    int number = 0;
    for (ClassName type : component.exported()) {
      if (maybeService(type)) {
        ClassName service = ClassName.of(holder.packageName(), "Service" + number++);
        files.put(
            service.internalName() + ".class",
            GateEmitter.service(service.internalName(), type.internalName()));
        descriptor.provides(type.toString(), List.of(service.toString()));
      }
    }
  }

  /** Whether an interface may be a service: Java knows none whose class is in no module. */
  private boolean maybeService(ClassName type) {
    return type.simpleNames().size() == 1
        && !(contracts.sources().get(type.packageName()) instanceof ContractSource.Loaded loaded
            && !loaded.module().isNamed());
  }

  /** The class of a component's module that hands the component over. */
  static String entry(FoundComponent component) {
    return component.model().world().name().packageName() + ".internal." + ENTRY;
  }

  private void requires(ModuleDescriptor.Builder descriptor, Set<String> packages) {
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
    modules.forEach(name -> descriptor.requires(Set.of(Requires.Modifier.TRANSITIVE), name));
  }
}
