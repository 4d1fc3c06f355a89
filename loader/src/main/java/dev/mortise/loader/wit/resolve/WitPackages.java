package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitDocument;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.WitPrinter;
import dev.mortise.loader.wit.WitUse;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.build.Order;
import dev.mortise.loader.wit.build.PackageSyntax;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.parse.WitParser;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.InstanceType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * WIT packages with all names resolved: one main package, and those that it uses. Immutable.
 *
 * <p>A world is what a component of it would be when decoded: a {@code ComponentType} that imports
 * all that its interfaces need, whose used types are those of the interfaces themselves.
 */
public final class WitPackages {
  private final WitPackage.Name main;
  private final List<WitPackage.Name> names;
  private final Map<WitInterface.Name, ResolvedInterface> interfaces;
  private final Map<WitInterface.Name, ResolvedWorld> worlds;
  private final Docs docs;

  WitPackages(
      WitPackage.Name main,
      List<WitPackage.Name> names,
      Map<WitInterface.Name, ResolvedInterface> interfaces,
      Map<WitInterface.Name, ResolvedWorld> worlds,
      Docs docs) {
    this.main = main;
    this.names = List.copyOf(names);
    this.interfaces = Collections.unmodifiableMap(new LinkedHashMap<>(interfaces));
    this.worlds = Collections.unmodifiableMap(new LinkedHashMap<>(worlds));
    this.docs = docs;
  }

  /**
   * Loads a package from a file, which holds all that it needs, or from a folder: all its {@code
   * *.wit} are one package, and its folder {@code deps} holds others, as files or folders.
   *
   * @throws IOException when a file cannot be read
   * @throws WitException with all independent findings
   */
  public static WitPackages load(Path fileOrFolder, WitOptions options) throws IOException {
    return load(List.of(fileOrFolder), options);
  }

  /**
   * Loads packages from several files and folders; the last one is the main package, and each may
   * use those of all others.
   */
  public static WitPackages load(List<Path> filesAndFolders, WitOptions options)
      throws IOException {
    if (filesAndFolders.isEmpty()) {
      throw new IllegalArgumentException("no file or folder is given");
    }
    WitProblems problems = new WitProblems();
    WitFiles files = new WitFiles(problems);
    List<WitFiles.Group> groups = new ArrayList<>();
    for (Path path : filesAndFolders) {
      groups.addAll(files.read(path));
    }
    problems.check();
    return resolve(groups, options, problems);
  }

  /**
   * Resolves one text, which holds all that it needs.
   *
   * @param name the name by which findings call the text
   */
  public static WitPackages of(String name, String text, WitOptions options) {
    return resolve(
        List.of(new WitFiles.Group(name, List.of(WitParser.parse(name, text)))),
        options,
        new WitProblems());
  }

  /**
   * Whether a component is an encoded package: all that it exports are interfaces and worlds as
   * types (WIT.md, "Package Format").
   */
  public static boolean isEncoded(ComponentType component) {
    return EncodedPackage.is(component);
  }

  /**
   * Reads an encoded package.
   *
   * @param packageDocs the content of its custom section {@code package-docs}, or null
   * @throws WitException when it is none, or its documentation cannot be read
   */
  public static WitPackages ofEncoded(ComponentType component, byte @Nullable [] packageDocs) {
    return EncodedPackage.read(component, packageDocs);
  }

  private static WitPackages resolve(
      List<WitFiles.Group> groups, WitOptions options, WitProblems problems) {
    PackageAssembler assembler = new PackageAssembler(problems);
    WitPackage.Name main = null;
    for (WitFiles.Group group : groups) {
      main = assembler.add(group.place(), group.files());
    }
    problems.check();
    if (main == null) {
      throw new AssertionError("a group without a name was reported");
    }
    Map<WitPackage.Name, PackageSyntax> open = new LinkedHashMap<>();
    GateFilter gates = new GateFilter(options, problems);
    assembler.packages().forEach((name, syntax) -> open.put(name, gates.filter(syntax)));
    return Resolution.resolve(main, open, gates, problems);
  }

  /** All packages as WIT text of one form, with nothing left to resolve, and what is said of it. */
  public String wit() {
    return WitPrinter.print(document(), docs);
  }

  /** All packages as WIT without documentation and gates. */
  public WitDocument document() {
    Map<WitInterface.Name, InstanceType> instances = new LinkedHashMap<>();
    interfaces.forEach((name, resolved) -> instances.put(name, resolved.type()));
    Map<WitInterface.Name, ComponentType> components = new LinkedHashMap<>();
    worlds.forEach((name, resolved) -> components.put(name, resolved.type()));
    return WitView.ofPackages(main, names, instances, components);
  }

  /** The name of the main package. */
  public WitPackage.Name main() {
    return main;
  }

  /** The names of all packages. */
  public List<WitPackage.Name> packages() {
    return names;
  }

  /** All interfaces, as the packages list them. */
  public Collection<ResolvedInterface> interfaces() {
    return interfaces.values();
  }

  /**
   * All interfaces, each after those whose types it uses: in this order a type is met first where
   * it is defined.
   */
  public List<ResolvedInterface> interfacesInUseOrder() {
    Map<WitInterface.Name, List<WitInterface.Name>> uses = new HashMap<>();
    WitDocument document = document();
    List<WitPackage> all = new ArrayList<>(document.dependencies());
    all.add(document.main());
    for (WitPackage of : all) {
      for (WitInterface body : of.interfaces()) {
        uses.put(
            new WitInterface.Name(of.name(), body.name()),
            body.uses().stream().map(WitUse::from).toList());
      }
    }
    List<ResolvedInterface> order = new ArrayList<>();
    Order.of(
            interfaces.keySet(),
            name -> uses.getOrDefault(name, List.of()),
            cycle -> {}) // none left
        .forEach(
            name -> {
              ResolvedInterface found = interfaces.get(name);
              if (found != null) {
                order.add(found);
              }
            });
    return order;
  }

  /** All worlds, as the packages list them. */
  public Collection<ResolvedWorld> worlds() {
    return worlds.values();
  }

  /** What is said of packages, interfaces, worlds and their items. */
  public Docs docs() {
    return docs;
  }

  /**
   * A world.
   *
   * @param name the name of one in the main package, or a full name such as {@code
   *     wasi:cli/command@0.2.0}, whose version can be left out where one package has the name; null
   *     for the only one of the main package (WIT.md, "Specifying a World")
   * @throws WitException when there is none, or more than one
   */
  public ResolvedWorld world(@Nullable String name) {
    return select("world", name, worlds);
  }

  /**
   * An interface.
   *
   * @param name as for {@link #world}
   * @throws WitException when there is none, or more than one
   */
  public ResolvedInterface interfaceNamed(@Nullable String name) {
    return select("interface", name, interfaces);
  }

  private <T> T select(String kind, @Nullable String wanted, Map<WitInterface.Name, T> items) {
    Function<WitInterface.Name, Boolean> fits =
        wanted == null
            ? name -> name.inPackage().equals(main)
            : wanted.indexOf(':') < 0
                ? name -> name.inPackage().equals(main) && name.name().equals(wanted)
                : name -> name.toString().equals(wanted) || withoutVersion(name).equals(wanted);
    List<WitInterface.Name> found = items.keySet().stream().filter(fits::apply).toList();
    if (found.size() == 1) {
      T item = items.get(found.getFirst());
      if (item != null) {
        return item;
      }
    }
    String where = wanted == null ? "package `" + main + "`" : kind + " `" + wanted + "`";
    List<String> names =
        (found.isEmpty() ? items.keySet() : found)
            .stream()
                .map(name -> name.inPackage().equals(main) ? name.name() : name.toString())
                .toList();
    String near = wanted == null || !found.isEmpty() ? null : Nearest.of(wanted, names);
    throw new WitException(
        WitProblems.of(WitRule.SELECTION, where)
            .expecting("one " + kind, found.isEmpty() ? "none" : found.size() + " of them")
            .withHint(
                near != null
                    ? "did you mean `" + near + "`?"
                    : names.isEmpty() ? null : "there is " + String.join(", ", names)));
  }

  private static String withoutVersion(WitInterface.Name name) {
    return name.inPackage().name() + "/" + name.name();
  }
}
