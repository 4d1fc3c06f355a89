package dev.mortise.cli;

import dev.mortise.cli.input.FeatureFlags;
import dev.mortise.cli.report.Colours;
import dev.mortise.cli.report.ErrorReporter;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.report.Verdict;
import dev.mortise.cli.report.VerdictsJson;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise validate}: whether components are valid; each file on its own. */
@Command(
    name = "validate",
    description =
        "Checks that components are well-formed and valid, with the code of their core modules, and"
            + " that WIT text is.",
    sortOptions = false,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every file is valid",
      "  else that of the first file that is not: 2 it cannot be read, 3 it is malformed,",
      "  4 it breaks a rule, 5 the engine lacks what its code needs",
      "",
      "The document of --json:",
      "  {valid, exitCode, features: [FLAG…], files: [{file, valid, status, exitCode,",
      "   findings: [{code, where, offset, path: [{step, offset}…], expected, found, why,",
      "               hint, spec, link, message}…]}…]}",
      "  status: valid, malformed, invalid, unsupported or unreadable. A finding has code, where,",
      "  path and message always, the rest where there is something to say.",
      "",
      "Example:",
      "  mortise validate --explain examples/hello-java/*.wasm"
    })
final class ValidateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Components, WIT files, folders with WIT.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> files;

  /** How it is said; one of them. */
  static final class Form {
    @Option(
        names = "--explain",
        description =
            "Show for each finding where it stands in the tree, what was expected and found, and"
                + " the section of the specification.")
    private boolean explain;

    @Option(names = "--json", description = "Print one JSON document for all files.")
    private boolean json;
  }

  @ArgGroup private @Nullable Form form;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FeatureFlags featureFlags;

  @Option(
      names = "--no-code",
      description =
          "Leave out the function bodies of core modules: for large components, of which they take"
              + " nearly all the time (seconds for 10 MB).")
  private boolean noCode;

  /** The exit code is that of the first file that fails. */
  @Override
  public Integer call() {
    Verdict.Checks checks = new Verdict.Checks(featureFlags.features(), !noCode);
    Form chosen = form == null ? new Form() : form;
    return (chosen.json ? json(checks) : text(checks, chosen.explain)).number();
  }

  private ExitCode text(Verdict.Checks checks, boolean explain) {
    PrintWriter out = spec.commandLine().getOut();
    Colours colours = new Colours(spec.commandLine().getColorScheme().ansi());
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      ExitCode found;
      try {
        Verdict verdict = check(file, checks);
        found = verdict.exitCode();
        if (explain) {
          if (file != files.getFirst()) {
            out.println();
          }
          out.print(verdict.explanation().text(colours));
        } else if (verdict.refusal() != null) {
          out.flush();
          found = main.errors().report(file, verdict.refusal());
        } else {
          out.println(Printable.line(file.toString()) + ": valid");
        }
      } catch (IOException e) {
        out.flush();
        found = main.errors().report(new UncheckedIOException(e));
      }
      if (exitCode == ExitCode.OK) {
        exitCode = found;
      }
    }
    return exitCode;
  }

  private ExitCode json(Verdict.Checks checks) {
    VerdictsJson json = new VerdictsJson(checks.features());
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      ExitCode found;
      try {
        Verdict verdict = check(file, checks);
        json.add(verdict);
        found = verdict.exitCode();
      } catch (IOException e) {
        json.addUnreadable(file, ErrorReporter.inWords(e));
        found = ExitCode.USAGE;
      }
      if (exitCode == ExitCode.OK) {
        exitCode = found;
      }
    }
    spec.commandLine().getOut().println(json.text());
    return exitCode;
  }

  private Verdict check(Path file, Verdict.Checks checks) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, main.interactive(), "checking " + file)) {
      return Verdict.of(file, checks, progress::now);
    }
  }
}
