package dev.mortise.loader.wit;

import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The WIT of a component: a world of its imports and exports, and the packages whose interfaces
 * they name.
 *
 * <p>Interfaces share types by identity: the first interface that exports a type defines it,
 * imports before exports, and every other one uses it. An interface that is imported and exported
 * is shown once. What WIT has no words for (components, core modules, values and instances inside
 * instances) becomes a comment.
 */
public final class WitView {
  private static final WitPackage.Name ROOT = new WitPackage.Name("root:component", null);

  private final ComponentType component;
  private final WitOwners owners;
  private final Map<WitPackage.Name, Map<String, WitItems>> packages = new LinkedHashMap<>();
  private final Map<String, WitScope> scopes = new LinkedHashMap<>();

  private WitView(ComponentType component) {
    this.component = component;
    this.owners = new WitOwners(component);
  }

  /**
   * The WIT of a component.
   *
   * @param component its type
   * @param name the name of the world, such as {@code root}
   */
  public static WitDocument of(ComponentType component, String name) {
    return new WitView(component).document(name);
  }

  /** The WIT of a component as the world {@code root}. */
  public static WitDocument of(ComponentType component) {
    return of(component, "root");
  }

  /**
   * The WIT of packages.
   *
   * @param main the package that the text is about
   * @param packages the names of all
   * @param interfaces their interfaces, which share the types that they use of each other
   * @param worlds their worlds
   */
  public static WitDocument ofPackages(
      WitPackage.Name main,
      List<WitPackage.Name> packages,
      Map<WitInterface.Name, InstanceType> interfaces,
      Map<WitInterface.Name, ComponentType> worlds) {
    Map<String, ExternType> all = new LinkedHashMap<>();
    interfaces.forEach((name, type) -> all.put(name.toString(), type));
    WitDocument document = of(new ComponentType(all, Map.of(), List.of(), List.of()));
    Map<WitPackage.Name, List<WitInterface>> bodies = new LinkedHashMap<>();
    document.dependencies().forEach(p -> bodies.put(p.name(), p.interfaces()));
    List<WitPackage> list = new ArrayList<>();
    for (WitPackage.Name name : packages) {
      List<WitWorld> ofPackage = new ArrayList<>();
      worlds.forEach(
          (world, type) -> {
            if (world.inPackage().equals(name)) {
              ofPackage.addAll(of(type, world.name()).main().worlds());
            }
          });
      list.add(new WitPackage(name, bodies.getOrDefault(name, List.of()), ofPackage));
    }
    WitPackage first = list.stream().filter(p -> p.name().equals(main)).findFirst().orElseThrow();
    return new WitDocument(first, list.stream().filter(p -> !p.name().equals(main)).toList());
  }

  private WitDocument document(String name) {
    Map<String, ExternType> types = new LinkedHashMap<>();
    component.imports().forEach((label, item) -> keepType(types, label, item));
    component.exports().forEach((label, item) -> keepType(types, label, item));
    WitScope scope = new WitScope(WitOwners.WORLD, null, owners, types);
    component.imports().keySet().forEach(scope::take);
    WitItems world = new WitItems(scope);
    types.forEach(world::add);
    List<WitWorld.Item> imports = items("import", component.imports(), world);
    List<WitWorld.Item> exports = new ArrayList<>();
    ExportLimits.notes(component, owners).forEach(n -> exports.add(new WitWorld.Item.Note(n)));
    exports.addAll(
        ExportLimits.withoutImpossible(
            items("export", component.exports(), world), owners.order()));
    component.imports().keySet().forEach(label -> noteCanonical(label, world));
    component.exports().keySet().forEach(label -> noteCanonical(label, world));
    world.notes.forEach(note -> imports.addFirst(new WitWorld.Item.Note(note)));
    WitWorld root = new WitWorld(name, imports, world.uses(), world.types(), exports);
    return new WitDocument(new WitPackage(ROOT, List.of(), List.of(root)), dependencies());
  }

  private void keepType(Map<String, ExternType> types, String label, ExternType item) {
    ExternType imported = component.imports().getOrDefault(label, item);
    if (item instanceof ExternType.Type && imported instanceof ExternType.Type) {
      types.putIfAbsent(label, item);
    }
  }

  private static void noteCanonical(String externName, WitItems world) {
    if (WitNames.parse(externName) instanceof ParsedName.Interface parsed
        && !Objects.equals(parsed.version(), WitNames.completed(parsed.version()))) {
      WitInterface.Name name = WitNames.interfaceName(parsed);
      world.notes.add(externName + ", a canonical interface name, is written as " + name);
    }
  }

  private List<WitWorld.Item> items(
      String direction, Map<String, ExternType> externs, WitItems world) {
    List<WitWorld.Item> items = new ArrayList<>();
    externs.forEach(
        (externName, item) -> {
          if (item instanceof InstanceType instance) {
            items.add(instance(direction, externName, instance));
          } else if (item instanceof ExternType.Type) {
            if (direction.equals("export")) {
              items.add(
                  new WitWorld.Item.Note(
                      "type " + externName + " (a world exports no types in WIT)"));
            }
          } else {
            world.direction = direction + " ";
            int notes = world.notes.size();
            int functions = world.functions.size();
            world.add(externName, item);
            world.functions.subList(functions, world.functions.size()).stream()
                .map(WitWorld.Item.Function::new)
                .forEach(items::add);
            world.functions.subList(functions, world.functions.size()).clear();
            List<String> fresh = world.notes.subList(notes, world.notes.size());
            fresh.forEach(note -> items.add(new WitWorld.Item.Note(note)));
            fresh.clear();
          }
        });
    return items;
  }

  private WitWorld.Item instance(String direction, String externName, InstanceType instance) {
    String key = WitOwners.scope(direction, externName);
    WitInterface.Name path =
        WitNames.parse(externName) instanceof ParsedName.Interface parsed
            ? WitNames.interfaceName(parsed)
            : null;
    WitScope known = scopes.get(key);
    WitScope scope = known == null ? new WitScope(key, path, owners, instance.exports()) : known;
    if (known != null) {
      known.add(instance.exports());
    }
    scopes.put(key, scope);
    if (path != null) {
      WitItems items =
          packages
              .computeIfAbsent(path.inPackage(), p -> new LinkedHashMap<>())
              .computeIfAbsent(path.name(), n -> new WitItems(scope));
      instance.exports().forEach(items::add);
      return new WitWorld.Item.Interface(path);
    }
    WitItems items = new WitItems(scope);
    instance.exports().forEach(items::add);
    return WitNames.parse(externName) instanceof ParsedName.Plain
        ? new WitWorld.Item.Inline(body(externName, items))
        : new WitWorld.Item.Note(
            direction + " instance " + externName + " (not expressible in WIT)");
  }

  private List<WitPackage> dependencies() {
    List<WitPackage> list = new ArrayList<>();
    packages.forEach(
        (packageName, interfaces) -> {
          List<WitInterface> bodies = new ArrayList<>();
          interfaces.forEach((name, items) -> bodies.add(body(name, items)));
          list.add(new WitPackage(packageName, bodies, List.of()));
        });
    return list;
  }

  private static WitInterface body(String name, WitItems items) {
    return new WitInterface(name, items.uses(), items.types(), items.functions, items.notes);
  }
}
