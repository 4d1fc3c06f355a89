package dev.mortise.wasi;

import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.wasi.config.WasiConfig;
import wit.wasi.cli.v0_2.Run;

/** A program that is a component. */
final class ComponentCommand implements WasiCommand {
  /** What is called of a program. */
  public interface Program {
    /** {@code wasi:cli/run}. */
    Run run();
  }

  private final Hosted<Program> program;

  private ComponentCommand(Hosted<Program> program) {
    this.program = program;
  }

  static ComponentCommand of(Component component, String fileName, Imports others) {
    return new ComponentCommand(Hosted.of(component, fileName, Program.class, others));
  }

  @Override
  public int run(WasiConfig config) {
    try (Wasi wasi = Wasi.of(config)) {
      program.instantiate(wasi).run().run();
      return 0;
    } catch (Run.FailedException e) {
      return 1;
    } catch (WasiExit e) {
      return e.status();
    }
  }
}
