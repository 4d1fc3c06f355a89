package dev.mortise.loader.wit;

import dev.mortise.loader.wit.WitOwners.Owner;
import dev.mortise.loader.wit.WitScope.Copy;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorts the named items of an interface or world into types, functions and what WIT has not. */
final class WitItems {
  final List<WitFunction> functions = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  /** Before the name of an item in a note: {@code import} or {@code export} in a world. */
  String direction = "";

  private final WitScope scope;
  private final WitTypeWriter writer;
  private final Map<String, @Nullable WitTypeDef> types = new LinkedHashMap<>();
  private final Map<String, List<WitFunction>> ofResources = new LinkedHashMap<>();

  WitItems(WitScope scope) {
    this.scope = scope;
    this.writer = new WitTypeWriter(scope);
  }

  /**
   * Adds one item. One of a name that is there already is the same one again, that of an interface
   * which is exported as well; where it is not, a note says so.
   */
  void add(String name, ExternType item) {
    switch (item) {
      case ExternType.Type defined -> type(name, defined.type());
      case FuncType func -> function(name, func);
      case InstanceType instance -> note("instance", name);
      case ComponentType component -> note("component", name);
      case ExternType.Module module -> note("core module", name);
      case ExternType.Value value ->
          notes.add(
              direction
                  + "value "
                  + name
                  + ": "
                  + WitTypes.describe(value.type())
                  + " (not expressible in WIT)");
    }
    defineCopies();
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
    notes.add(direction + kind + " " + name + " (not expressible in WIT)");
  }

  private void type(String name, DefType type) {
    Owner owner = scope.foreignOwner(name, type);
    if (types.containsKey(name)) {
      if (owner == null || scope.isHere(owner)) {
        compare(name, type, owner);
      }
    } else if (owner != null && !scope.isHere(owner) && scope.canUse(owner)) {
      scope.use(Objects.requireNonNull(owner.path()), owner.name(), name);
      types.put(name, null);
    } else {
      if (owner != null && !scope.isHere(owner)) {
        noteCopy(name, owner);
      }
      define(name, type, owner);
    }
  }

  /** Notes when the type that is exported under a name is not what is imported under it. */
  private void compare(String name, DefType type, @Nullable Owner owner) {
    WitTypeDef known = types.get(name);
    WitTypeDef again = definition(name, type, owner);
    if (known != null && !known.equals(again)) {
      notes.add("exported type " + name + " is another than the imported one");
    }
  }

  private void noteCopy(String name, @Nullable Owner owner) {
    notes.add(
        owner == null
            ? "type " + name + " has no name that WIT could use"
            : "type "
                + name
                + " is the type "
                + owner.name()
                + " "
                + owner.where()
                + ", which WIT cannot use here");
  }

  private void defineCopies() {
    for (Copy copy = scope.nextCopy(); copy != null; copy = scope.nextCopy()) {
      noteCopy(copy.name(), copy.owner());
      define(copy.name(), copy.type(), null);
    }
  }

  private void define(String name, DefType type, @Nullable Owner owner) {
    WitTypeDef definition = definition(name, type, owner);
    if (definition == null) {
      note("type of " + (type instanceof InstanceType ? "an " : "a ") + type.kind(), name);
    } else {
      types.put(name, definition);
    }
  }

  private @Nullable WitTypeDef definition(String name, DefType type, @Nullable Owner owner) {
    if (owner != null && scope.isHere(owner)) {
      return new WitTypeDef.Alias(name, new WitTypeRef.Named(owner.name()));
    }
    return switch (type) {
      case ResourceType resource -> new WitTypeDef.ResourceDef(name, List.of());
      case NamedType named -> writer.definition(name, named.structure());
      case StructuralType structure -> writer.definition(name, structure);
      case FuncType func -> null;
      case InstanceType instance -> null;
      case ComponentType component -> null;
    };
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
      addOnce(
          ofResources.computeIfAbsent(resource, key -> new ArrayList<>()), function, externName);
      if (!(types.get(resource) instanceof WitTypeDef.ResourceDef)) {
        notes.add(direction + "func " + externName + ": its resource is not defined here");
      }
    } else if (name instanceof ParsedName.Plain) {
      addOnce(functions, function, externName);
    } else {
      notes.add(
          direction
              + "func "
              + externName
              + ": "
              + WitTypes.describe(type)
              + " (not expressible in WIT)");
    }
  }

  private void addOnce(List<WitFunction> functions, WitFunction function, String externName) {
    for (WitFunction known : functions) {
      if (known.kind() == function.kind() && known.name().equals(function.name())) {
        if (!known.equals(function)) {
          notes.add("exported func " + externName + " is another than the imported one");
        }
        return;
      }
    }
    functions.add(function);
  }
}
