package dev.mortise.classgen.jar;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jars that have the declarations of WIT packages already: what several components share must be in
 * one place, for two modules may not have one package.
 */
public final class Contracts {
  /** None: a component's jar has all of its declarations. */
  public static final Contracts NONE = new Contracts(Map.of());

  private final Map<String, ModuleReference> modules;

  private Contracts(Map<String, ModuleReference> modules) {
    this.modules = Map.copyOf(modules);
  }

  /**
   * The contracts in jars, or in folders of jars.
   *
   * @throws FindException when one is no module
   */
  public static Contracts of(List<Path> paths) {
    Map<String, ModuleReference> modules = new HashMap<>();
    for (ModuleReference module : ModuleFinder.of(paths.toArray(Path[]::new)).findAll()) {
      module.descriptor().packages().forEach(name -> modules.putIfAbsent(name, module));
    }
    return new Contracts(modules);
  }

  /** The module that has a package, or null. */
  @Nullable String module(String packageName) {
    ModuleReference found = modules.get(packageName);
    return found == null ? null : found.descriptor().name();
  }

  /**
   * Checks that what is left out of a jar is there, each method of it.
   *
   * @param declarations class files by internal name
   * @throws LinkException with all that is missing
   */
  void require(Map<String, byte[]> declarations) {
    List<Diagnostic> problems = new ArrayList<>();
    declarations.forEach(
        (name, bytes) -> {
          ModuleReference module = modules.get(ClassName.packageOf(name));
          if (module != null) {
            Diagnostic problem =
                ContractCheck.of(
                    "module " + module.descriptor().name(),
                    name,
                    bytes,
                    read(module, name + ".class"));
            if (problem != null) {
              problems.add(problem);
            }
          }
        });
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
  }

  private static byte @Nullable [] read(ModuleReference module, String file) {
    try (ModuleReader reader = module.open();
        InputStream in = reader.open(file).orElse(null)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(module.descriptor().name(), e);
    }
  }
}
