package dev.mortise.loader.wit;

import dev.mortise.loader.wit.WitOwners.Owner;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of types in one interface or world, and the uses that bring foreign ones in. */
final class WitScope {
  private final String scope;
  private final WitOwners owners;
  private final IdentityHashMap<DefType, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<WitInterface.Name, List<WitUse.Item>> uses = new LinkedHashMap<>();

  /** A scope in which the items' names are taken. */
  WitScope(String scope, WitOwners owners, Map<String, ExternType> items) {
    this.scope = scope;
    this.owners = owners;
    add(items);
  }

  /** Takes the names of more items: those of the same interface, exported as well. */
  void add(Map<String, ExternType> items) {
    items.forEach(
        (name, item) -> {
          taken.add(name);
          if (item instanceof ExternType.Type(DefType type)) {
            names.putIfAbsent(type, name);
          }
        });
    items.forEach(
        (name, item) -> {
          DefType type =
              item instanceof ExternType.Type(DefType named) ? WitOwners.aliased(named) : null;
          while (type != null) {
            names.putIfAbsent(type, name);
            type = WitOwners.aliased(type);
          }
        });
  }

  /** The local name of a named type or resource; null when it has none and can get none. */
  @Nullable String nameOf(DefType type) {
    String name = names.get(type);
    if (name != null) {
      return name;
    }
    Owner owner = owners.find(type);
    if (owner == null || owner.path() == null) {
      DefType inner = WitOwners.aliased(type);
      return inner == null ? null : nameOf(inner);
    }
    String local =
        taken.contains(owner.name()) ? owner.path().name() + "-" + owner.name() : owner.name();
    use(owner.path(), owner.name(), local);
    names.put(type, local);
    taken.add(local);
    return local;
  }

  /**
   * The definition elsewhere that the type exported as {@code name} here goes back to: null when it
   * is defined here.
   */
  @Nullable Owner foreignOwner(String name, DefType type) {
    Owner owner = owners.find(type);
    if (owner == null || !owner.scope().equals(scope) || !owner.name().equals(name)) {
      return owner;
    }
    DefType inner = WitOwners.aliased(type);
    return inner == null ? null : foreignOwner(name, inner);
  }

  /** Whether a definition is one of this scope. */
  boolean isHere(Owner owner) {
    return owner.scope().equals(scope);
  }

  /** Notes that a type of another interface is used here. */
  void use(WitInterface.Name from, String name, String as) {
    uses.computeIfAbsent(from, key -> new ArrayList<>()).add(new WitUse.Item(name, as));
  }

  /** All uses, by interface. */
  List<WitUse> uses() {
    List<WitUse> list = new ArrayList<>();
    uses.forEach((from, items) -> list.add(new WitUse(from, items)));
    return list;
  }

  /** The name of a resource, or its label when it has none here. */
  String resourceName(ResourceType resource) {
    String name = nameOf(resource);
    return name == null ? resource.toString() : name;
  }
}
