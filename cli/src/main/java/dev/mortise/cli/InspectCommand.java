package dev.mortise.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise inspect}: what a component imports and exports, as WIT. */
@Command(
    name = "inspect",
    description = "Shows what a component imports and exports, as WIT.",
    footerHeading = "%nExample:%n",
    footer = "  mortise inspect examples/hello-java/hello-clock.wasm")
final class InspectCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The component.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(ComponentFile.load(file).wit().stripTrailing());
    return ExitCode.OK.number();
  }
}
