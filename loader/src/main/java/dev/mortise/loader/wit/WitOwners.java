package dev.mortise.loader.wit;

import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
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
   */
  record Owner(String scope, WitInterface.@Nullable Name path, String name) {}

  private final IdentityHashMap<DefType, Owner> owners = new IdentityHashMap<>();

  WitOwners(ComponentType component) {
    addAll("import", component.imports());
    addAll("export", component.exports());
  }

  /** The scope of the instance with this extern name, imported or exported. */
  static String scope(String direction, String externName) {
    return WitNames.parse(externName) instanceof ParsedName.Interface
        ? externName
        : direction + " " + externName;
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

  private void addAll(String direction, Map<String, ExternType> items) {
    items.forEach(
        (externName, item) -> {
          if (item instanceof InstanceType instance) {
            WitInterface.Name path =
                WitNames.parse(externName) instanceof ParsedName.Interface parsed
                    ? WitNames.interfaceName(parsed)
                    : null;
            String scope = scope(direction, externName);
            instance.exports().forEach((name, type) -> add(type, new Owner(scope, path, name)));
          } else {
            add(item, new Owner(WORLD, null, externName));
          }
        });
  }

  private void add(ExternType item, Owner owner) {
    if (item instanceof ExternType.Type(DefType type)
        && (type instanceof NamedType || type instanceof ResourceType)) {
      owners.putIfAbsent(type, owner);
    }
  }
}
