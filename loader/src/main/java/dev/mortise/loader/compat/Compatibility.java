package dev.mortise.loader.compat;

import dev.mortise.loader.compat.Change.Kind;
import dev.mortise.loader.validate.TypeMatcher;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares two versions of a component: the entry of this package.
 *
 * <p>A host supplies the imports and uses the exports. So an import that is new breaks it and one
 * that is gone does not, and it is the other way round with exports; inside of interfaces too.
 * Functions are compared by their signatures, and types that bindings give a class of its own
 * (record, variant, enum, flags) by name and then part by part, each once, where they are declared.
 */
public final class Compatibility {
  private final ComponentType before;
  private final ComponentType after;
  private final List<Change> changes = new ArrayList<>();
  private final TypeComparison types = new TypeComparison(changes);

  private Compatibility(ComponentType before, ComponentType after) {
    this.before = before;
    this.after = after;
  }

  /** What differs, in the order of the old version; what is new comes last on its level. */
  public static List<Change> compare(ComponentType before, ComponentType after) {
    Compatibility comparison = new Compatibility(before, after);
    comparison.items(Direction.IMPORT, List.of(), before.imports(), after.imports());
    comparison.items(Direction.EXPORT, List.of(), before.exports(), after.exports());
    return List.copyOf(comparison.changes);
  }

  /** Whether the host supplies something or uses it. */
  private enum Direction {
    IMPORT(Kind.NEW_IMPORT, Kind.REMOVED_IMPORT),
    EXPORT(Kind.NEW_EXPORT, Kind.REMOVED_EXPORT);

    private final Kind added;
    private final Kind removed;

    Direction(Kind added, Kind removed) {
      this.added = added;
      this.removed = removed;
    }

    /** The first step of a path. */
    String step(String name) {
      return (this == IMPORT ? "import " : "export ") + name;
    }
  }

  private void items(
      Direction direction,
      List<String> path,
      Map<String, ExternType> old,
      Map<String, ExternType> now) {
    Map<String, String> matches = VersionTracks.match(old.keySet(), now.keySet());
    // Types come first: what a function says of them is then known.
    for (boolean ofTypes : new boolean[] {true, false}) {
      old.forEach(
          (name, type) -> {
            if (type instanceof ExternType.Type == ofTypes) {
              String match = matches.get(name);
              List<String> place = place(direction, path, name, type);
              if (match == null) {
                changes.add(new Change(direction.removed, place, WitWords.of(type), null));
              } else {
                versions(place, name, match);
                item(direction, place, name, type, present(now, match));
              }
            }
          });
    }
    now.forEach(
        (name, type) -> {
          if (!matches.containsValue(name)) {
            Kind kind = suppliedByNobody(type) ? Kind.NEW_TYPE : direction.added;
            changes.add(
                new Change(kind, place(direction, path, name, type), null, WitWords.of(type)));
          }
        });
  }

  private static <T> T present(Map<String, T> items, String name) {
    T item = items.get(name);
    if (item == null) {
      throw new AssertionError(name + " was matched");
    }
    return item;
  }

  private static List<String> place(
      Direction direction, List<String> path, String name, ExternType type) {
    return path.isEmpty()
        ? List.of(direction.step(name))
        : below(path, WitWords.member(name, type));
  }

  static List<String> below(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private void versions(List<String> place, String name, String match) {
    if (!name.equals(match)) {
      changes.add(new Change(Kind.CHANGED_VERSION, place, name, match));
    }
  }

  private void item(
      Direction direction, List<String> place, String name, ExternType old, ExternType now) {
    if (old instanceof FuncType func && now instanceof FuncType changed) {
      types.signature(place, func, changed);
    } else if (old instanceof InstanceType instance && now instanceof InstanceType changed) {
      items(direction, place, instance.exports(), changed.exports());
    } else if (old instanceof ExternType.Type type && now instanceof ExternType.Type changed) {
      type(place, type.type(), changed.type());
    } else if (!old.kind().equals(now.kind()) || !fits(direction, name, old, now)) {
      changes.add(new Change(Kind.CHANGED_SIGNATURE, place, WitWords.of(old), WitWords.of(now)));
    }
  }

  private void type(List<String> place, DefType old, DefType now) {
    if (old instanceof NamedType named && now instanceof NamedType changed) {
      types.declaration(place, named, changed);
    } else if (!old.kind().equals(now.kind())) {
      changes.add(new Change(Kind.CHANGED_TYPE, place, old.kind(), now.kind()));
    }
  }

  /** Whether a core module, component or value may take the place of the old one. */
  private boolean fits(Direction direction, String name, ExternType old, ExternType now) {
    return direction == Direction.IMPORT
        ? TypeMatcher.mismatch(name, old, now, after.importedResources()) == null
        : TypeMatcher.mismatch(name, now, old, before.freshResources()) == null;
  }

  /** A type of values, which comes with the text: neither side has to bring it along. */
  private static boolean suppliedByNobody(ExternType type) {
    return type instanceof ExternType.Type named
        && !(named.type() instanceof ResourceType resource && resource.aliased() == null);
  }
}
