package dev.mortise.loader.wit;

import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which interface defines a type: the first one, imports before exports, in which the type's very
 * object is exported. Wherever else the object appears, it is used.
 */
final class WitOwners {
  /** The owner of what the world itself imports or exports. */
  static final String WORLD = "";

  /**
   * The place of a definition.
   *
   * @param scope the extern name of the interface, {@link #WORLD}, or a name that is no extern name
   *     for an inline interface
   * @param path the interface's name, or null when others cannot name it
   * @param name the name of the type there
   * @param imported whether it is imported; else it is exported
   * @param ordinal how many definitions came before
   */
  record Owner(
      String scope, WitInterface.@Nullable Name path, String name, boolean imported, int ordinal) {

    /** The place in words, such as {@code of the world}. */
    String where() {
      return path != null
          ? "of " + path
          : scope.equals(WORLD) ? "of the world" : "of an interface without a name (" + scope + ")";
    }
  }

  private final IdentityHashMap<DefType, Owner> owners = new IdentityHashMap<>();
  private final UseOrder order = new UseOrder();

  WitOwners(ComponentType component) {
    addAll("import", component.imports());
    addAll("export", component.exports());
    addUnnamed();
  }

  /** The scope of the instance with this extern name, imported or exported. */
  static String scope(String direction, String externName) {
    return isShared(externName) ? externName : direction + " " + externName;
  }

  /** Whether an import and an export of this name are one interface. */
  static boolean isShared(String externName) {
    return WitNames.parse(externName) instanceof ParsedName.Interface;
  }

  /** Which interfaces use types of which. */
  UseOrder order() {
    return order;
  }

  /**
   * The definition that stands behind a type, which may have been given names on the way: the type
   * itself or the first one inside that is owned; null when none is.
   */
  @Nullable Owner find(DefType type) {
    DefType current = type;
    while (true) {
      Owner owner = owners.get(current);
      DefType inner = aliased(current);
      if (owner != null || inner == null) {
        return owner;
      }
      current = inner;
    }
  }

  /** The named type or resource that this one names anew, or null. */
  static @Nullable DefType aliased(DefType type) {
    if (type instanceof NamedType named) {
      return named.type() instanceof NamedType inner ? inner : null;
    }
    return type instanceof ResourceType resource ? resource.aliased() : null;
  }

  /**
   * The object behind a name by which a function may speak of the type without it: a record and
   * what else WIT defines by a name, and the resource that was given one; null for other types.
   */
  static @Nullable DefType unnamed(DefType type) {
    return switch (type) {
      case NamedType named when isDefinition(named.type()) -> (DefType) named.type();
      case ResourceType resource -> resource.root();
      default -> null;
    };
  }

  private static boolean isDefinition(ValType type) {
    return type instanceof RecordType
        || type instanceof VariantType
        || type instanceof EnumType
        || type instanceof FlagsType;
  }

  private void addAll(String direction, Map<String, ExternType> items) {
    items.forEach(
        (externName, item) -> {
          if (item instanceof InstanceType instance) {
            WitInterface.Name path =
                WitNames.parse(externName) instanceof ParsedName.Interface parsed
                    ? WitNames.interfaceName(parsed)
                    : null;
            String scope = scope(direction, externName);
            instance
                .exports()
                .forEach(
                    (name, type) ->
                        add(
                            type,
                            new Owner(
                                scope, path, name, direction.equals("import"), owners.size())));
          } else {
            add(
                item,
                new Owner(WORLD, null, externName, direction.equals("import"), owners.size()));
          }
        });
  }

  private void add(ExternType item, Owner owner) {
    if (item instanceof ExternType.Type(DefType type)
        && (type instanceof NamedType || type instanceof ResourceType)) {
      owners.putIfAbsent(type, owner);
    }
  }

  /** Adds the objects behind names, where nothing else names them, for the first of the names. */
  private void addUnnamed() {
    IdentityHashMap<DefType, Owner> found = new IdentityHashMap<>();
    owners.forEach(
        (type, owner) -> {
          DefType unnamed = unnamed(type);
          if (unnamed != null) {
            found.merge(unnamed, owner, (a, b) -> a.ordinal() < b.ordinal() ? a : b);
          }
        });
    found.forEach(owners::putIfAbsent);
  }
}
