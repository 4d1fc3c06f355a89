package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.runtime.generated.ModuleGate;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who could supply what: the providers of each Java interface. The class of an interface stands for
 * its package, its version track and its name, so that compatible versions are one.
 */
final class Candidates {
  private final Map<String, List<Provider>> inLayer = new HashMap<>();
  private final Map<String, List<Provider>> inParents = new HashMap<>();
  private final Map<String, FoundComponent> exported = new LinkedHashMap<>();

  Candidates(Request request) {
    for (FoundModule module : request.path().modules().values()) {
      switch (module) {
        case FoundModule.Wasm wasm -> add(wasm.component());
        case FoundModule.Java java -> add(java.reference().descriptor(), java);
      }
    }
    // The nearest layer that has any hides those above it, as with modules.
    for (ModuleLayer layer : request.around().withAncestors()) {
      Map<String, List<Provider>> ofLayer = new HashMap<>();
      for (Module module : layer.modules()) {
        for (String service : supplied(layer, module)) {
          ofLayer
              .computeIfAbsent(service, name -> new ArrayList<>())
              .add(new Provider.Parent(layer, module.getName()));
        }
      }
      ofLayer.forEach(inParents::putIfAbsent);
    }
  }

  /** What a module of a parent supplies: a component exports it, another module provides it. */
  private static Set<String> supplied(ModuleLayer layer, Module module) {
    if (layer.findLoader(module.getName()) instanceof ModuleGate gate
        && !gate.exports().isEmpty()) {
      return gate.exports();
    }
    return module.getDescriptor().provides().stream()
        .map(ModuleDescriptor.Provides::service)
        .collect(Collectors.toSet());
  }

  private void add(FoundComponent component) {
    for (ClassName type : component.exported()) {
      inLayer
          .computeIfAbsent(binaryName(type), name -> new ArrayList<>())
          .add(new Provider.Component(component));
    }
    for (JavaModel.WorldDecl.Accessor accessor : component.model().world().accessors()) {
      exported.putIfAbsent(accessor.wit(), component);
    }
  }

  private void add(ModuleDescriptor descriptor, FoundModule.Java java) {
    for (ModuleDescriptor.Provides provides : descriptor.provides()) {
      inLayer
          .computeIfAbsent(provides.service(), service -> new ArrayList<>())
          .add(new Provider.JavaModule(java));
    }
  }

  /** The providers on the path; those of parent layers only where there are none. */
  List<Provider> of(String type) {
    List<Provider> near = inLayer.get(type);
    return near == null ? inParents.getOrDefault(type, List.of()) : near;
  }

  /** The providers on the path and in parent layers: a choice may pass over what is nearer. */
  List<Provider> all(String type) {
    List<Provider> all = new ArrayList<>(inLayer.getOrDefault(type, List.of()));
    all.addAll(inParents.getOrDefault(type, List.of()));
    return all;
  }

  /** What the components on the path export, by its name in WIT, and one that does. */
  Map<String, FoundComponent> exported() {
    return exported;
  }

  /** The name that {@link Class#getName} gives. */
  static String binaryName(ClassName type) {
    return type.binaryName();
  }
}
