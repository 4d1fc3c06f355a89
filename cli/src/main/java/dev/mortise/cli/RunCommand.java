package dev.mortise.cli;

import dev.mortise.cli.cache.CacheOption;
import dev.mortise.cli.terminal.Progress;
import dev.mortise.loader.Component;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions.Execution;
import dev.mortise.loader.wave.WaveCall;
import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.value.ComponentValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise run}: calls one function of a component and prints what it returns. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Calls a function of a component and prints its result.",
      "",
      "Without CALL it shows what can be called, with an example of each; a component with nothing"
          + " but one function without parameters just runs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise run examples/hello-java/hello.wasm 'greet(\"World\")'",
      "  mortise run greeter.wasm 'docs:greeter/api.oldest([{name: \"Ann\", age: 31, tags: []}])'",
      "",
      "Values are written as WAVE, and so are results:",
      "  \"text\"  'c'  42  -1.5  true  [1, 2]  (1, \"a\")  {name: \"Ann\", age: 3}",
      "  some(1)  none  ok(1)  err(\"no\")  a-case(1)  a-label  {flag-a, flag-b}"
    })
final class RunCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Parameters(index = "0", paramLabel = "FILE", description = "The component.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CALL",
      description = {
        "The function with its arguments, in quotes: 'greet(\"World\")'.",
        "One of an interface may be named in full, 'docs:greeter/api@1.0.0.greet(…)', or by as"
            + " much as is unambiguous: 'api.greet(…)', 'greet(…)'."
      })
  private @Nullable String call;

  @Parameters(index = "2..*", arity = "0..*", hidden = true)
  private @Nullable List<String> more;

  @Option(names = "--invoke", paramLabel = "CALL", description = "The call as an option: the same.")
  private @Nullable String invoke;

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

  @Override
  public Integer call() throws IOException {
    if (more != null && !more.isEmpty()) {
      throw usage(
          "'"
              + more.getFirst()
              + "' is one argument too many: the call is a single one, in quotes, such as "
              + Shell.quote("greet(\"World\")"));
    }
    if (call != null && invoke != null) {
      throw usage("CALL stands there twice: once by itself and once as --invoke");
    }
    String text = call == null ? invoke : call;
    WaveCall named = text == null ? null : WaveCall.parseName(text);
    String result = result(named);
    if (result != null) {
      spec.commandLine().getOut().println(result);
    }
    return ExitCode.OK.number();
  }

  /** Calls; the result as text, or null when there is none. */
  private @Nullable String result(@Nullable WaveCall named) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, main.interactive(), "loading " + file)) {
      Component component =
          compile
              ? ComponentFile.load(file, Execution.COMPILE)
              : ComponentFile.load(file, cache.tiered(err).withProgress(progress.of(file)));
      ExportedFunctions functions = new ExportedFunctions(component.exports());
      ExportedFunction function = named == null ? only(functions) : functions.find(named);
      List<ComponentValue> arguments = named == null ? List.of() : named.arguments(function.type());
      progress.now((compile ? "compiling and starting " : "starting ") + file);
      ComponentFunction callee = function.of(instantiate(component));
      progress.now("running " + function.name());
      ComponentValue result = callee.callValues(arguments);
      return function.type().result() == null ? null : WavePrinter.print(result);
    }
  }

  private Instance instantiate(Component component) {
    Imports.Builder imports = Imports.builder();
    if (trapMissing) {
      imports.trapMissing();
    }
    try {
      return component.instantiate(imports.build());
    } catch (LinkException e) {
      throw MissingImports.explain(e, component, file);
    }
  }

  /** The function that is meant when none is named. */
  private ExportedFunction only(ExportedFunctions functions) {
    List<ExportedFunction> all = functions.all();
    if (all.size() == 1 && all.getFirst().type().params().isEmpty()) {
      return all.getFirst();
    }
    if (all.isEmpty()) {
      throw usage("the component exports no function, so there is nothing to run");
    }
    StringBuilder text = new StringBuilder("say which function to call:");
    for (ExportedFunction function : all) {
      text.append("\n  ").append(function.wit()).append("\n      ");
      text.append(
          ExampleValues.call(functions.shortName(function), function.type())
              .map(example -> "mortise run " + file + " " + Shell.quote(example))
              .orElse("(needs a resource, a stream or a future, which cannot be written as text)"));
    }
    throw usage(text.toString());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
