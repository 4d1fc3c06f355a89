package dev.mortise.cli;

import dev.mortise.cli.cache.CacheCommand;
import dev.mortise.cli.report.ErrorReporter;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.jdkmodulelayer.Application;
import dev.mortise.wasi.config.Stdio;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code mortise}: its verbs are the subcommands, one class each. */
@Command(
    name = "mortise",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    description = "Runs WebAssembly components on the JVM.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise run examples/hello-java/hello.wasm 'greet(\"World\")'",
      "  mortise inspect examples/hello-java/hello.wasm",
      "  mortise validate examples/hello-java/*.wasm"
    })
@SuppressWarnings("UnusedVariable") // options that picocli itself or execute() looks at
final class Main implements Runnable {
  private static final String STACK_TRACE = "--stack-trace";

  /** The verbs, in the order of the help. */
  private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

  static {
    VERBS.put("run", RunCommand.class);
    VERBS.put("serve", ServeCommand.class);
    VERBS.put("inspect", InspectCommand.class);
    VERBS.put("validate", ValidateCommand.class);
    VERBS.put("generate", GenerateCommand.class);
    VERBS.put("jar", JarCommand.class);
    VERBS.put("bindgen", BindgenCommand.class);
    VERBS.put("resolve", ResolveCommand.class);
    VERBS.put("java", JavaCommand.class);
    VERBS.put("compare", CompareCommand.class);
    VERBS.put("check", CheckCommand.class);
    VERBS.put("js", JsCommand.class);
    VERBS.put("types", TypesCommand.class);
    VERBS.put("cache", CacheCommand.class);
    VERBS.put("tck", TckCommand.class);
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = STACK_TRACE,
      scope = ScopeType.INHERIT,
      description = "After an error, show the Java stack trace too.")
  private boolean stackTrace;

  private final ErrorReporter errors;
  private final boolean interactive;
  private @Nullable Started started;

  /** What the verb {@code java} has found and {@link #main} is to run. */
  private record Started(Application application, List<String> arguments) {}

  private Main(ErrorReporter errors, boolean interactive) {
    this.errors = errors;
    this.interactive = interactive;
  }

  /**
   * The command.
   *
   * @throws Throwable what the application of {@code mortise java} throws: Java says so, and ends
   *     with 1 when the threads that it has left have ended
   */
  public static void main(String[] args) throws Throwable {
    PrintWriter out = new PrintWriter(System.out, false, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    boolean interactive = Progress.isWatched();
    ErrorReporter errors = new ErrorReporter(err, ansi("stderr"), wantsStackTrace(args));
    Main main = new Main(errors, interactive);
    int exitCode = main.execute(args, out, ansi("stdout"), err);
    Started started = main.started;
    if (started == null) {
      System.exit(exitCode);
    } else {
      started.application.run(started.arguments.toArray(String[]::new));
    }
  }

  /** Without colours: what {@link #main} does, but for the end of the process. */
  static int execute(String[] args, PrintWriter out, PrintWriter err) {
    return execute(args, out, Ansi.OFF, err, Ansi.OFF);
  }

  /** As on a terminal with colours. */
  static int executeInColours(String[] args, PrintWriter out, PrintWriter err) {
    return execute(args, out, Ansi.ON, err, Ansi.ON);
  }

  private static int execute(
      String[] args, PrintWriter out, Ansi outAnsi, PrintWriter err, Ansi errAnsi) {
    ErrorReporter errors = new ErrorReporter(err, errAnsi, wantsStackTrace(args));
    return new Main(errors, false).execute(args, out, outAnsi, err);
  }

  /** Looked for by hand, since it must hold for a wrong command line too. */
  private static boolean wantsStackTrace(String[] args) {
    return Arrays.asList(args).contains(STACK_TRACE);
  }

  /**
   * The verb that is meant, or all: it takes longer to read the annotations of all verbs than to do
   * what many of them do.
   */
  private static Collection<Class<?>> verbs(String[] args) {
    for (String word : args) {
      if (!word.startsWith("-")) {
        Class<?> meant = VERBS.get(word);
        return meant == null ? VERBS.values() : List.of(meant);
      }
    }
    return VERBS.values();
  }

  private int execute(String[] args, PrintWriter out, Ansi outAnsi, PrintWriter err) {
    try {
      CommandLine command = new CommandLine(this);
      verbs(args).forEach(command::addSubcommand);
      command.setOut(out).setErr(err);
      command.setColorScheme(Help.defaultColorScheme(outAnsi));
      command.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
      for (CommandLine verb : command.getSubcommands().values()) {
        verb.getCommandSpec()
            .usageMessage()
            .parameterListHeading("%nArguments:%n")
            .optionListHeading("%nOptions:%n");
        if (verb.getCommand() instanceof RunCommand) {
          verb.setStopAtUnmatched(true); // it may be a word for the component
        }
      }
      command.setExpandAtFiles(false); // @file is for bytes there
      command.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
      command.setParameterExceptionHandler((e, arguments) -> errors.report(e).number());
      command.setExecutionExceptionHandler((e, failed, parsed) -> errors.report(e).number());
      return command.execute(args);
    } catch (Error | RuntimeException e) {
      return errors.report(e).number();
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** For a verb that goes on after an error. */
  ErrorReporter errors() {
    return errors;
  }

  /** Whether somebody watches standard error: a line of it may be written over. */
  boolean interactive() {
    return interactive;
  }

  /** Which standard streams are terminals. */
  Stdio.Terminals terminals() {
    return new Stdio.Terminals(
        Boolean.getBoolean(terminalProperty("stdin")),
        showsOutput(),
        Boolean.getBoolean(terminalProperty("stderr")));
  }

  /** Whether standard output is a terminal. */
  boolean showsOutput() {
    return Boolean.getBoolean(terminalProperty("stdout"));
  }

  /** Lets {@link #main} run an application, once the command line is done with. */
  void start(Application application, List<String> arguments) {
    started = new Started(application, List.copyOf(arguments));
  }

  /** No verb was given. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * Whether a stream shows colours. The launcher knows which of them is a terminal and says so,
   * since Java can only tell whether all of them are.
   */
  private static Ansi ansi(String stream) {
    String terminal = System.getProperty(terminalProperty(stream));
    if (terminal == null) {
      return Ansi.AUTO;
    }
    String noColor = System.getenv("NO_COLOR");
    boolean wanted = (noColor == null || noColor.isEmpty()) && !isDumb();
    return Boolean.parseBoolean(terminal) && wanted ? Ansi.ON : Ansi.OFF;
  }

  private static String terminalProperty(String stream) {
    return "mortise." + stream + ".terminal";
  }

  private static boolean isDumb() {
    return "dumb".equals(String.valueOf(System.getenv("TERM")).toLowerCase(Locale.ROOT));
  }
}
