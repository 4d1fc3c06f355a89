package dev.mortise.loader.wit;

import dev.mortise.loader.wit.WitOwners.Owner;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.WitTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the named items of an interface or world into types, functions and what WIT has not. */
final class WitItems {
  final List<WitFunction> functions = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  private final WitScope scope;
  private final WitTypeWriter writer;
  private final Map<String, @Nullable WitTypeDef> types = new LinkedHashMap<>();
  private final Map<String, List<WitFunction>> ofResources = new LinkedHashMap<>();

  WitItems(WitScope scope) {
    this.scope = scope;
    this.writer = new WitTypeWriter(scope);
  }

  /** Adds one item; an item of a name that is there already is the same one again. */
  void add(String name, ExternType item) {
    switch (item) {
      case ExternType.Type defined -> {
        if (!types.containsKey(name) && !ofResources.containsKey(name)) {
          type(name, defined.type());
        }
      }
      case FuncType func -> function(name, func);
      case InstanceType instance -> note("instance", name);
      case ComponentType component -> note("component", name);
      case ExternType.Module module -> note("core module", name);
      case ExternType.Value value ->
          notes.add(
              "value "
                  + name
                  + ": "
                  + WitTypes.describe(value.type())
                  + " (not expressible in WIT)");
    }
  }

  /** The definitions in order, each resource with its functions. */
  List<WitTypeDef> types() {
    List<WitTypeDef> list = new ArrayList<>();
    types.forEach(
        (name, type) -> {
          if (type instanceof WitTypeDef.ResourceDef) {
            list.add(new WitTypeDef.ResourceDef(name, ofResources.getOrDefault(name, List.of())));
          } else if (type != null) {
            list.add(type);
          }
        });
    return list;
  }

  List<WitUse> uses() {
    return scope.uses();
  }

  private void note(String kind, String name) {
    notes.add(kind + " " + name + " (not expressible in WIT)");
  }

  private void type(String name, DefType type) {
    Owner owner = scope.foreignOwner(name, type);
    if (owner == null) {
      define(name, type);
    } else if (scope.isHere(owner)) {
      types.put(name, new WitTypeDef.Alias(name, new WitTypeRef.Named(owner.name())));
    } else if (owner.path() != null) {
      scope.use(owner.path(), owner.name(), name);
      types.put(name, null);
    } else {
      notes.add(
          "type "
              + name
              + " is the type "
              + owner.name()
              + (owner.scope().equals(WitOwners.WORLD)
                  ? " of the world"
                  : " of an interface without a name (" + owner.scope() + ")")
              + ", which WIT cannot use here");
      define(name, type);
    }
  }

  private void define(String name, DefType type) {
    switch (type) {
      case ResourceType resource -> types.put(name, new WitTypeDef.ResourceDef(name, List.of()));
      case NamedType named -> types.put(name, writer.definition(name, named.structure()));
      case StructuralType structure -> types.put(name, writer.definition(name, structure));
      case FuncType func -> note("type of a func", name);
      case InstanceType instance -> note("type of an instance", name);
      case ComponentType component -> note("type of a component", name);
    }
  }

  private void function(String externName, FuncType type) {
    ParsedName name = WitNames.parse(externName);
    String resource =
        switch (name) {
          case ParsedName.Constructor constructor -> constructor.resource();
          case ParsedName.Member member -> member.resource();
          case ParsedName.Plain plain -> null;
          case ParsedName.Interface odd -> null;
          case ParsedName.Located odd -> null;
        };
    WitFunction function = writer.function(name, type);
    if (resource != null) {
      addOnce(ofResources.computeIfAbsent(resource, key -> new ArrayList<>()), function);
      if (!(types.get(resource) instanceof WitTypeDef.ResourceDef)) {
        notes.add("func " + externName + ": its resource is not defined here");
      }
    } else if (name instanceof ParsedName.Plain) {
      addOnce(functions, function);
    } else {
      notes.add(
          "func " + externName + ": " + WitTypes.describe(type) + " (not expressible in WIT)");
    }
  }

  private static void addOnce(List<WitFunction> functions, WitFunction function) {
    if (functions.stream()
        .noneMatch(f -> f.kind() == function.kind() && f.name().equals(function.name()))) {
      functions.add(function);
    }
  }
}
