package dev.mortise.loader.wit;

import dev.mortise.loader.wit.WitOwners.Owner;
import dev.mortise.runtime.name.Label;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of types in one interface or world, and the uses that bring foreign ones in. */
final class WitScope {
  /**
   * A type that must be defined once more here, since WIT cannot use it from where it is defined.
   *
   * @param name its name here
   * @param owner where it is defined, or null when it has no name there
   */
  record Copy(String name, DefType type, @Nullable Owner owner) {}

  private final String scope;
  private final WitInterface.@Nullable Name path;
  private final WitOwners owners;
  private final IdentityHashMap<DefType, String> names = new IdentityHashMap<>();

  /** In lower case: names that differ in nothing else cannot stand together. */
  private final Set<String> taken = new HashSet<>();

  private final Map<WitInterface.Name, List<WitUse.Item>> uses = new LinkedHashMap<>();
  private final Deque<Copy> copies = new ArrayDeque<>();

  /**
   * A scope in which the items' names are taken.
   *
   * @param scope what {@link Owner} calls it
   * @param path the name of the interface, or null for a world and what stands inside of one
   */
  WitScope(
      String scope,
      WitInterface.@Nullable Name path,
      WitOwners owners,
      Map<String, ExternType> items) {
    this.scope = scope;
    this.path = path;
    this.owners = owners;
    add(items);
  }

  /** Takes the names of more items: those of the same interface, exported as well. */
  void add(Map<String, ExternType> items) {
    items.forEach(
        (name, item) -> {
          take(name);
          if (item instanceof ExternType.Type(DefType type)) {
            names.putIfAbsent(type, name);
          }
        });
    items.forEach(
        (name, item) -> {
          DefType type = item instanceof ExternType.Type(DefType named) ? named : null;
          while (type != null) {
            names.putIfAbsent(type, name);
            DefType unnamed = WitOwners.unnamed(type);
            if (unnamed != null) {
              names.putIfAbsent(unnamed, name);
            }
            type = WitOwners.aliased(type);
          }
        });
  }

  /** Takes a name, that of an import that is no type. */
  void take(String name) {
    taken.add(Label.canonical(name));
  }

  /** The local name of a named value type; null when nothing names this very object. */
  @Nullable String valueName(NamedType type) {
    return names.containsKey(type) || owners.find(type) != null ? nameOf(type) : null;
  }

  /** The local name of a type that WIT refers to by a name. */
  String nameOf(DefType type) {
    String name = names.get(type);
    if (name == null && type instanceof ResourceType resource) {
      name = names.get(resource.root());
    }
    if (name != null) {
      return name;
    }
    Owner owner = owners.find(type);
    DefType inner = owner == null ? null : WitOwners.aliased(type);
    if (owner != null && inner != null && !canUse(owner)) {
      return nameOf(inner); // the same type by the name that it had before
    }
    WitInterface.Name from = owner == null ? null : owner.path();
    String local;
    if (owner != null && from != null && canUse(owner)) {
      local = free(owner.name(), from.name());
      use(from, owner.name(), local);
    } else {
      String label = owner == null ? type.toString() : owner.name();
      local = free(Label.isLabel(label) ? label : "unnamed-" + type.kind(), "other");
      copies.add(new Copy(local, type, owner));
    }
    names.put(type, local);
    return local;
  }

  /** A name that is not taken, and now is. */
  private String free(String wanted, String prefix) {
    String name = wanted;
    while (!taken.add(Label.canonical(name))) {
      name = prefix + "-" + name;
    }
    return name;
  }

  /** The next type that must be defined here for what refers to it, or null. */
  @Nullable Copy nextCopy() {
    return copies.poll();
  }

  /**
   * Whether a type of another interface can be used here: a world uses what it imports, and
   * interfaces do not use each other.
   */
  boolean canUse(Owner owner) {
    WitInterface.Name from = owner.path();
    if (from == null) {
      return false;
    }
    return path == null
        ? owner.imported() || !scope.equals(WitOwners.WORLD)
        : owners.order().admit(path, from);
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
}
