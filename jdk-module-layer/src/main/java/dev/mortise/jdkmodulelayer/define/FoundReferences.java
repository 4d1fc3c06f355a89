package dev.mortise.jdkmodulelayer.define;

import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Modules that were found, as Java's own resolution takes them, and back. */
public final class FoundReferences {
  private FoundReferences() {}

  /**
   * The modules that a path's components and their declarations become, and its Java modules, all
   * by name. The code of a component is made when its module is opened.
   *
   * @param contracts where the declarations of its components are
   */
  public static Map<String, ModuleReference> of(FoundModules found, ContractPlan contracts) {
    ComponentDescriptor descriptors = new ComponentDescriptor(contracts);
    Map<String, ModuleReference> references = new TreeMap<>();
    for (ContractSource source : contracts.sources().values()) {
      if (source instanceof ContractSource.Synthesised made) {
        references.put(made.module(), new MemoryModule(descriptors.of(made), null, made.files()));
      }
    }
    for (FoundModule module : found.modules().values()) {
      references.put(
          module.name(),
          switch (module) {
            case FoundModule.Java java -> java.reference();
            case FoundModule.Wasm wasm ->
                new ComponentReference(wasm.component(), descriptors, contracts);
          });
    }
    return Collections.unmodifiableMap(references);
  }

  /** What a reference refers to; nothing for declarations, which each layer makes anew. */
  public static Optional<FoundModule> found(ModuleReference reference) {
    return switch (reference) {
      case ComponentReference component -> Optional.of(new FoundModule.Wasm(component.component));
      case MemoryModule contract -> Optional.empty();
      default -> Optional.of(new FoundModule.Java(reference));
    };
  }

  /** A component as a module that is made when somebody reads it. */
  private static final class ComponentReference extends ModuleReference {
    private final FoundComponent component;
    private final ContractPlan contracts;

    ComponentReference(
        FoundComponent component, ComponentDescriptor descriptors, ContractPlan contracts) {
      super(descriptors.of(component), component.file().toUri());
      this.component = component;
      this.contracts = contracts;
    }

    @Override
    public ModuleReader open() throws IOException {
      return new GeneratedModules(contracts).component(component).open();
    }
  }
}
