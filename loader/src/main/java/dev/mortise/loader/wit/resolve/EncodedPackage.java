package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitDocument;
import dev.mortise.loader.wit.WitInterface;
import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.WitPrinter;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.WitWorld;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.PackageDocsReader;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.runtime.error.WitException;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WIT package that is a binary: a component that exports each interface and world as a type
 * (WIT.md, "Package Format"). Each of them is encoded by itself, with copies of what it uses, so
 * that none shares a type with another. The package is written as text and resolved again: then
 * they share their types as they did before they were encoded.
 */
final class EncodedPackage {
  private final Map<WitInterface.Name, WitInterface> interfaces = new LinkedHashMap<>();
  private final List<WitDocument> copies = new ArrayList<>();
  private final List<WitWorld> worlds = new ArrayList<>();
  private WitPackage.@Nullable Name main;

  private EncodedPackage() {}

  /** Whether a component is an encoded package: it exports one and nothing else. */
  static boolean is(ComponentType component) {
    return component.imports().isEmpty()
        && !component.exports().isEmpty()
        && component.exports().values().stream().allMatch(item -> encoded(item) != null);
  }

  /** The component type that holds an interface or world, or null. */
  private static @Nullable ComponentType encoded(ExternType item) {
    if (item instanceof ExternType.Type type
        && type.type() instanceof ComponentType outer
        && outer.exports().size() == 1) {
      ExternType inner = outer.exports().values().iterator().next();
      return inner instanceof InstanceType || inner instanceof ComponentType ? outer : null;
    }
    return null;
  }

  /** The package, and what is known of those that it uses. */
  static WitPackages read(ComponentType component, byte @Nullable [] packageDocs) {
    EncodedPackage read = new EncodedPackage();
    component.exports().forEach(read::add);
    WitPackage.Name main = read.main;
    if (main == null) {
      throw refuse("component", "one that exports WIT interfaces or worlds", "another");
    }
    Docs docs = Docs.NONE;
    if (packageDocs != null) {
      try {
        docs = PackageDocsReader.read(packageDocs, main.name(), main.version());
      } catch (PackageDocsReader.UnreadableException e) {
        throw new WitException(
            WitProblems.of(WitRule.ENCODED_PACKAGE, "section `" + PackageDocsReader.SECTION + "`")
                .because(String.valueOf(e.getMessage())));
      }
    }
    String text = WitPrinter.print(read.document(main), docs);
    return WitPackages.of("package " + main, text, WitOptions.ALL_FEATURES);
  }

  private void add(String exportName, ExternType item) {
    ComponentType outer = encoded(item);
    if (outer == null) {
      throw refuse("export `" + exportName + "`", "an encoded interface or world", item.kind());
    }
    String name = outer.exports().keySet().iterator().next();
    WitInterface.Name id = id(exportName, name);
    if (main == null) {
      main = id.inPackage();
    } else if (!main.equals(id.inPackage())) {
      throw refuse("export `" + exportName + "`", "package `" + main + "`", "`" + name + "`");
    }
    if (outer.exports().get(name) instanceof ComponentType world) {
      WitDocument document = WitView.of(world, id.name());
      worlds.addAll(document.main().worlds());
      copies.add(document);
      return;
    }
    WitDocument document = WitView.of(outer);
    for (WitPackage in : document.dependencies()) {
      for (WitInterface body : in.interfaces()) {
        if (new WitInterface.Name(in.name(), body.name()).equals(id)) {
          interfaces.put(id, body);
        }
      }
    }
    copies.add(document);
  }

  private static WitInterface.Name id(String exportName, String name) {
    try {
      if (ExternNameParser.parse(name, true) instanceof ParsedName.Interface parsed
          && parsed.interfaceName().equals(exportName)) {
        return new WitInterface.Name(
            new WitPackage.Name(parsed.packageName(), parsed.version()), parsed.interfaceName());
      }
    } catch (InvalidNameException e) {
      throw new AssertionError("a component type's names are valid", e);
    }
    throw refuse(
        "export `" + exportName + "`", "an interface or world of this name", "`" + name + "`");
  }

  private static WitException refuse(String where, String expected, String found) {
    return new WitException(
        WitProblems.of(WitRule.ENCODED_PACKAGE, where).expecting(expected, found));
  }

  /** What the package defines, and of what it uses all that some copy shows. */
  private WitDocument document(WitPackage.Name name) {
    Map<WitInterface.Name, WitInterface> all = new LinkedHashMap<>(interfaces);
    for (WitDocument copy : copies) {
      for (WitPackage in : copy.dependencies()) {
        for (WitInterface body : in.interfaces()) {
          WitInterface.Name id = new WitInterface.Name(in.name(), body.name());
          if (!interfaces.containsKey(id)) {
            all.merge(id, body, PartialInterfaces::merge);
          }
        }
      }
    }
    Map<WitPackage.Name, List<WitInterface>> packages = new LinkedHashMap<>();
    packages.put(name, new ArrayList<>());
    all.forEach(
        (id, body) -> packages.computeIfAbsent(id.inPackage(), key -> new ArrayList<>()).add(body));
    List<WitPackage> others = new ArrayList<>();
    packages.forEach(
        (in, bodies) -> {
          if (!in.equals(name)) {
            others.add(new WitPackage(in, bodies, List.of()));
          }
        });
    return new WitDocument(
        new WitPackage(name, packages.getOrDefault(name, List.of()), worlds), others);
  }
}
