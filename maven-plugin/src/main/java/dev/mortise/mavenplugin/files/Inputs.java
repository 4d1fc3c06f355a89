package dev.mortise.mavenplugin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is generated from.
 *
 * @param components the files of components, in the order of their names
 * @param wit the folder of WIT text, as a list of one or none
 */
public record Inputs(List<Path> components, List<Path> wit) {
  public Inputs {
    components = List.copyOf(components);
    wit = List.copyOf(wit);
  }

  /**
   * Looks for them.
   *
   * @param wasmFolder holds components, in folders or not
   * @param witFolder holds WIT text, and that of other packages in {@code deps}
   */
  public static Inputs in(Path wasmFolder, Path witFolder) throws IOException {
    List<Path> wit = endingWith(".wit", witFolder);
    return new Inputs(componentsIn(wasmFolder), wit.isEmpty() ? List.of() : List.of(witFolder));
  }

  /** The components in a folder, in the order of their names. */
  public static List<Path> componentsIn(Path wasmFolder) throws IOException {
    return endingWith(".wasm", wasmFolder);
  }

  /** What the command takes: each component, and the folder of WIT. */
  public List<Path> all() {
    List<Path> all = new ArrayList<>(components);
    all.addAll(wit);
    return all;
  }

  /** Every file that has a say. */
  public List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(components);
    for (Path folder : wit) {
      files.addAll(endingWith("", folder));
    }
    return files;
  }

  static List<Path> endingWith(String end, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
