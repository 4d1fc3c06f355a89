package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.graph.Suppliers;
import dev.mortise.esmintegration.importmap.ImportMap;
import dev.mortise.esmintegration.load.ComponentCode;
import dev.mortise.esmintegration.load.ComponentStore;
import dev.mortise.esmintegration.resolve.Exports;
import dev.mortise.esmintegration.resolve.ModuleResolver;
import dev.mortise.esmintegration.resolve.Target;
import java.io.IOException;
import java.util.Map;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ModuleFileSystem} together. */
public final class ModuleFiles {
  private ModuleFiles() {}

  /**
   * A file system.
   *
   * @param users the user's own
   * @param registered what was registered under which names
   * @param hosts what supplies imports that no module does
   * @param bridge the name of the bridge module
   */
  public static ModuleFileSystem of(
      FileSystem users,
      ImportMap importMap,
      Map<String, Target.Whole> registered,
      ComponentStore store,
      Suppliers.Hosts hosts,
      String bridge,
      FailureMemory failures) {
    FileSystem files =
        importMap.integrity().isEmpty()
            ? users
            : new CheckedFileSystem(users, importMap.integrity());
    ModuleResolver.ComponentExports components = module -> exports(module, files, store);
    ModuleResolver resolver = new ModuleResolver(importMap, registered, components);
    ModulePaths paths = new ModulePaths(files, resolver, bridge);
    Suppliers suppliers = new Suppliers(resolver, components, hosts, store::link);
    ModuleReader reader = new ModuleReader(files, store, resolver, suppliers, paths, bridge);
    return new ModuleFileSystem(files, paths, reader, failures);
  }

  /** The interfaces of a module, or null when it is no component or cannot be read. */
  private static @Nullable Exports exports(
      Target.Whole module, FileSystem files, ComponentStore store) {
    return switch (module) {
      case Target.Registered registered -> store.registered(registered.name()).exports();
      case Target.Text text -> null;
      case Target.File file -> {
        try {
          ComponentCode code = store.file(files, files.parsePath(file.url().filePath()));
          yield code == null ? null : code.exports();
        } catch (IOException | SecurityException e) {
          yield null; // who reads it will be told
        }
      }
    };
  }
}
