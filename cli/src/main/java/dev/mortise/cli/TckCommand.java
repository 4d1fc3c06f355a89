package dev.mortise.cli;

import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.error.Printable;
import dev.mortise.tck.Tck;
import dev.mortise.tck.host.Coverage;
import dev.mortise.tck.host.LoaderExecution;
import dev.mortise.tck.report.TckReport;
import dev.mortise.tck.run.Execution;
import dev.mortise.tck.run.ScriptResult;
import dev.mortise.tck.script.Script;
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

  /** How core functions run, and who lifts and lowers. */
  enum Mode {
    /** Interpreters do all of it. */
    interpreted,
    /** Core functions are compiled, and the interpreter lifts and lowers. */
    compiled,
    /** Core functions are compiled when they are first called. */
    tiered,
    /** Core functions are compiled, and generated code lifts and lowers. */
    generated;

    private Execution open(Script script, Coverage coverage) {
      return switch (this) {
        case interpreted -> LoaderExecution.open(script, LoadOptions.Execution.INTERPRET);
        case compiled -> LoaderExecution.open(script, LoadOptions.Execution.COMPILE);
        case tiered -> LoaderExecution.open(script, LoadOptions.Execution.TIERED);
        case generated ->
            LoaderExecution.generating(script, LoadOptions.Execution.COMPILE, coverage);
      };
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
          "How calls run: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default. Core functions are"
              + " interpreted in the first, compiled in the others; in the last, generated code"
              + " lifts and lowers.")
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
    Coverage coverage = new Coverage();
    Tck.Options options = options().running(script -> mode.open(script, coverage));
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
    if (mode == Mode.generated) {
      for (String line : coverage.summary().split("\\R")) {
        out.println(Printable.line(line));
      }
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
