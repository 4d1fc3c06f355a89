package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.UseTypes;
import dev.mortise.loader.wit.syntax.WorldMember;
import dev.mortise.loader.wit.syntax.WorldMember.Direction;
import dev.mortise.loader.wit.syntax.WorldMember.ExternItem;
import dev.mortise.runtime.name.Nearest;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a world imports and exports by itself and by inclusion, by extern name (WIT.md, "Union of
 * Worlds with include"); not yet what its interfaces need.
 */
public final class WorldEntries {
  private final String where;
  private final WitProblems problems;
  private final NameSet importNames;
  private final NameSet exportNames;
  private final Map<String, WorldEntry> imports = new LinkedHashMap<>();
  private final Map<String, WorldEntry> exports = new LinkedHashMap<>();
  private final Set<WorldEntry> included = Collections.newSetFromMap(new IdentityHashMap<>());

  private WorldEntries(String where, WitProblems problems) {
    this.where = where;
    this.problems = problems;
    this.importNames = new NameSet(where, problems);
    this.exportNames = new NameSet(where, problems);
  }

  /** The imports, with the types of the world. */
  public Map<String, WorldEntry> imports() {
    return imports;
  }

  /** The exports. */
  public Map<String, WorldEntry> exports() {
    return exports;
  }

  /** Whether one of the entries stands in a world that this one includes. */
  public boolean isIncluded(WorldEntry entry) {
    return included.contains(entry);
  }

  /** The worlds that a world includes. */
  public static List<Declaration.OfWorld> includes(Declaration.OfWorld world, PackageIndex index) {
    return world.syntax().members().stream()
        .filter(WorldMember.Include.class::isInstance)
        .map(member -> index.findWorld(((WorldMember.Include) member).path(), world.scope()))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The entries of a world.
   *
   * @param known those of the worlds that it includes
   */
  public static WorldEntries of(
      Declaration.OfWorld world,
      PackageIndex index,
      Map<Declaration.OfWorld, WorldEntries> known,
      WitProblems problems) {
    WorldEntries entries = new WorldEntries("world `" + world.id() + "`", problems);
    WorldEntry.View view = new WorldEntry.View();
    for (WorldMember member : world.syntax().members()) {
      switch (member) {
        case WorldMember.Extern extern -> entries.extern(extern, world.scope(), view, index);
        case UseTypes use -> entries.use(use, world.scope(), view, index);
        case TypeItem item -> entries.type(item, view);
        case WorldMember.Include include -> {}
      }
    }
    for (WorldMember member : world.syntax().members()) {
      if (member instanceof WorldMember.Include include) {
        Declaration.OfWorld other = index.findWorld(include.path(), world.scope());
        WorldEntries included = other == null ? null : known.get(other);
        if (included != null) {
          entries.include(include, included);
        }
      }
    }
    return entries;
  }

  private void extern(
      WorldMember.Extern extern, FileScope scope, WorldEntry.View view, PackageIndex index) {
    var attributes = extern.attributes();
    boolean imported = extern.direction() == Direction.IMPORT;
    switch (extern.item()) {
      case ExternItem.Path item -> {
        Declaration.OfInterface target = index.findInterface(item.path(), scope);
        if (target != null) {
          String name = target.id().toString();
          add(imported, name, new WorldEntry.Interface(attributes, item.path().name(), target));
        }
      }
      case ExternItem.NamedPath item -> {
        Declaration.OfInterface target = index.findInterface(item.path(), scope);
        if (target != null) {
          Identifier name = item.name();
          add(imported, name.name(), new WorldEntry.Named(attributes, name, target));
        }
      }
      case ExternItem.Inline item ->
          add(
              imported,
              item.name().name(),
              new WorldEntry.Inline(attributes, item.name(), item.members(), scope));
      case ExternItem.Func item ->
          add(
              imported,
              item.name().name(),
              new WorldEntry.Func(attributes, item.name(), item.func(), view));
    }
  }

  private void use(UseTypes use, FileScope scope, WorldEntry.View view, PackageIndex index) {
    Declaration.OfInterface target = index.findInterface(use.path(), scope);
    if (target != null) {
      for (UseTypes.Used used : use.types()) {
        add(true, used.as().name(), new WorldEntry.Used(use.attributes(), used, target, view));
      }
    }
  }

  private void type(TypeItem item, WorldEntry.View view) {
    add(true, item.name().name(), new WorldEntry.Type(item, view));
  }

  private void add(boolean imported, String name, WorldEntry entry) {
    add(imported, name, entry, entry.name().span());
  }

  /** Adds an entry with the names that it takes. */
  private void add(boolean imported, String name, WorldEntry entry, Span span) {
    NameSet names = imported ? importNames : exportNames;
    boolean fresh = names.add(name, span);
    if (entry instanceof WorldEntry.Type type
        && type.item() instanceof TypeItem.ResourceItem resource) {
      for (ResourceFunc function : resource.functions()) {
        boolean unused = names.add(FuncBuilder.externName(name, function), function.name().span());
      }
    }
    if (fresh) {
      (imported ? imports : exports).put(name, entry);
    }
  }

  private void include(WorldMember.Include include, WorldEntries other) {
    Map<String, String> renamed = new LinkedHashMap<>();
    Set<String> names = new HashSet<>(other.imports.keySet());
    names.addAll(other.exports.keySet());
    for (WorldMember.Include.Renaming renaming : include.renamings()) {
      if (checkRenaming(renaming.name(), other, names)) {
        renamed.put(renaming.name().name(), renaming.as().name());
      }
    }
    Map<WorldEntry.View, WorldEntry.View> views = new IdentityHashMap<>();
    other.imports.forEach((name, entry) -> merge(true, name, entry, include, renamed, views));
    other.exports.forEach((name, entry) -> merge(false, name, entry, include, renamed, views));
  }

  private boolean checkRenaming(Identifier name, WorldEntries included, Set<String> names) {
    boolean known = names.contains(name.name());
    if (!known) {
      boolean isInterface =
          Stream.concat(included.imports.values().stream(), included.exports.values().stream())
              .anyMatch(
                  e ->
                      e instanceof WorldEntry.Interface i
                          && i.target().id().name().equals(name.name()));
      String near = Nearest.of(name.name(), names);
      problems.add(
          name.span(),
          WitProblems.at(WitRule.INCLUDE_WITH, name.span(), "include … with `" + name + "`")
              .because(
                  isInterface
                      ? "it is the name of an interface, and only plain names are renamed"
                      : included.where + " has no import or export of this name")
              .withHint(isInterface || near == null ? null : "did you mean `" + near + "`?"));
    }
    return known;
  }

  private void merge(
      boolean imported,
      String name,
      WorldEntry entry,
      WorldMember.Include include,
      Map<String, String> renamed,
      Map<WorldEntry.View, WorldEntry.View> views) {
    if (entry instanceof WorldEntry.Interface) {
      Map<String, WorldEntry> own = imported ? imports : exports;
      if (!own.containsKey(name)) {
        add(imported, name, entry);
        included.add(entry);
      }
      return;
    }
    String as = renamed.getOrDefault(name, name);
    WorldEntry.View view = viewOf(entry);
    WorldEntry moved =
        view == null ? entry : entry.in(views.computeIfAbsent(view, key -> new WorldEntry.View()));
    included.add(moved);
    add(imported, as, moved, include.path().span());
  }

  private static WorldEntry.@Nullable View viewOf(WorldEntry entry) {
    return switch (entry) {
      case WorldEntry.Func func -> func.view();
      case WorldEntry.Used used -> used.view();
      case WorldEntry.Type type -> type.view();
      case WorldEntry.Interface other -> null;
      case WorldEntry.Named other -> null;
      case WorldEntry.Inline other -> null;
    };
  }
}
