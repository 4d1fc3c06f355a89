package dev.mortise.jdkmodulelayer.find;

import dev.mortise.classgen.jar.ModuleDescriptor;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.loader.Component;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the entries of a path, and collects what is wrong with them. */
final class PathScanner {
  private static final String SUFFIX = ".wasm";

  private final List<Diagnostic> problems = new ArrayList<>();

  FoundModules scan(List<Path> entries) {
    Map<String, FoundModule> all = new LinkedHashMap<>();
    for (Path entry : entries) {
      Map<String, FoundModule> inEntry = new LinkedHashMap<>();
      try {
        scan(entry, inEntry);
      } catch (IOException e) {
        problems.add(
            Diagnostic.of("unreadable-path", entry.toString())
                .because("it cannot be read: " + e.getMessage()));
      }
      inEntry.forEach(all::putIfAbsent);
    }
    if (!problems.isEmpty()) {
      throw new ComponentFindException(problems);
    }
    return new FoundModules(all);
  }

  private void scan(Path entry, Map<String, FoundModule> found) throws IOException {
    if (!Files.exists(entry)) {
      problems.add(
          Diagnostic.of("missing-path", entry.toString())
              .expecting("a component, a jar or a folder of them", "nothing"));
    } else if (Files.isDirectory(entry)) {
      folder(entry, found);
    } else if (isWasm(entry)) {
      component(entry, Files.readAllBytes(entry), found);
    } else {
      java(entry, found);
    }
  }

  private void folder(Path folder, Map<String, FoundModule> found) throws IOException {
    java(folder, found);
    if (Files.exists(folder.resolve("module-info.class"))) {
      return;
    }
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(PathScanner::isWasm).sorted(Comparator.naturalOrder()).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (!isCoreModule(bytes)) {
        component(file, bytes, found);
      }
    }
  }

  private static boolean isWasm(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX);
  }

  /** The layer in a preamble: 0 for a core module, 1 for a component (Binary.md, "Components"). */
  private static boolean isCoreModule(byte[] bytes) {
    return bytes.length >= 8 && bytes[0] == 0 && bytes[1] == 'a' && bytes[4] == 1 && bytes[6] == 0;
  }

  private void component(Path file, byte[] bytes, Map<String, FoundModule> found) {
    String fileName = String.valueOf(file.getFileName());
    String name = ModuleDescriptor.nameOf(fileName);
    try {
      FoundComponent component =
          new FoundComponent(
              name, file, bytes, JavaMapping.of(Component.load(bytes).type(), fileName, null));
      add(new FoundModule.Wasm(component), found);
    } catch (MortiseException e) {
      for (Diagnostic problem : e.diagnostics()) {
        problems.add(problem.inside(file.toString()));
      }
    } catch (UnmappableTypeException e) {
      problems.add(
          Diagnostic.of("no-java-form", file.toString()).because(String.valueOf(e.getMessage())));
    }
  }

  private void java(Path entry, Map<String, FoundModule> found) {
    try {
      for (ModuleReference module : ModuleFinder.of(entry).findAll()) {
        add(new FoundModule.Java(module), found);
      }
    } catch (FindException e) {
      problems.add(
          Diagnostic.of("not-a-module", entry.toString())
              .because(String.valueOf(e.getMessage()))
              .withHint("Keep on the path what are modules: components and modular jars"));
    }
  }

  private void add(FoundModule module, Map<String, FoundModule> found) {
    FoundModule other = found.putIfAbsent(module.name(), module);
    if (other != null) {
      problems.add(
          Diagnostic.of("duplicate-module", "module " + module.name())
              .expecting("one in a folder", other.location() + " and " + module.location())
              .because("a module is named after its file, or by its module-info")
              .withHint("Rename one of them, or put them into two folders: the first counts"));
    }
  }
}
