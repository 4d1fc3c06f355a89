package dev.mortise.wasi;

import dev.mortise.classgen.Typed;
import dev.mortise.classgen.TypedComponent;
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

  private final Typed.Linked<Program> linked;
  private final Imports others;

  private ComponentCommand(Typed.Linked<Program> linked, Imports others) {
    this.linked = linked;
    this.others = others;
  }

  static ComponentCommand of(Component component, String fileName, Imports others) {
    TypedComponent typed = WasiComponents.typed(component, fileName);
    try (Wasi template = Wasi.of(WasiConfig.NONE)) {
      return new ComponentCommand(
          typed.as(Program.class).link(others.or(template.imports())), others);
    }
  }

  @Override
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
