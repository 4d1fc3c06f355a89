package dev.mortise.cli.run;

import dev.mortise.loader.Component;
import dev.mortise.loader.CoreModuleValue;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.Definition;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.wasi.WasiCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that runs by itself: a component of {@code wasi:cli/command}, or a core module. */
public final class Program {
  private static final String RUN = "wasi:cli/run@0.2.";

  private final WasiCommand command;

  private Program(WasiCommand command) {
    this.command = command;
  }

  /** Whether a file is one, as far as its exports tell; a file that cannot be read is none. */
  public static boolean is(Path file) {
    try {
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      return ComponentDecoder.isCoreModule(bytes)
          || ComponentDecoder.exports(bytes, Features.defaults()).stream()
              .anyMatch(
                  definition ->
                      definition instanceof Definition.Export export
                          && export.name().name().startsWith(RUN));
    } catch (IOException | MortiseException e) {
      return false; // who loads it says why
    }
  }

  /**
   * Loads a program.
   *
   * @throws LinkException when it imports what is not there, with what to do then
   */
  public static Program load(Path file, LoadOptions options, RunImports imports)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (ComponentDecoder.isCoreModule(bytes)) {
      return new Program(WasiCommand.of(CoreModuleValue.load(bytes, options)));
    }
    Component component = Component.load(bytes, options);
    try {
      return new Program(
          WasiCommand.of(component, String.valueOf(file.getFileName()), imports.others()));
    } catch (LinkException e) {
      throw MissingImports.explain(e, component, file);
    }
  }

  /**
   * Runs it.
   *
   * @return its status
   */
  public int run(RunImports imports) {
    return command.run(imports.granted());
  }
}
