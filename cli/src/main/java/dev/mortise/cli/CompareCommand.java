package dev.mortise.cli;

import dev.mortise.cli.input.Contract;
import dev.mortise.cli.report.ChangesJson;
import dev.mortise.cli.report.ChangesText;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.loader.compat.Change;
import dev.mortise.loader.compat.Compatibility;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise compare}: what a new version of a component breaks. */
@Command(
    name = "compare",
    sortOptions = false,
    description = {
      "Compares two versions of a component, for those who supply its imports and use its exports.",
      "A new import breaks them, a removed export, and a signature or type that has changed."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0   code that was written against OLD fits NEW as it is",
      "  10  it does not",
      "",
      "The document of --json:",
      "  {compatible, exitCode, changes: [{code, breaking, where, path: [STEP…], before, after,",
      "   why, message}…]}",
      "  before and after are absent where there was or is nothing.",
      "",
      "Example:",
      "  mortise compare examples/hello-java/hello-clock.wasm examples/hello-java/hello.wasm"
    })
final class CompareCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "A component, or its WIT.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "Its new version.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path after;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Change> changes = Compatibility.compare(Contract.read(before), Contract.read(after));
    boolean breaks = changes.stream().anyMatch(Change::breaking);
    ExitCode exitCode = breaks ? ExitCode.INCOMPATIBLE : ExitCode.OK;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ChangesJson.of(changes, exitCode));
    } else {
      ChangesText.of(changes).forEach(out::println);
    }
    return exitCode.number();
  }
}
