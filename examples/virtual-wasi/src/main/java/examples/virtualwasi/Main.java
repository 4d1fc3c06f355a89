package examples.virtualwasi;

import dev.mortise.classgen.Typed;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.wasi.Wasi;
import dev.mortise.wasi.WasiComponents;
import dev.mortise.wasi.config.Access;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import wit.wasi.cli.v0_2.Run;

/** Runs a diary twice: in a folder, and in a part of it in which it is always the same day. */
public final class Main {
  /** What is called of the component. */
  public interface Program {
    /** {@code wasi:cli/run}. */
    Run run();
  }

  private Main() {}

  /**
   * Runs.
   *
   * @param arguments the component and the folder, in which there is another one, {@code small}
   */
  public static void main(String[] arguments) throws IOException, Run.FailedException {
    run(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
  }

  static void run(Path component, Path folder, OutputStream out)
      throws IOException, Run.FailedException {
    WasiConfig config =
        WasiConfig.builder().stdout(out).folder(folder, "/", Access.READ_WRITE).build();
    Typed<Program> diary =
        WasiComponents.typed(Component.load(Files.readAllBytes(component)), "diary")
            .as(Program.class);
    try (Wasi wasi = Wasi.of(config)) {
      run(diary, wasi.imports());
      run(diary, SmallWorld.of(wasi, "small", Instant.parse("1999-12-31T23:59:59Z")));
    }
  }

  private static void run(Typed<Program> program, Imports imports) throws Run.FailedException {
    program.link(imports).instantiate().run().run();
  }
}
