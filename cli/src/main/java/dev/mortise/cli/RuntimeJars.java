package dev.mortise.cli;

import dev.mortise.runtime.Imports;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The jars that generated classes need to run, as this command runs with them. */
final class RuntimeJars {
  /** A class of each. */
  private static final List<String> CLASSES =
      List.of(
          Imports.class.getName(),
          "com.dylibso.chicory.runtime.Instance",
          "com.dylibso.chicory.wasm.WasmModule");

  private RuntimeJars() {}

  /** Copies the jars to the folder of another. */
  static void copyBeside(Path other) throws IOException {
    for (String name : CLASSES) {
      Path jar = jarOf(name);
      if (!Files.isRegularFile(jar)) {
        throw new FileSystemException(
            jar.toString(), null, "this is a folder of classes, not a jar: build Mortise first");
      }
      Files.copy(jar, other.resolveSibling(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path jarOf(String className) {
    try {
      URL source =
          Class.forName(className, false, RuntimeJars.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource()
              .getLocation();
      return Path.of(source.toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(className, e);
    }
  }
}
