package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TopItem;
import dev.mortise.loader.wit.syntax.UsePath;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.name.Label;
import dev.mortise.runtime.name.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The interfaces and worlds of all packages, and what names mean in them. */
public final class PackageIndex {
  private final WitProblems problems;
  private final Function<String, @Nullable Gate> closed;
  private final Map<WitPackage.Name, Map<String, Declaration>> packages = new LinkedHashMap<>();
  private final Map<UsePath, WitPackage.Name> topUses = new IdentityHashMap<>();

  /**
   * No packages yet.
   *
   * @param closed the gate behind which something of a name was left out, or null
   */
  public PackageIndex(WitProblems problems, Function<String, @Nullable Gate> closed) {
    this.problems = problems;
    this.closed = closed;
  }

  /** Adds a package. */
  public void add(PackageSyntax syntax) {
    Map<String, Declaration> declared = new LinkedHashMap<>();
    Map<String, Identifier> names = new HashMap<>();
    packages.put(syntax.name(), declared);
    for (List<TopItem> file : syntax.files()) {
      Map<String, UsePath> uses = new LinkedHashMap<>();
      FileScope scope = new FileScope(syntax.name(), uses);
      Map<String, Identifier> inFile = new HashMap<>();
      for (TopItem item : file) {
        Identifier name = item.name();
        unique(inFile, name, "the file");
        WitInterface.Name id = new WitInterface.Name(syntax.name(), name.name());
        switch (item) {
          case TopItem.TopUse use -> {
            uses.putIfAbsent(name.name(), use.path());
            topUses.put(use.path(), syntax.name());
          }
          case TopItem.InterfaceItem of -> {
            unique(names, name, "package `" + syntax.name() + "`");
            declared.putIfAbsent(name.name(), new Declaration.OfInterface(id, of, scope));
          }
          case TopItem.WorldItem of -> {
            unique(names, name, "package `" + syntax.name() + "`");
            declared.putIfAbsent(name.name(), new Declaration.OfWorld(id, of, scope));
          }
        }
      }
    }
  }

  /** Looks up all top-level {@code use}s: those that nothing uses have to lead somewhere, too. */
  public void checkTopUses() {
    topUses.forEach(
        (path, in) -> {
          Declaration unused = find(path, new FileScope(in, Map.of()));
        });
  }

  private void unique(Map<String, Identifier> names, Identifier name, String where) {
    Identifier first = names.putIfAbsent(Label.canonical(name.name()), name);
    if (first != null) {
      duplicate(problems, name, first.span(), where);
    }
  }

  /** Reports that a name stands for something else already. */
  static void duplicate(WitProblems problems, Identifier name, Span first, String where) {
    problems.add(
        name.span(),
        WitProblems.at(WitRule.DUPLICATE_NAME, name.span(), "`" + name + "`")
            .because(where + " has this name already, at " + first));
  }

  /** All interfaces and worlds. */
  public List<Declaration> all() {
    return packages.values().stream().flatMap(p -> p.values().stream()).toList();
  }

  /** What a path means, or null when that was reported. */
  @Nullable Declaration find(UsePath path, FileScope scope) {
    if (path.inPackage() == null) {
      UsePath used = scope.uses().get(path.name().name());
      if (used != null) {
        return find(used, new FileScope(scope.inPackage(), Map.of()));
      }
    }
    WitPackage.Name in = path.inPackage() == null ? scope.inPackage() : path.inPackage();
    Map<String, Declaration> declared = packages.get(in);
    if (declared == null) {
      unknownPackage(path, in);
      return null;
    }
    Declaration found = declared.get(path.name().name());
    if (found == null) {
      List<String> known = new ArrayList<>(declared.keySet());
      known.addAll(scope.uses().keySet());
      Span span = path.name().span();
      problems.add(span, unknown(WitRule.UNKNOWN_NAME, path.name(), "package `" + in + "`", known));
    }
    return found;
  }

  /** That a scope has no such name: behind a gate, or perhaps misspelt. */
  Diagnostic unknown(WitRule rule, Identifier name, String where, List<String> known) {
    Gate gate = closed.apply(name.name());
    if (gate != null) {
      String hint = gate.unstable() == null ? null : "enable the feature `" + gate.unstable() + "`";
      return WitProblems.at(WitRule.GATED_OUT, name.span(), "`" + name + "`")
          .because("it is left out: " + gate)
          .withHint(hint);
    }
    String near = Nearest.of(name.name(), known);
    return WitProblems.at(rule, name.span(), "`" + name + "`")
        .because(where + " has nothing of this name")
        .withHint(near == null ? null : "did you mean `" + near + "`?");
  }

  /** The interface that a path means, or null when that was reported. */
  Declaration.@Nullable OfInterface findInterface(UsePath path, FileScope scope) {
    return switch (find(path, scope)) {
      case Declaration.OfInterface found -> found;
      case Declaration.OfWorld world -> {
        wrongKind(path, "an interface", "a world");
        yield null;
      }
      case null -> null;
    };
  }

  /** The world that a path means, or null when that was reported. */
  Declaration.@Nullable OfWorld findWorld(UsePath path, FileScope scope) {
    return switch (find(path, scope)) {
      case Declaration.OfWorld found -> found;
      case Declaration.OfInterface other -> {
        wrongKind(path, "a world", "an interface");
        yield null;
      }
      case null -> null;
    };
  }

  private void wrongKind(UsePath path, String expected, String found) {
    problems.add(
        path.span(),
        WitProblems.at(WitRule.WRONG_KIND, path.span(), "`" + path + "`")
            .expecting(expected, found));
  }

  private void unknownPackage(UsePath path, WitPackage.Name in) {
    List<String> known = packages.keySet().stream().map(WitPackage.Name::toString).toList();
    String otherVersion =
        packages.keySet().stream()
            .filter(name -> name.name().equals(in.name()))
            .map(WitPackage.Name::toString)
            .findFirst()
            .orElse(null);
    String near = otherVersion != null ? otherVersion : Nearest.of(in.toString(), known);
    problems.add(
        path.span(),
        WitProblems.at(WitRule.UNKNOWN_PACKAGE, path.span(), "package `" + in + "`")
            .because(
                otherVersion == null
                    ? "none of the packages at hand has this name"
                    : "the package at hand is `" + otherVersion + "`")
            .withHint(
                near == null
                    ? "put it into the folder `deps`, or into the text as `package "
                        + in
                        + " { … }`"
                    : "did you mean `" + near + "`?"));
  }
}
