package dev.mortise.cli;

import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.input.WitText;
import dev.mortise.cli.report.ComponentTree;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.loader.Component;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise inspect}: what a component imports and exports, as WIT. */
@Command(
    name = "inspect",
    sortOptions = false,
    description =
        "Shows what a component imports and exports, as WIT, or what it is made of; and WIT text"
            + " with all its names resolved.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise inspect examples/hello-java/hello-clock.wasm",
      "  mortise inspect --tree examples/hello-java/hello-clock.wasm"
    })
final class InspectCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "The component, a WIT file, or a folder with WIT files and its deps.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--tree",
      description =
          "Show the components, core modules, instances and the rest inside of it, with where they"
              + " stand in the file and their sizes in bytes.")
  private boolean tree;

  @Option(
      names = "--wit-feature",
      paramLabel = "FEATURE",
      description = "Keep what WIT text marks as @unstable with this feature; \"all\" for all.")
  private String[] witFeatures = {};

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (WitText.is(file)) {
      if (tree) {
        throw new ParameterException(spec.commandLine(), "--tree is for components, not for WIT");
      }
      out.println(WitText.load(file, List.of(witFeatures)).wit().stripTrailing());
      return ExitCode.OK.number();
    }
    Component component = ComponentFile.load(file);
    if (tree) {
      String name = String.valueOf(file.getFileName());
      ComponentTree.of(component.validated().decoded(), name).forEach(out::println);
    } else {
      out.println(Printable.lines(WitText.of(component, file).stripTrailing()));
    }
    return ExitCode.OK.number();
  }
}
