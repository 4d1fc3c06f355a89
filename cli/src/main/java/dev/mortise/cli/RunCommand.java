package dev.mortise.cli;

import dev.mortise.cli.cache.CacheOption;
import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.run.ComponentRun;
import dev.mortise.cli.run.Output;
import dev.mortise.cli.run.Program;
import dev.mortise.cli.run.ResultPrinter;
import dev.mortise.cli.run.RunImports;
import dev.mortise.cli.run.RunSettings;
import dev.mortise.cli.run.WasiOptions;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.wasi.WasiExit;
import dev.mortise.wasi.config.Stdio;
import dev.mortise.wasi.config.WasiConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code mortise run}: calls one function of a component and prints what it returns. */
@Command(
    name = "run",
    sortOptions = false,
    customSynopsis = {
      "@|bold mortise run|@ [OPTION]… PROGRAM [WORD]…",
      "       @|bold mortise run|@ [OPTION]… FILE FUNCTION [WORD]…",
      "       @|bold mortise run|@ [OPTION]… FILE CALL",
      "       @|bold mortise run|@ [OPTION]… FILE"
    },
    description = {
      "Runs a program, or calls a function of a component and prints its result.",
      "",
      "A PROGRAM is a component that exports wasi:cli/run, or a core module of WASI preview 1. All"
          + " words after it are its own, and its exit code is this command's.",
      "A FUNCTION is a command: its parameters are options, which FILE FUNCTION --help explains. Of"
          + " a result, ok is printed; err goes to standard error, and the exit code is 1.",
      "A CALL is the function with its arguments, as WAVE; it prints the result as it is.",
      "Without either it shows what can be called; a component with nothing but one function"
          + " without parameters just runs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise run --dir data::/data:ro convert.wasm --from /data/in.csv",
      "  mortise run examples/hello-java/hello.wasm greet --help",
      "  mortise run examples/hello-java/hello.wasm greet --who World",
      "  mortise run examples/hello-java/hello.wasm 'greet(\"World\")'",
      "  mortise run greeter.wasm 'docs:greeter/api.oldest([{name: \"Ann\", age: 31, tags: []}])'",
      "",
      "Values of a CALL are written as WAVE, and so are results:",
      "  \"text\"  'c'  42  -1.5  true  [1, 2]  (1, \"a\")  {name: \"Ann\", age: 3}",
      "  some(1)  none  ok(1)  err(\"no\")  a-case(1)  a-label  {flag-a, flag-b}",
      "",
      "JSON has labels as in WIT, an array for a tuple and for flags, null for none,",
      "{\"tag\": \"a-case\", \"val\": 1} for a variant or a result, numbers with all their digits,"
          + " and",
      "\"nan\", \"inf\" and \"-inf\" for what JSON has no number for."
    })
final class RunCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(
      index = "0",
      arity = "0..1", // so that an unknown option before it is what is wrong
      hideParamSyntax = true,
      paramLabel = "FILE",
      preprocessor = ProgramWords.class,
      description = "The component or core module.")
  private @Nullable Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      hideParamSyntax = true,
      paramLabel = "FUNCTION|CALL",
      preprocessor = Rest.class,
      description = {
        "A function, with the words for its parameters after it: greet --who World; or a call, in"
            + " quotes: 'greet(\"World\")'.",
        "A function of an interface may be named in full, docs:greeter/api@1.0.0.greet, or by as"
            + " much as is unambiguous: api.greet, greet."
      })
  private @Nullable String function;

  /** What follows the program, or the function's name, whatever it looks like. */
  private final List<String> words = new ArrayList<>();

  private boolean isProgram;

  /** What follows FILE from the first word on that is neither ours nor the name of a function. */
  @Unmatched private List<String> unmatched = new ArrayList<>();

  @Option(names = "--invoke", paramLabel = "CALL", description = "The call as an option: the same.")
  private @Nullable String invoke;

  @ArgGroup private @Nullable Format format;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private WasiOptions wasi;

  @Option(
      names = "--trap-missing",
      description =
          "Run although imports are missing: a function that is not there traps when it is called.")
  private boolean trapMissing;

  @Option(
      names = "--compile",
      description = {
        "Compile all of the component before it runs, instead of each function when it is first"
            + " called. A large component takes long to compile."
      })
  private boolean compile;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CacheOption cache;

  /** How the result is printed: one of these. */
  private static final class Format {
    @Option(
        names = "--plain",
        description =
            "Print text and characters as they are, everything else as WAVE; so does FUNCTION.")
    private boolean plain;

    @Option(names = "--wave", description = "Print the result as WAVE; so does CALL.")
    private boolean wave;

    @Option(
        names = "--raw",
        description = "Print text or bytes (list<u8>) and nothing else, no line break either.")
    private boolean raw;

    @Option(names = "--json", description = "Print the result as JSON, in one line.")
    @SuppressWarnings("UnusedVariable") // what is left when none of the others is given
    private boolean json;

    /** The one that was given; without one there is no such group. */
    private Output output() {
      return plain ? Output.PLAIN : wave ? Output.WAVE : raw ? Output.RAW : Output.JSON;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!unmatched.isEmpty()) {
      String word = unmatched.getFirst();
      if (word.startsWith("-")) {
        throw new UnmatchedArgumentException(spec.commandLine(), List.of(word));
      }
      throw usage("'" + word + "' is one argument too many: a call is a single one, in quotes");
    }
    if (function != null && invoke != null) {
      throw usage("CALL stands there twice: once by itself and once as --invoke");
    }
    if (file == null) {
      throw usage("Missing required parameter: 'FILE'");
    }
    WasiConfig.Builder granted =
        wasi.config().stdio(new Stdio(System.in, System.out, System.err, main.terminals()));
    try (RunImports imports =
        new RunImports(trapMissing, granted.arguments(programArguments(file)).build())) {
      return isProgram ? runProgram(file, imports) : call(file, imports);
    } catch (WasiExit e) {
      return e.status();
    }
  }

  private LoadOptions options(PrintWriter err) {
    return compile ? LoadOptions.DEFAULT.withExecution(Execution.COMPILE) : cache.tiered(err);
  }

  /** By custom the first is the program's name. */
  private List<String> programArguments(Path program) {
    List<String> arguments = new ArrayList<>();
    arguments.add(String.valueOf(program.getFileName()));
    if (isProgram) {
      arguments.addAll(words);
    }
    return arguments;
  }

  private int runProgram(Path program, RunImports imports) throws IOException {
    Program loaded;
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, main.interactive(), "loading " + program)) {
      loaded = Program.load(program, options(err).withProgress(progress.of(program)), imports);
      progress.now("starting " + program);
    }
    return loaded.run(imports);
  }

  private int call(Path file, RunImports imports) throws IOException {
    ComponentRun.Ending ending;
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, main.interactive(), "loading " + file)) {
      Component component = ComponentFile.load(file, options(err).withProgress(progress.of(file)));
      RunSettings settings =
          new RunSettings(file, imports, format == null ? null : format.output(), compile);
      ComponentRun run = new ComponentRun(component, settings, spec.commandLine(), progress::now);
      ending =
          function == null || isCall(function)
              ? run.call(function == null ? invoke : function)
              : run.command(function, words, System.in);
    }
    return (ending.print(printer()) ? ExitCode.OK : ExitCode.ERR).number();
  }

  /** A name of a function has no parenthesis, a call has one. */
  private static boolean isCall(String word) {
    return word.indexOf('(') >= 0;
  }

  private ResultPrinter printer() {
    CommandLine command = spec.commandLine();
    return new ResultPrinter(
        command.getOut(), System.out, command.getErr(), main.errors()::say, main.showsOutput());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Takes what follows a program off the command line. */
  private static final class ProgramWords implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec parameter, Map<String, Object> info) {
      if (!args.isEmpty()
          && command.userObject() instanceof RunCommand run
          && run.invoke == null
          && Program.is(Path.of(args.peek()))) {
        String program = args.pop();
        run.isProgram = true;
        Rest.take(args, run);
        args.push(program);
      }
      return false;
    }
  }

  /** Takes what follows the name of a function off the command line: the function reads it. */
  private static final class Rest implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec parameter, Map<String, Object> info) {
      if (!args.isEmpty()
          && !isCall(args.peek())
          && command.userObject() instanceof RunCommand run) {
        String function = args.pop();
        take(args, run);
        args.push(function);
      }
      return false;
    }

    /** Moves all words that are left; the first is at the end. */
    private static void take(List<String> args, RunCommand run) {
      List<String> rest = new ArrayList<>(args);
      Collections.reverse(rest);
      args.clear();
      run.words.addAll(rest);
    }
  }
}
