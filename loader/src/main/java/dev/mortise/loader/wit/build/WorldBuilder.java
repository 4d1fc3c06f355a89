package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a component type of a world: what its interfaces use types of is imported too, unless it is
 * exported and an export uses it (WIT.md, "Transitive imports and worlds"). The imports come in the
 * order interfaces, used types, own types, functions, functions of resources, as encoders have it.
 */
public final class WorldBuilder {
  private final PackageIndex index;
  private final Interfaces interfaces;
  private final TypeMeasure measure;
  private final WitProblems problems;
  private final Declaration.OfWorld world;
  private final WorldEntries entries;
  private final Map<String, ExternType> imports = new LinkedHashMap<>();
  private final Map<String, ExternType> exports = new LinkedHashMap<>();
  private final Map<WitInterface.Name, InstanceType> imported = new HashMap<>();
  private final Map<WitInterface.Name, InstanceType> exported = new HashMap<>();
  private final List<ResourceType> importedResources = new ArrayList<>();
  private final List<ResourceType> freshResources = new ArrayList<>();
  private final Map<WorldEntry.View, TypeScope> scopes = new IdentityHashMap<>();
  private final Set<Declaration.OfInterface> exportedTargets = new HashSet<>();

  /** A builder of one world, for one use. */
  public WorldBuilder(
      Declaration.OfWorld world,
      WorldEntries entries,
      PackageIndex index,
      Interfaces interfaces,
      TypeMeasure measure,
      WitProblems problems) {
    this.world = world;
    this.entries = entries;
    this.index = index;
    this.interfaces = interfaces;
    this.measure = measure;
    this.problems = problems;
  }

  /** The type of the world. */
  public ComponentType build() {
    entries.imports().forEach(this::importInstance);
    for (WorldEntry entry : entries.imports().values()) {
      if (entry instanceof WorldEntry.Used used) {
        importAll(List.of(used.target()));
      }
    }
    for (WorldEntry entry : entries.exports().values()) {
      if (entry instanceof WorldEntry.Interface named) {
        exportedTargets.add(named.target());
      }
    }
    importWhatExportsNeed();
    usedTypes();
    ownTypes();
    functions(entries.imports(), imports);
    resourceFunctions();
    functions(entries.exports(), exports);
    entries.exports().forEach(this::exportInstance);
    return new ComponentType(imports, exports, importedResources, freshResources);
  }

  private TypeScope scope(WorldEntry.View view) {
    return scopes.computeIfAbsent(
        view, key -> new TypeScope("world `" + world.id() + "`", index, measure, problems));
  }

  private void importInstance(String name, WorldEntry entry) {
    switch (entry) {
      case WorldEntry.Interface of -> importAll(List.of(of.target()));
      case WorldEntry.Named of -> {
        importAll(interfaces.needs(of.target()));
        InstanceType instance = interfaces.build(of.target(), imported::get);
        imports.put(name, opened(instance, importedResources));
      }
      case WorldEntry.Inline of -> {
        importAll(interfaces.needs(of));
        InstanceType instance = interfaces.build("interface `" + name + "`", of, imported::get);
        imports.put(name, opened(instance, importedResources));
      }
      case WorldEntry.Func other -> {}
      case WorldEntry.Used other -> {}
      case WorldEntry.Type other -> {}
    }
  }

  /** Imports interfaces, each after those that it needs. */
  private void importAll(Collection<Declaration.OfInterface> targets) {
    List<Declaration.OfInterface> order =
        Order.of(
            targets,
            t -> imported.containsKey(t.id()) ? List.of() : interfaces.needs(t),
            cycle -> {});
    for (Declaration.OfInterface target : order) {
      if (!imported.containsKey(target.id())) {
        InstanceType built = interfaces.build(target, imported::get);
        InstanceType instance = opened(built, importedResources);
        imported.put(target.id(), instance);
        imports.put(target.id().toString(), instance);
      }
    }
  }

  private List<Declaration.OfInterface> closure(Collection<Declaration.OfInterface> targets) {
    return Order.of(targets, interfaces::needs, cycle -> {}); // cycles were reported
  }

  /** The instance type whose resources the world now introduces. */
  private static InstanceType opened(InstanceType instance, List<ResourceType> resources) {
    resources.addAll(instance.freshResources());
    return new InstanceType(instance.exports(), List.of());
  }

  private void importWhatExportsNeed() {
    List<Declaration.OfInterface> needed = neededBy(entries.exports().values());
    if (needed.stream().anyMatch(exportedTargets::contains)) {
      for (WorldEntry entry : entries.exports().values()) {
        neededBy(List.of(entry)).stream()
            .filter(exportedTargets::contains)
            .findFirst()
            .ifPresent(both -> refuse(entry, both));
      }
    }
    importAll(needed);
  }

  /**
   * What exports need as imports. Through exported interfaces the way goes on; what is not exported
   * is imported, and so is all that it needs.
   */
  private List<Declaration.OfInterface> neededBy(Collection<WorldEntry> exports) {
    List<Declaration.OfInterface> roots = new ArrayList<>();
    for (WorldEntry entry : exports) {
      switch (entry) {
        case WorldEntry.Interface of -> roots.add(of.target());
        case WorldEntry.Named of -> roots.addAll(interfaces.needs(of.target()));
        case WorldEntry.Inline of -> roots.addAll(interfaces.needs(of));
        case WorldEntry.Func other -> {}
        case WorldEntry.Used other -> {}
        case WorldEntry.Type other -> {}
      }
    }
    List<Declaration.OfInterface> reached =
        Order.of(
            roots,
            target -> exportedTargets.contains(target) ? interfaces.needs(target) : List.of(),
            cycle -> {});
    return closure(reached.stream().filter(t -> !exportedTargets.contains(t)).toList());
  }

  private void refuse(WorldEntry entry, Declaration.OfInterface both) {
    problems.add(
        entry.name().span(),
        WitProblems.at(
                WitRule.EXPORT_DEPENDENCY, entry.name().span(), "export `" + entry.name() + "`")
            .because(
                "it needs `"
                    + both.id()
                    + "` by way of an interface that is imported, while this world exports it")
            .withHint(
                "export all interfaces on the way to `"
                    + both.id().name()
                    + "`, or do not export that one"));
  }

  private void usedTypes() {
    entries
        .imports()
        .forEach(
            (name, entry) -> {
              if (entry instanceof WorldEntry.Used used) {
                InstanceType from = imported.get(used.target().id());
                if (from != null) {
                  DefType type =
                      scope(used.view())
                          .use(used.used(), name, from, used.target().id().toString());
                  imports.put(name, new ExternType.Type(type));
                }
              }
            });
  }

  private void ownTypes() {
    Map<WorldEntry.View, Map<String, String>> byView = new LinkedHashMap<>();
    Map<WorldEntry.View, List<TypeItem>> items = new LinkedHashMap<>();
    entries
        .imports()
        .forEach(
            (name, entry) -> {
              if (entry instanceof WorldEntry.Type type) {
                byView
                    .computeIfAbsent(type.view(), v -> new HashMap<>())
                    .put(type.item().name().name(), name);
                items.computeIfAbsent(type.view(), v -> new ArrayList<>()).add(type.item());
              }
            });
    items.forEach(
        (view, ofView) -> {
          TypeScope scope = scope(view);
          for (TypeItem item : scope.order(ofView)) {
            String written = item.name().name();
            String name = byView.getOrDefault(view, Map.of()).getOrDefault(written, written);
            imports.put(name, new ExternType.Type(scope.define(item, name)));
          }
        });
    scopes.values().forEach(scope -> importedResources.addAll(scope.resources()));
  }

  private void functions(Map<String, WorldEntry> from, Map<String, ExternType> to) {
    from.forEach(
        (name, entry) -> {
          if (entry instanceof WorldEntry.Func func) {
            FuncBuilder builder = new FuncBuilder(scope(func.view()).builder(), problems);
            to.put(name, builder.function(func.name(), func.func()));
          }
        });
  }

  private void resourceFunctions() {
    entries
        .imports()
        .forEach(
            (name, entry) -> {
              if (entry instanceof WorldEntry.Type type
                  && type.item() instanceof TypeItem.ResourceItem resource) {
                TypeScope scope = scope(type.view());
                FuncBuilder builder = new FuncBuilder(scope.builder(), problems);
                if (scope.get(resource.name().name()) instanceof ResourceType defined) {
                  for (ResourceFunc function : resource.functions()) {
                    imports.put(
                        FuncBuilder.externName(name, function),
                        builder.function(function, defined));
                  }
                }
              }
            });
  }

  private void exportInstance(String name, WorldEntry entry) {
    switch (entry) {
      case WorldEntry.Interface of -> exportAll(of.target());
      case WorldEntry.Named of -> {
        InstanceType instance = interfaces.build(of.target(), this::around);
        exports.put(name, opened(instance, freshResources));
      }
      case WorldEntry.Inline of -> {
        InstanceType instance = interfaces.build("interface `" + name + "`", of, this::around);
        exports.put(name, opened(instance, freshResources));
      }
      case WorldEntry.Func other -> {}
      case WorldEntry.Used other -> {}
      case WorldEntry.Type other -> {}
    }
  }

  /** Exports an interface, after those that it needs and that are exported as well. */
  private void exportAll(Declaration.OfInterface target) {
    List<Declaration.OfInterface> order =
        Order.of(
            List.of(target),
            t ->
                exported.containsKey(t.id())
                    ? List.of()
                    : interfaces.needs(t).stream().filter(exportedTargets::contains).toList(),
            cycle -> {});
    for (Declaration.OfInterface of : order) {
      if (!exported.containsKey(of.id())) {
        InstanceType instance = opened(interfaces.build(of, this::around), freshResources);
        exported.put(of.id(), instance);
        exports.put(of.id().toString(), instance);
      }
    }
  }

  private @Nullable InstanceType around(WitInterface.Name id) {
    InstanceType instance = exported.get(id);
    return instance == null ? imported.get(id) : instance;
  }
}
