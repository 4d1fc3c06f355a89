package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.runtime.error.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts components after those that they import from, and finds those that go round. */
final class ImportOrder {
  private final Map<String, List<Wire>> wires = new HashMap<>();
  private final Map<String, FoundModule> modules;
  private final List<Diagnostic> problems;
  private final Map<String, FoundModule> ordered = new LinkedHashMap<>();

  /** The components that are being visited, each with the wire by which the next was reached. */
  private final LinkedHashMap<String, Wire> path = new LinkedHashMap<>();

  private final Set<Set<String>> reported = new LinkedHashSet<>();

  private ImportOrder(Map<String, FoundModule> modules, List<Wire> all, List<Diagnostic> problems) {
    this.modules = modules;
    this.problems = problems;
    for (Wire wire : all) {
      wires.computeIfAbsent(wire.importer(), importer -> new ArrayList<>()).add(wire);
    }
  }

  /** The modules in order. */
  static Map<String, FoundModule> of(
      Map<String, FoundModule> modules, List<Wire> wires, List<Diagnostic> problems) {
    ImportOrder order = new ImportOrder(modules, wires, problems);
    modules.keySet().forEach(order::visit);
    return order.ordered;
  }

  private void visit(String name) {
    FoundModule module = modules.get(name);
    if (module == null || ordered.containsKey(name)) {
      return;
    }
    for (Wire wire : wires.getOrDefault(name, List.of())) {
      if (wire.provider() instanceof Provider.Component provider) {
        path.put(name, wire);
        if (path.containsKey(provider.name())) {
          cycle(provider.name());
        } else {
          visit(provider.name());
        }
        path.remove(name);
      }
    }
    ordered.put(name, module);
  }

  private void cycle(String first) {
    List<String> steps = new ArrayList<>();
    Set<String> members = new LinkedHashSet<>();
    path.forEach(
        (name, wire) -> {
          if (name.equals(first) || !members.isEmpty()) {
            members.add(name);
            steps.add(name);
            steps.add(wire.what());
          }
        });
    steps.add(first);
    if (reported.add(members)) {
      problems.add(Problems.cycle(steps));
    }
  }
}
