package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer as it will be, with nothing of it defined.
 *
 * @param roots what was asked for
 * @param modules the modules that are needed, by name; a component after those that it imports from
 * @param wires who supplies what to whom
 * @param contracts where the shared declarations are
 */
public record Resolution(
    List<String> roots,
    Map<String, FoundModule> modules,
    List<Wire> wires,
    ContractPlan contracts) {
  public Resolution {
    roots = List.copyOf(roots);
    modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    wires = List.copyOf(wires);
  }

  /** The components, each after those that it imports from. */
  public List<FoundComponent> components() {
    return modules.values().stream()
        .filter(FoundModule.Wasm.class::isInstance)
        .map(module -> ((FoundModule.Wasm) module).component())
        .toList();
  }

  /** The wires of one component, in the order of its imports. */
  public List<Wire> wiresOf(String importer) {
    return wires.stream().filter(wire -> wire.importer().equals(importer)).toList();
  }
}
