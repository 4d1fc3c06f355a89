package dev.mortise.loader.wit;

import dev.mortise.loader.wit.WitOwners.Owner;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What components can export and worlds cannot. In WIT an interface that is imported and exported
 * is one text with its own types on either side, and what an exported interface uses is exported if
 * the world exports it, and else imported (WIT.md, "Transitive imports and worlds").
 */
final class ExportLimits {
  private final ComponentType component;
  private final WitOwners owners;
  private final List<String> notes = new ArrayList<>();

  private ExportLimits(ComponentType component, WitOwners owners) {
    this.component = component;
    this.owners = owners;
  }

  /** Where the text means another component, in sentences. */
  static List<String> notes(ComponentType component, WitOwners owners) {
    ExportLimits limits = new ExportLimits(component, owners);
    component
        .exports()
        .forEach(
            (name, item) -> {
              if (item instanceof InstanceType exported) {
                if (component.imports().get(name) instanceof InstanceType imported
                    && WitOwners.isShared(name)) {
                  limits.lacking("import " + name, imported, exported);
                  limits.lacking("export " + name, exported, imported);
                }
                limits.types(name, exported);
              }
            });
    return limits.notes;
  }

  private void lacking(String what, InstanceType one, InstanceType other) {
    Set<String> lacking = new LinkedHashSet<>(other.exports().keySet());
    lacking.removeAll(one.exports().keySet());
    if (!lacking.isEmpty()) {
      notes.add(what + " is without " + String.join(", ", lacking));
    }
  }

  private void types(String externName, InstanceType exported) {
    exported
        .exports()
        .forEach(
            (name, item) -> {
              Owner owner =
                  item instanceof ExternType.Type(DefType type)
                      ? importedOwner(externName, type)
                      : null;
              if (owner != null) {
                notes.add(
                    "export "
                        + externName
                        + ": its type "
                        + name
                        + " is that of the imported "
                        + owner.path()
                        + ", which is exported as well");
              }
            });
  }

  /** The imported interface that a type comes from although the interface is exported, or null. */
  private @Nullable Owner importedOwner(String externName, DefType type) {
    for (DefType at = type; at != null; at = WitOwners.aliased(at)) {
      Owner owner = owners.find(at);
      if (owner != null && owner.path() != null) {
        if (owner.imported() && component.exports().get(owner.scope()) instanceof InstanceType) {
          return owner;
        }
        if (!owner.scope().equals(externName)) {
          return null;
        }
      }
    }
    return null;
  }

  /**
   * The exports of a world, with a note in the place of each that WIT refuses: it needs what the
   * world exports by way of what the world imports.
   */
  static List<WitWorld.Item> withoutImpossible(List<WitWorld.Item> exports, UseOrder order) {
    List<WitWorld.Item> kept = new ArrayList<>(exports);
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<WitInterface.Name> targets = new HashSet<>();
      for (WitWorld.Item item : kept) {
        if (item instanceof WitWorld.Item.Interface named) {
          targets.add(named.name());
        }
      }
      for (int i = 0; i < kept.size() && !changed; i++) {
        String name = nameOf(kept.get(i));
        WitInterface.Name both = name == null ? null : impossible(kept.get(i), targets, order);
        if (both != null) {
          String why = " by way of an interface that is imported (not expressible in WIT)";
          kept.set(i, new WitWorld.Item.Note("export " + name + " needs " + both + why));
          changed = true;
        }
      }
    }
    return kept;
  }

  private static @Nullable String nameOf(WitWorld.Item item) {
    return switch (item) {
      case WitWorld.Item.Interface named -> named.name().toString();
      case WitWorld.Item.Inline inline -> inline.body().name();
      case WitWorld.Item.Function other -> null;
      case WitWorld.Item.Note other -> null;
    };
  }

  private static WitInterface.@Nullable Name impossible(
      WitWorld.Item item, Set<WitInterface.Name> targets, UseOrder order) {
    Set<WitInterface.Name> exported = new LinkedHashSet<>();
    Set<WitInterface.Name> imported = new LinkedHashSet<>();
    List<WitInterface.Name> open = new ArrayList<>();
    if (item instanceof WitWorld.Item.Interface named) {
      open.add(named.name());
    } else if (item instanceof WitWorld.Item.Inline inline) {
      inline.body().uses().forEach(use -> open.add(use.from()));
    }
    while (!open.isEmpty()) {
      WitInterface.Name next = open.removeLast();
      if (!targets.contains(next)) {
        imported.addAll(order.needs(next));
      } else if (exported.add(next)) {
        open.addAll(order.usedBy(next));
      }
    }
    return imported.stream().filter(targets::contains).findFirst().orElse(null);
  }
}
