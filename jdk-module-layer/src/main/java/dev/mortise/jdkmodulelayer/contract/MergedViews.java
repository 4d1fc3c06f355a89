package dev.mortise.jdkmodulelayer.contract;

import dev.mortise.classgen.emit.DeclarationEmitter;
import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.source.MergedInterface;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.type.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The interfaces of all components, each with all that any of them sees of it. Of an import a
 * component lists what it uses, and another one something else.
 */
final class MergedViews {
  /** An interface, and the component that was the first to have it. */
  private record View(InterfaceDecl declaration, FoundComponent first) {}

  private final Map<ClassName, View> views = new LinkedHashMap<>();
  private final List<Diagnostic> problems;

  MergedViews(List<FoundComponent> components, List<Diagnostic> problems) {
    this.problems = problems;
    for (FoundComponent component : components) {
      component.model().topLevel().forEach(declared -> add(declared, component));
    }
  }

  private void add(InterfaceDecl declared, FoundComponent component) {
    View known = views.get(declared.name());
    if (known == null) {
      views.put(declared.name(), new View(declared, component));
      return;
    }
    MergedInterface merged = MergedInterface.of(known.declaration, declared);
    views.put(declared.name(), new View(merged.declaration(), known.first));
    for (String member : merged.conflicts()) {
      problems.add(
          Diagnostic.of("conflicting-interface", declared.wit() + " > " + member)
              .expecting(
                  Members.text(known.declaration, member) + " as in " + inWords(known.first),
                  Members.text(declared, member) + " in " + inWords(component))
              .because("components of one layer share the Java class of an interface")
              .withHint(
                  "Build both against one version of the interface, or put them into two layers"));
    }
  }

  private static String inWords(FoundComponent component) {
    return component.name() + " (" + component.file() + ")";
  }

  /** The class files of all interfaces, by package and internal name. */
  Map<String, Map<String, byte[]>> packages() {
    JavaModel empty =
        JavaMapping.of(
            new ComponentType(Map.of(), Map.of(), List.of(), List.of()), "contracts.wasm", null);
    List<InterfaceDecl> declarations = new ArrayList<>();
    views.values().forEach(view -> declarations.add(view.declaration));
    JavaModel all =
        new JavaModel(declarations, empty.world(), empty.types(), false, null, JavaModel.Said.NONE);
    Map<String, Map<String, byte[]>> packages = new TreeMap<>();
    DeclarationEmitter.emit(all)
        .forEach(
            (name, bytes) ->
                packages
                    .computeIfAbsent(ClassName.packageOf(name), p -> new TreeMap<>())
                    .put(name, bytes));
    return packages;
  }
}
