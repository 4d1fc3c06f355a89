package dev.mortise.wasi;

import dev.mortise.classgen.Typed;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.nio.file.Path;
import wit.wasi.cli.v0_2.Run;

/**
 * A component of the world {@code wasi:cli/command}: a program. It is compiled once and can be run
 * any number of times, each time as a fresh instance. Immutable, for use by any thread.
 *
 * <pre>{@code
 * WasiCommand convert = WasiCommand.load(Path.of("convert.wasm"));
 * int status = convert.run(WasiConfig.builder().arguments("convert", "in.csv").build());
 * }</pre>
 */
public final class WasiCommand {
  /** What is called of a program. */
  public interface Program {
    /** {@code wasi:cli/run}. */
    Run run();
  }

  private final Typed.Linked<Program> linked;
  private final Imports others;

  private WasiCommand(Typed.Linked<Program> linked, Imports others) {
    this.linked = linked;
    this.others = others;
  }

  /**
   * Loads a program from a file.
   *
   * @throws IOException when the file cannot be read
   */
  public static WasiCommand load(Path file) throws IOException {
    return of(Component.load(file), String.valueOf(file.getFileName()), Imports.NONE);
  }

  /**
   * A program.
   *
   * @param fileName names the component in Java
   * @param others what it imports besides WASI, or in place of ours
   * @throws dev.mortise.runtime.error.LinkException when it imports something that nobody has, or
   *     exports no {@code wasi:cli/run}
   */
  public static WasiCommand of(Component component, String fileName, Imports others) {
    TypedComponent typed = WasiComponents.typed(component, fileName);
    try (Wasi template = Wasi.of(WasiConfig.NONE)) {
      return new WasiCommand(typed.as(Program.class).link(others.or(template.imports())), others);
    }
  }

  /**
   * Runs the program to its end, in this thread.
   *
   * @return its status: 0 when all went well
   * @throws dev.mortise.runtime.error.TrapException when it traps
   */
  public int run(WasiConfig config) {
    try (Wasi wasi = Wasi.of(config)) {
      linked.with(others.or(wasi.imports())).instantiate().run().run();
      return 0;
    } catch (Run.FailedException e) {
      return 1;
    } catch (WasiExit e) {
      return e.status();
    }
  }
}
