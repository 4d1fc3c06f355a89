package dev.mortise.jdkmodulelayer.contract;

import dev.mortise.classgen.emit.DeclarationEmitter;
import dev.mortise.classgen.jar.ContractCheck;
import dev.mortise.classgen.jar.References;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.runtime.error.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the declarations that components share come from: the entry of this package. Two modules
 * may not have one package, so each package of interfaces is in one place: one that has it already
 * if there is one, and else in a module of its own, made of what all components see.
 *
 * @param sources by package; a package of a component's world is in it only when it is not its own
 */
public record ContractPlan(Map<String, ContractSource> sources) {
  public ContractPlan {
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }

  /**
   * Plans the declarations of components.
   *
   * @param problems where to put what does not fit: views that conflict, classes that lack methods
   */
  public static ContractPlan of(
      List<FoundComponent> components, Surroundings around, List<Diagnostic> problems) {
    Map<String, ContractSource> sources = new TreeMap<>();
    Map<String, Map<String, byte[]>> packages = new MergedViews(components, problems).packages();
    packages.forEach(
        (name, classes) -> {
          ContractSource found = around.contract(name, classes.keySet());
          if (found == null) {
            sources.put(name, synthesised(name, classes, packages.keySet()));
          } else {
            sources.put(name, found);
            check(found, classes, components, problems);
          }
        });
    for (FoundComponent component : components) {
      String name = component.model().world().name().packageName();
      ContractSource found = around.world(name);
      if (found != null) {
        sources.put(name, found);
        check(found, worldClasses(component, name), List.of(component), problems);
      }
    }
    return new ContractPlan(sources);
  }

  private static Map<String, byte[]> worldClasses(FoundComponent component, String packageName) {
    Map<String, byte[]> classes = new TreeMap<>(DeclarationEmitter.emit(component.model()));
    classes.keySet().removeIf(name -> !ClassName.packageOf(name).equals(packageName));
    return classes;
  }

  private static ContractSource synthesised(
      String name, Map<String, byte[]> classes, Set<String> packages) {
    Map<String, byte[]> files = new HashMap<>();
    Set<String> requires = new TreeSet<>();
    classes.forEach(
        (type, bytes) -> {
          files.put(type + ".class", bytes);
          References.of(bytes).stream().map(ClassName::packageOf).forEach(requires::add);
        });
    requires.retainAll(packages);
    requires.remove(name);
    return new ContractSource.Synthesised(name, files, requires);
  }

  private static void check(
      ContractSource source,
      Map<String, byte[]> declared,
      List<FoundComponent> components,
      List<Diagnostic> problems) {
    declared.forEach(
        (name, bytes) -> {
          Diagnostic problem =
              ContractCheck.of(place(source), name, bytes, read(source, name + ".class"));
          if (problem != null) {
            problems.add(problem.because(users(name, components)));
          }
        });
  }

  private static String place(ContractSource source) {
    return source instanceof ContractSource.Prebuilt prebuilt && !prebuilt.inParent()
        ? source.inWords() + " (" + new FoundModule.Java(prebuilt.reference()).location() + ")"
        : source.inWords();
  }

  /** Which components need a class to be as it is declared. */
  private static String users(String internalName, List<FoundComponent> components) {
    String type = internalName.replaceFirst("\\$.*", "");
    return components.stream()
        .filter(
            component ->
                component.model().world().name().internalName().equals(type)
                    || component.model().topLevel().stream()
                        .anyMatch(declared -> declared.name().internalName().equals(type)))
        .map(component -> component.name() + " (" + component.file() + ")")
        .collect(Collectors.joining(", ", "this is needed by ", ""));
  }

  private static byte @Nullable [] read(ContractSource source, String file) {
    try {
      return switch (source) {
        case ContractSource.Loaded loaded -> bytes(loaded.module().getResourceAsStream(file));
        case ContractSource.Prebuilt prebuilt -> {
          try (ModuleReader reader = prebuilt.reference().open()) {
            yield bytes(reader.open(file).orElse(null));
          }
        }
        case ContractSource.Synthesised made -> made.files().get(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(source.inWords(), e);
    }
  }

  private static byte @Nullable [] bytes(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      return null;
    }
    try (stream) {
      return stream.readAllBytes();
    }
  }
}
