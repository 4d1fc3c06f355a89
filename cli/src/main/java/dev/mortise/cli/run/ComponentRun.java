package dev.mortise.cli.run;

import dev.mortise.cli.form.TypeWords;
import dev.mortise.loader.Component;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.wave.WaveCall;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Calls one function of a component. */
public final class ComponentRun {
  private final Component component;
  private final ExportedFunctions functions;
  private final RunSettings settings;
  private final CommandLine command;
  private final Consumer<String> progress;

  /** What is left to do when nothing is waited for any more. */
  public interface Ending {
    /**
     * Prints.
     *
     * @return whether the function has not failed
     */
    boolean print(ResultPrinter printer) throws IOException;
  }

  /**
   * A run that has not begun.
   *
   * @param command {@code mortise run}
   * @param progress is told what is waited for
   */
  public ComponentRun(
      Component component, RunSettings settings, CommandLine command, Consumer<String> progress) {
    this.component = component;
    this.functions = new ExportedFunctions(component.exports());
    this.settings = settings;
    this.command = command;
    this.progress = progress;
  }

  /**
   * Calls a function with its arguments as WAVE.
   *
   * @param text the call; null for the only function there is, which takes nothing
   * @throws MortiseException when there is no such function, a value does not fit, or the call
   *     fails
   * @throws ParameterException when the function must be named
   */
  public Ending call(@Nullable String text) {
    WaveCall named = text == null ? null : WaveCall.parseName(text);
    ExportedFunction function = named == null ? only() : functions.find(named);
    List<ComponentValue> arguments = named == null ? List.of() : named.arguments(function.type());
    ValType type = function.type().result();
    Output how = settings.output() == null ? Output.WAVE : settings.output();
    requirePrintable(how, type);
    ComponentValue result = result(function, arguments);
    return printer -> {
      printer.print(result, type, how);
      return true;
    };
  }

  /**
   * Runs a function as a command.
   *
   * @param words what follows its name
   * @param in standard input, for a parameter that asks for it
   * @throws MortiseException when there is no such function, a word does not fit, or the call fails
   * @throws ParameterException when a word is missing, or one too many
   */
  public Ending command(String name, List<String> words, InputStream in) {
    ExportedFunction function = functions.find(name);
    FunctionCommand parser =
        new FunctionCommand(function, line(Shell.word(name)), component.docs(), command);
    FunctionCommand.Call call = parser.parse(words, in);
    if (call == null) {
      return printer -> {
        parser.printHelp();
        return true;
      };
    }
    Output own = call.output() == null ? settings.output() : call.output();
    Output how = own == null ? Output.PLAIN : own;
    ValType type = function.type().result();
    requirePrintable(how, ResultPrinter.payload(type));
    ComponentValue result = result(function, call.arguments());
    return printer -> printer.printPayload(function.name(), result, type, how);
  }

  private ComponentValue result(ExportedFunction function, List<ComponentValue> arguments) {
    Path file = settings.file();
    progress.accept((settings.compiled() ? "compiling and starting " : "starting ") + file);
    ComponentFunction started = function.of(settings.imports().instantiate(component, file));
    progress.accept("running " + function.name());
    return started.callValues(arguments);
  }

  private void requirePrintable(Output how, @Nullable ValType type) {
    if (type != null && !how.prints(type)) {
      throw usage(
          how.option() + " is for a string or list<u8>, and the result is " + TypeWords.name(type));
    }
  }

  /** The function that is meant when none is named. */
  private ExportedFunction only() {
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
              .map(example -> line(Shell.quote(example)))
              .orElse("(needs a resource, a stream or a future, which cannot be written as text)"));
    }
    text.append("\nOr with options, as ").append(line("FUNCTION --help")).append(" explains.");
    throw usage(text.toString());
  }

  private String line(String words) {
    return "mortise run " + Shell.word(settings.file().toString()) + " " + words;
  }

  private ParameterException usage(String message) {
    return new ParameterException(command, message);
  }
}
