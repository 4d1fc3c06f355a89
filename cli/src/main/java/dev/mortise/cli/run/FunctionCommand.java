package dev.mortise.cli.run;

import static java.util.stream.Collectors.joining;

import dev.mortise.cli.form.Form;
import dev.mortise.cli.form.FormValues;
import dev.mortise.cli.form.Forms;
import dev.mortise.cli.form.TypeWords;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.name.Nearest;
import dev.mortise.runtime.value.ComponentValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * An exported function as a command: its options are made of its parameters.
 *
 * <p>Words without an option are, in order, the parameters that take one word and are not given by
 * name, when these are few; where the only list comes after them, it takes the rest.
 */
public final class FunctionCommand {
  private static final int MOST_WORDS = 3;
  private static final String END_OF_OPTIONS = "--";
  private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-(\\.?[0-9].*|inf)");

  private final List<Form> forms;
  private final List<Form> positional;
  private final CommandLine command;

  /**
   * A call that the words of a command line ask for.
   *
   * @param output how the result is to be printed, or null when the words leave it open
   */
  public record Call(List<ComponentValue> arguments, @Nullable Output output) {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The command of a function.
   *
   * @param name what stands before its words, such as {@code mortise run hello.wasm greet}
   * @param docs what the component says of itself
   * @param run the command that this one belongs to, for its streams and colours
   * @throws CallException when the function takes or gives what no word can be
   */
  public FunctionCommand(ExportedFunction function, String name, Docs docs, CommandLine run) {
    String obstacle = Forms.obstacle(function.type());
    if (obstacle != null) {
      throw new CallException(
          Diagnostic.of("no-command", "function " + function.fullName())
              .because(obstacle + ", which no word of a command line can be")
              .withHint("Java can call it: component.instantiate(…).call(…)"));
    }
    this.forms = Forms.of(function.type());
    this.positional = positional(forms);
    this.command =
        new CommandLine(
            new FunctionSpec(function, new FunctionDocs(docs, function), name)
                .of(forms, positional));
    command.setOut(run.getOut()).setErr(run.getErr()).setColorScheme(run.getColorScheme());
    command.setUsageHelpAutoWidth(false).setUsageHelpWidth(run.getUsageHelpWidth());
    command.setInterpolateVariables(false).setExpandAtFiles(false);
    command.setUnmatchedOptionsArePositionalParams(true); // -5 is a number
    command.setNegatableOptionTransformer(new FunctionSpec.Negation());
  }

  /** The forms whose words need no option: of many, nobody knows the order. */
  private static List<Form> positional(List<Form> forms) {
    List<Form> words = new ArrayList<>();
    List<Form> lists = new ArrayList<>();
    for (Form form : forms) {
      if (form instanceof Form.Word) {
        words.add(form);
      } else if (form instanceof Form.Repeated) {
        lists.add(form);
      }
    }
    if (words.size() > MOST_WORDS) {
      return List.of();
    }
    if (lists.size() == 1) {
      Form list = lists.getFirst();
      if (words.isEmpty() || forms.indexOf(words.getLast()) < forms.indexOf(list)) {
        words.add(list);
      }
    }
    return List.copyOf(words);
  }

  /**
   * Reads the words after the function's name.
   *
   * @param in standard input, for a parameter that asks for it
   * @return the call; null when help was asked for: see {@link #printHelp}
   * @throws ParameterException when a word is missing, or one too many
   * @throws ValueException when a word is not of its parameter's type
   */
  public @Nullable Call parse(List<String> words, InputStream in) {
    int end = words.indexOf(END_OF_OPTIONS);
    List<String> before = end < 0 ? words : words.subList(0, end);
    ParseResult parsed = command.parseArgs(before.toArray(String[]::new));
    if (parsed.isUsageHelpRequested()) {
      return null;
    }
    Map<String, List<String>> given = given(parsed);
    List<String> plain = new ArrayList<>(plain(parsed));
    plain.forEach(this::requireNoOption);
    plain.addAll(end < 0 ? List.of() : words.subList(end + 1, words.size()));
    distribute(plain, given);
    FormValues values = new FormValues(given, in);
    List<Form> missing = new ArrayList<>();
    forms.forEach(form -> values.addMissing(form, missing));
    if (!missing.isEmpty()) {
      throw usage(
          "missing: " + missing.stream().map(f -> inWords(f, missing)).collect(joining(", ")));
    }
    return new Call(forms.stream().map(values::value).toList(), output(parsed));
  }

  /** An option with its type; what may stand there too, when it is the only one. */
  private static String inWords(Form form, List<Form> all) {
    boolean alone = all.size() == 1;
    String type = alone ? TypeWords.describe(form.type()) : TypeWords.name(form.type());
    return form.option() + " (" + type + ")";
  }

  /** Prints what the function is for, and its options. */
  public void printHelp() {
    command.usage(command.getOut());
  }

  private static Map<String, List<String>> given(ParseResult parsed) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      Object value = option.getValue();
      given.put(
          option.longestName(),
          value instanceof List<?> several
              ? several.stream().map(String::valueOf).toList()
              : List.of(String.valueOf(value)));
    }
    return given;
  }

  private static List<String> plain(ParseResult parsed) {
    List<String> words = new ArrayList<>();
    for (PositionalParamSpec word : parsed.matchedPositionals()) {
      if (word.getValue() instanceof List<?> several) {
        several.forEach(each -> words.add(String.valueOf(each)));
      }
    }
    return words;
  }

  private void requireNoOption(String word) {
    if (word.startsWith("-") && word.length() > 1 && !NEGATIVE_NUMBER.matcher(word).matches()) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      List<String> names =
          command.getCommandSpec().optionsMap().keySet().stream()
              .filter(option -> option.startsWith(END_OF_OPTIONS))
              .toList();
      String nearest = Nearest.of(name, names);
      throw usage(
          "there is no option '"
              + name
              + "'"
              + (nearest == null ? "" : ". Did you mean `" + nearest + "`?"));
    }
  }

  /** Gives words without an option to the parameters that are not given by name. */
  private void distribute(List<String> plain, Map<String, List<String>> given) {
    int next = 0;
    for (Form form : positional) {
      if (next < plain.size() && !given.containsKey(form.option())) {
        int end = form instanceof Form.Repeated ? plain.size() : next + 1;
        given.put(form.option(), List.copyOf(plain.subList(next, end)));
        next = end;
      }
    }
    if (next < plain.size()) {
      String which =
          positional.isEmpty()
              ? "no parameter takes a word without its option"
              : "words without an option are "
                  + positional.stream()
                      .map(form -> form.option().substring(2))
                      .collect(joining(", "));
      throw usage("'" + plain.get(next) + "' is one argument too many: " + which);
    }
  }

  private @Nullable Output output(ParseResult parsed) {
    Output found = null;
    for (Output output : Output.values()) {
      // A parameter may have the name: then it is not in FunctionSpec's list.
      if (FunctionSpec.outputs(forms).contains(output)
          && parsed.hasMatchedOption(output.option())) {
        if (found != null) {
          throw usage(found.option() + " and " + output.option() + " exclude each other");
        }
        found = output;
      }
    }
    return found;
  }

  private ParameterException usage(String message) {
    return new ParameterException(command, message);
  }
}
