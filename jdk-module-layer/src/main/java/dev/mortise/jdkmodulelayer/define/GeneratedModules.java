package dev.mortise.jdkmodulelayer.define;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.jar.LinkedImports;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.loader.LoadOptions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes modules of components, and of the declarations that they share. */
final class GeneratedModules {
  /** The class that hands a component over, beside it. */
  private static final String ENTRY = "Entry";

  private final ContractPlan contracts;
  private final @Nullable Links links;
  private final ComponentDescriptor descriptors;

  /** Modules each by itself: a component calls others by way of Java. */
  GeneratedModules(ContractPlan contracts) {
    this(contracts, null);
  }

  /**
   * Modules of a layer.
   *
   * @param links is told what each component offers to the next
   */
  GeneratedModules(ContractPlan contracts, @Nullable Links links) {
    this.contracts = contracts;
    this.links = links;
    descriptors = new ComponentDescriptor(contracts);
  }

  /** The module of a package of declarations. */
  MemoryModule contract(ContractSource.Synthesised source) {
    return new MemoryModule(descriptors.of(source), null, source.files());
  }

  /**
   * The module of a component: its code is made now.
   *
   * @throws dev.mortise.runtime.error.MortiseException when it asks for what cannot run
   */
  MemoryModule component(FoundComponent component) {
    ComponentClasses classes =
        ComponentClasses.of(
            component.bytes(),
            component.fileName(),
            null,
            LoadOptions.DEFAULT,
            links == null ? LinkedImports.NONE : links.imports(component.name()));
    if (links != null) {
      links.add(component.name(), Linkable.of(classes));
    }
    Map<String, byte[]> files = new TreeMap<>(classes.files());
    files
        .keySet()
        .removeIf(
            name ->
                name.endsWith(".class")
                    && contracts.sources().containsKey(ClassName.packageOf(name)));
    gate(component, classes, files);
    return new MemoryModule(descriptors.of(component), component.file().toUri(), files);
  }

  private void gate(FoundComponent component, ComponentClasses classes, Map<String, byte[]> files) {
    JavaModel.Entry made = classes.model().entry();
    if (made == null) {
      throw new AssertionError(component.name() + " has its classes");
    }
    ClassName holder = made.component();
    ClassName entry = ClassName.of(holder.packageName(), ENTRY);
    files.put(
        entry.internalName() + ".class",
        GateEmitter.entry(entry.internalName(), holder.internalName(), JavaModel.Entry.FIELD));
    descriptors
        .services(component)
        .forEach(
            (type, service) ->
                files.put(
                    service.internalName() + ".class",
                    GateEmitter.service(service.internalName(), type.internalName())));
  }

  /** The class of a component's module that hands the component over. */
  static String entry(FoundComponent component) {
    return ComponentDescriptor.internal(component) + "." + ENTRY;
  }
}
