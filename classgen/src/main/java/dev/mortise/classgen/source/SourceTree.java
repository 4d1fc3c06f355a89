package dev.mortise.classgen.source;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaSource;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The source files of several components and WIT packages: the entry of this package. A component
 * takes the place of a world of its name, whose WIT lies beside it. An interface that more than one
 * of them has is one file. A component lists of an imported interface what it uses, and another one
 * something else, so the file has what any of them has.
 */
public final class SourceTree {
  /**
   * A model.
   *
   * @param file the path of the file or folder that it comes from
   */
  public record Input(String file, JavaModel model) {}

  /** An interface, and the files that have it. */
  private record Found(InterfaceDecl declaration, List<String> files, Docs docs) {}

  private final SortedMap<String, String> sources = new TreeMap<>();
  private final Map<ClassName, Found> interfaces = new TreeMap<>(ClassNames.ORDER);
  private final Map<ClassName, Input> worlds = new TreeMap<>(ClassNames.ORDER);
  private final List<Diagnostic> problems = new ArrayList<>();

  private SourceTree() {}

  /**
   * The files.
   *
   * @param inputs the models of components and of WIT
   * @return the text of each file by its path, such as {@code wit/docs/text/v1/Ops.java}
   * @throws LinkException when two components do not agree about an interface, or two worlds have
   *     one name; all of them at once
   */
  public static SortedMap<String, String> of(List<Input> inputs) {
    SourceTree tree = new SourceTree();
    inputs.forEach(input -> tree.add(input.file, input.model));
    if (!tree.problems.isEmpty()) {
      throw new LinkException(tree.problems);
    }
    tree.interfaces.forEach(
        (name, found) -> tree.put(name, found.files, JavaSource.of(found.declaration, found.docs)));
    return tree.sources;
  }

  private void add(String file, JavaModel model) {
    model.topLevel().forEach(declared -> add(file, declared, model.said().docs()));
    if (!model.hasWorld()) {
      return;
    }
    ClassName world = model.world().name();
    Input other = worlds.get(world);
    if (other == null || (other.model.entry() == null && model.entry() != null)) {
      worlds.put(world, new Input(file, model));
      put(world, List.of(file), JavaSource.ofWorld(model));
    } else if (other.model.entry() == null || model.entry() != null) {
      problems.add(
          Diagnostic.of("conflicting-world", world.toString())
              .expecting("one file of that name", other.file + " and " + file)
              .because("a component's class is named after its file, and a world's after the world")
              .withHint("Rename one of the files."));
    }
  }

  private void add(String file, InterfaceDecl declared, Docs docs) {
    Found known = interfaces.get(declared.name());
    if (known == null) {
      interfaces.put(declared.name(), new Found(declared, List.of(file), docs));
      return;
    }
    List<String> files = new ArrayList<>(known.files);
    files.add(file);
    MergedInterface merged = MergedInterface.of(known.declaration, declared);
    interfaces.put(
        declared.name(), new Found(merged.declaration(), files, said(known.docs, docs, declared)));
    for (String member : merged.conflicts()) {
      problems.add(
          Diagnostic.of("conflicting-interface", declared.wit() + " > " + member)
              .expecting("the same as in " + String.join(", ", known.files), "another in " + file)
              .because("components that share an interface share its Java class")
              .withHint("Build both against one version of the interface."));
    }
  }

  /** What either says of an interface: of two that say something, the first. */
  private static Docs said(Docs first, Docs second, InterfaceDecl declared) {
    boolean silent = first.all().keySet().stream().noneMatch(k -> k.owner().equals(declared.wit()));
    return silent ? second : first;
  }

  /** Only the files' names stand in a source: it is the same wherever the project lies. */
  private void put(ClassName name, List<String> files, String text) {
    String names =
        files.stream()
            .map(file -> String.valueOf(Path.of(file).getFileName()))
            .collect(Collectors.joining(", "));
    sources.put(
        name.internalName() + ".java",
        "// Made by Mortise from " + names + ". Changes are lost.\n" + text);
  }
}
