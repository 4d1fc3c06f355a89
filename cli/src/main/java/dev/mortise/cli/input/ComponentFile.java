package dev.mortise.cli.input;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.LoadOptions.Execution;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The component that a verb is about. */
public final class ComponentFile {
  private ComponentFile() {}

  /** Loads a component that will be looked at, or called once: its code is not compiled. */
  public static Component load(Path file) throws IOException {
    return load(file, Execution.INTERPRET);
  }

  public static Component load(Path file, Execution execution) throws IOException {
    return load(file, LoadOptions.DEFAULT.withExecution(execution));
  }

  public static Component load(Path file, LoadOptions options) throws IOException {
    return Component.load(requireFile(file), options);
  }

  /** The bytes of a component. */
  public static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(requireFile(file));
  }

  private static Path requireFile(Path file) throws FileSystemException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "this is a folder, not a component");
    }
    return file;
  }
}
