package dev.mortise.wasi;

import dev.mortise.loader.Component;
import dev.mortise.loader.CoreModuleValue;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.runtime.Imports;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program: a component of the world {@code wasi:cli/command}, or a core module that imports WASI
 * preview 1. It is compiled once and can be run any number of times, each time as a fresh instance.
 * Immutable, for use by any thread.
 *
 * <pre>{@code
 * WasiCommand convert = WasiCommand.load(Path.of("convert.wasm"));
 * int status = convert.run(WasiConfig.builder().arguments("convert", "in.csv").build());
 * }</pre>
 */
public sealed interface WasiCommand permits ComponentCommand, CoreCommand {
  /**
   * Loads a program from a file.
   *
   * @throws IOException when the file cannot be read
   * @throws dev.mortise.runtime.error.LinkException when it imports something that nobody has
   */
  static WasiCommand load(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return ComponentDecoder.isCoreModule(bytes)
        ? of(CoreModuleValue.load(bytes))
        : of(Component.load(bytes), String.valueOf(file.getFileName()), Imports.NONE);
  }

  /**
   * A component.
   *
   * @param fileName names the component in Java
   * @param others what it imports besides WASI, or in place of ours
   * @throws dev.mortise.runtime.error.LinkException when it imports something that nobody has, or
   *     exports no {@code wasi:cli/run}
   */
  static WasiCommand of(Component component, String fileName, Imports others) {
    return ComponentCommand.of(component, fileName, others);
  }

  /**
   * A core module that exports {@code _start} and a memory.
   *
   * @see CoreModuleValue#load(byte[], LoadOptions)
   * @throws dev.mortise.runtime.error.LinkException when it imports something else than preview 1
   */
  static WasiCommand of(CoreModuleValue module) {
    return CoreCommand.of(module);
  }

  /**
   * Runs the program to its end, in this thread.
   *
   * @return its status: 0 when all went well
   * @throws dev.mortise.runtime.error.TrapException when it traps
   */
  int run(WasiConfig config);
}
