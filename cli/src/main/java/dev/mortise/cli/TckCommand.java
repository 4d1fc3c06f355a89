package dev.mortise.cli;

import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.error.Printable;
import dev.mortise.tck.Tck;
import dev.mortise.tck.host.LoaderExecution;
import dev.mortise.tck.report.TckReport;
import dev.mortise.tck.run.ScriptResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise tck}: runs conformance suites and says what passes. */
@Command(
    name = "tck",
    description =
        "Runs the conformance scripts in folders and shows what passes: a table for each folder,"
            + " then each failure with its script and line.",
    sortOptions = false,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 nothing fails but what the list names, 2 no script can be read, 9 a command fails",
      "",
      "Example:",
      "  mortise tck --mode=interpreted ../shared/suites/component-model/validation"
    })
final class TckCommand implements Callable<Integer> {

  /** How core functions run. */
  enum Mode {
    interpreted(LoadOptions.Execution.INTERPRET),
    compiled(LoadOptions.Execution.COMPILE);

    private final LoadOptions.Execution execution;

    Mode(LoadOptions.Execution execution) {
      this.execution = execution;
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "Folders of scripts as wasm-tools' json-from-wast writes them; or one script.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> folders;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write totals, folders and every command with its verdict to a file.")
  private @Nullable Path json;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "How core functions run: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Mode mode = Mode.compiled;

  @Option(
      names = "--nyi",
      paramLabel = "FILE",
      description =
          "The known failures instead of Mortise's own (tck/nyi.txt): a line each, SCRIPT:LINE,LINE"
              + " REASON. One that passes is a failure.")
  private @Nullable Path known;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Tck.Options options = options().running(script -> LoaderExecution.open(script, mode.execution));
    List<ScriptResult> results = new ArrayList<>();
    try (Progress progress = new Progress(err, main.interactive(), "reading")) {
      for (Path folder : folders) {
        progress.now("running the scripts of " + folder);
        TckReport report = Tck.run(List.of(folder), options);
        if (report.scripts().isEmpty()) {
          throw new FileSystemException(
              folder.toString(), null, "there is no script (.json) in it");
        }
        results.addAll(report.scripts());
      }
    }
    TckReport report = new TckReport(results);
    if (json != null) {
      report.writeJson(json);
    }
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    for (String line : report.summary().split("\\R")) {
      out.println(coloured(Printable.line(line), ansi));
    }
    return (report.passed() ? ExitCode.OK : ExitCode.FAILED).number();
  }

  private static String coloured(String line, Ansi ansi) {
    String failed = "FAILED";
    return ansi.enabled() && line.startsWith(failed)
        ? "\u001b[1;31m" + failed + "\u001b[0m" + line.substring(failed.length())
        : line;
  }

  private Tck.Options options() throws IOException {
    if (known == null) {
      return Tck.Options.standard();
    }
    try {
      return Tck.Options.standard().withKnown(known);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), known + ": " + e.getMessage(), e);
    }
  }
}
