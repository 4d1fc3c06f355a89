package dev.mortise.cli;

import dev.mortise.cli.input.LockedComponent;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.loader.compat.Change;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise check}: whether components still are what a project was written against. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Checks that components break nothing that was written against them before.",
      "What they were is in a lock, NAME.lock.wit: the WIT of NAME.wasm when somebody last looked."
          + " Commit it: its diff shows what an update brings. A component without a lock gets one;"
          + " a change that breaks nothing is said, and said again until --update."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0   no component breaks what was written against its lock",
      "  10  one does",
      "",
      "Example:",
      "  mortise check src/main/wasm/*.wasm"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description =
          "The folder of the locks, or of older components of the same names. Without it, a lock"
              + " is beside its component.")
  private @Nullable Path baseline;

  @Option(names = "--update", description = "Write the locks anew.")
  private boolean update;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The components.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      try {
        if (!holds(file)) {
          exitCode = ExitCode.INCOMPATIBLE;
        }
      } catch (MortiseException e) {
        exitCode = main.errors().report(file, e);
      }
    }
    return exitCode.number();
  }

  /** Whether nothing that was written against a component breaks. */
  private boolean holds(Path file) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LockedComponent locked = LockedComponent.of(file, baseline);
    String name = Printable.line(file.toString());
    if (update || !locked.exists()) {
      if (locked.write()) {
        out.println(name + ": locked in " + Printable.line(locked.lock().toString()));
      }
      return true;
    }
    boolean holds = true;
    for (Change change : locked.changes()) {
      if (change.breaking()) {
        main.errors().say(name + ": " + change.diagnostic().message());
        holds = false;
      } else {
        out.println(name + ": " + change.diagnostic().message());
      }
    }
    return holds;
  }
}
