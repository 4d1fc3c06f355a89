package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.build.Declaration;
import dev.mortise.loader.wit.build.InterfaceBuilder;
import dev.mortise.loader.wit.build.Interfaces;
import dev.mortise.loader.wit.build.Order;
import dev.mortise.loader.wit.build.PackageIndex;
import dev.mortise.loader.wit.build.PackageSyntax;
import dev.mortise.loader.wit.build.TypeMeasure;
import dev.mortise.loader.wit.build.WorldBuilder;
import dev.mortise.loader.wit.build.WorldEntries;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.runtime.type.InstanceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Resolves packages: names first, then interfaces in the order of their needs, then what worlds
 * hold, then worlds, each step for all packages so that independent findings come together.
 */
final class Resolution {
  private final WitProblems problems;
  private final PackageIndex index;
  private final TypeMeasure measure = new TypeMeasure();
  private final Interfaces interfaces;
  private final DocsCollector docs = new DocsCollector();
  private final Map<WitInterface.Name, InstanceType> instances = new LinkedHashMap<>();
  private final Map<Declaration.OfWorld, WorldEntries> entries = new LinkedHashMap<>();

  private Resolution(GateFilter gates, WitProblems problems) {
    this.problems = problems;
    this.index = new PackageIndex(problems, gates::closed);
    this.interfaces = new Interfaces(new InterfaceBuilder(index, measure, problems));
  }

  /**
   * Resolves packages.
   *
   * @param main the main one
   * @param packages all of them, without what the gates leave out
   * @param problems what was found before, to which all is added
   */
  static WitPackages resolve(
      WitPackage.Name main,
      Map<WitPackage.Name, PackageSyntax> packages,
      GateFilter gates,
      WitProblems problems) {
    return new Resolution(gates, problems).run(main, packages);
  }

  private WitPackages run(WitPackage.Name main, Map<WitPackage.Name, PackageSyntax> packages) {
    for (PackageSyntax syntax : packages.values()) {
      docs.add(syntax);
      index.add(syntax);
    }
    index.checkTopUses();
    List<Declaration> all = index.all();
    List<Declaration.OfInterface> ofInterfaces =
        all.stream()
            .filter(Declaration.OfInterface.class::isInstance)
            .map(Declaration.OfInterface.class::cast)
            .toList();
    for (Declaration.OfInterface of :
        Order.of(ofInterfaces, interfaces::needs, cycle -> cycle("interface", cycle))) {
      instances.put(of.id(), interfaces.build(of, instances::get));
      docs.add(of);
    }
    List<Declaration.OfWorld> ofWorlds =
        all.stream()
            .filter(Declaration.OfWorld.class::isInstance)
            .map(Declaration.OfWorld.class::cast)
            .toList();
    for (Declaration.OfWorld world :
        Order.of(ofWorlds, w -> WorldEntries.includes(w, index), cycle -> cycle("world", cycle))) {
      WorldEntries of = WorldEntries.of(world, index, entries, problems);
      interfaces.spend(of.imports().size() + of.exports().size());
      entries.put(world, of);
      docs.add(world, of);
    }
    problems.check();
    return result(main, packages, ofInterfaces, ofWorlds);
  }

  private WitPackages result(
      WitPackage.Name main,
      Map<WitPackage.Name, PackageSyntax> packages,
      List<Declaration.OfInterface> ofInterfaces,
      List<Declaration.OfWorld> ofWorlds) {
    Docs said = docs.build();
    Map<WitInterface.Name, ResolvedWorld> worlds = new LinkedHashMap<>();
    for (Declaration.OfWorld world : ofWorlds) {
      WorldEntries of = entries.get(world);
      if (of != null) {
        WorldBuilder builder = new WorldBuilder(world, of, index, interfaces, measure, problems);
        worlds.put(world.id(), new ResolvedWorld(world.id(), builder.build(), said));
      }
    }
    problems.check();
    Map<WitInterface.Name, ResolvedInterface> resolved = new LinkedHashMap<>();
    for (Declaration.OfInterface of : ofInterfaces) {
      InstanceType instance = instances.get(of.id());
      if (instance != null) {
        resolved.put(of.id(), new ResolvedInterface(of.id(), instance, said));
      }
    }
    return new WitPackages(main, List.copyOf(packages.keySet()), resolved, worlds, said);
  }

  private void cycle(String kind, List<? extends Declaration> cycle) {
    Identifier first = cycle.getFirst().name();
    String way = cycle.stream().map(of -> "`" + of.id() + "`").collect(Collectors.joining(" → "));
    problems.add(
        first.span(),
        WitProblems.at(WitRule.CYCLE, first.span(), kind + " `" + first + "`")
            .because(
                "it needs itself: "
                    + way
                    + " → `"
                    + cycle.getFirst().id()
                    + "`; "
                    + kind
                    + "s are not recursive"));
  }
}
