package dev.mortise.cli;

import dev.mortise.loader.Component;
import dev.mortise.loader.error.MortiseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise validate}: whether components are valid; each file on its own. */
@Command(
    name = "validate",
    description =
        "Checks that components are well-formed and valid, with the code of their core modules.",
    footerHeading = "%nExample:%n",
    footer = "  mortise validate examples/hello-java/*.wasm")
final class ValidateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The components.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> files;

  /** The exit code is that of the first file that fails. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      ExitCode found = validate(file, out);
      if (exitCode == ExitCode.OK) {
        exitCode = found;
      }
    }
    return exitCode.number();
  }

  private ExitCode validate(Path file, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, main.interactive(), "checking " + file)) {
      Component component = ComponentFile.load(file);
      progress.now("checking the core modules of " + file);
      Component unused = component.loadCode();
    } catch (MortiseException e) {
      out.flush();
      return main.errors().report(file, e);
    } catch (IOException e) {
      out.flush();
      return main.errors().report(new UncheckedIOException(e));
    }
    out.println(file + ": valid");
    return ExitCode.OK;
  }
}
