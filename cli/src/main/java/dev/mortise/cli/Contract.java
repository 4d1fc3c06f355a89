package dev.mortise.cli;

import dev.mortise.loader.Component;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.type.ComponentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a component imports and exports, from a component or from WIT.
 *
 * @param name the name of the file without its folder
 */
record Contract(String name, ComponentType type) {
  private static final String EXTENSION = ".wit";

  /** Reads a component, or WIT that describes one. */
  static Contract read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return new Contract(name, isWit(file) ? wit(file) : component(file).type());
  }

  /** Loads a component. */
  static Component component(Path file) throws IOException {
    return ComponentFile.load(file);
  }

  /** Whether a path is WIT by its looks: text, or a folder of texts. */
  static boolean isWit(Path file) {
    return Files.isDirectory(file) || file.toString().endsWith(EXTENSION);
  }

  /** The one place that reads WIT. */
  private static ComponentType wit(Path file) {
    throw new UnsupportedComponentException(
        Diagnostic.of("wit-text", file.toString())
            .expecting("a component", "WIT text")
            .because("WIT text is not read yet"));
  }
}
