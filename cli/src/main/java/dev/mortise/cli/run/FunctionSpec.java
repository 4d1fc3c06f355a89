package dev.mortise.cli.run;

import dev.mortise.cli.form.Form;
import dev.mortise.cli.form.TypeWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.INegatableOptionTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli is told of a function: its options, and the text of its help. */
final class FunctionSpec {
  private static final String HELP = "--help";
  private static final String STACK_TRACE = "--stack-trace";

  private final ExportedFunction function;
  private final FunctionHelp help;
  private final String name;

  /** {@code --no-} before any name; picocli's own knows no dots. */
  static final class Negation implements INegatableOptionTransformer {
    @Override
    public String makeNegative(String option, CommandSpec command) {
      return negative(option);
    }

    @Override
    public String makeSynopsis(String option, CommandSpec command) {
      return "--[no-]" + option.substring(2);
    }
  }

  FunctionSpec(ExportedFunction function, FunctionDocs docs, String name) {
    this.function = function;
    this.help = new FunctionHelp(docs);
    this.name = name;
  }

  private static String negative(String option) {
    return "--no-" + option.substring(2);
  }

  CommandSpec of(List<Form> forms, List<Form> positional) {
    Map<String, OptionSpec.Builder> parameters = new LinkedHashMap<>();
    forms.forEach(form -> declare(form, form, null, parameters));
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage()
        .customSynopsis(synopsis(positional))
        .description(help.description(function).toArray(String[]::new))
        .sortOptions(false)
        .footer("", FunctionHelp.formatted(FunctionHelp.result(function.type())));
    if (!parameters.isEmpty()) {
      ArgGroupSpec.Builder group = section("%nParameters:%n");
      parameters.forEach(
          (option, builder) -> group.addArg(negatable(option, builder, parameters).build()));
      spec.addArgGroup(group.build());
    }
    ArgGroupSpec.Builder group = section("%nOptions:%n");
    String[] helps = parameters.containsKey(HELP) ? new String[] {"-h"} : new String[] {"-h", HELP};
    group.addArg(OptionSpec.builder(helps).usageHelp(true).description("Show this help.").build());
    for (Output output : outputs(forms)) {
      group.addArg(
          OptionSpec.builder(output.option())
              .type(boolean.class)
              .description(output.meaning())
              .build());
    }
    spec.addArgGroup(group.build());
    if (!parameters.containsKey(STACK_TRACE)) {
      spec.addOption(OptionSpec.builder(STACK_TRACE).type(boolean.class).hidden(true).build());
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .hidden(true)
            .build());
    return spec;
  }

  private static ArgGroupSpec.Builder section(String heading) {
    return ArgGroupSpec.builder().heading(heading).validate(false).multiplicity("0..1");
  }

  /** The ways to print a result that no parameter has the name of. */
  static List<Output> outputs(List<Form> forms) {
    return Arrays.stream(Output.values())
        .filter(output -> forms.stream().noneMatch(form -> form.option().equals(output.option())))
        .toList();
  }

  private String synopsis(List<Form> positional) {
    StringBuilder words =
        new StringBuilder("@|bold " + FunctionHelp.formatted(name) + "|@ [OPTION]…");
    for (Form form : positional) {
      String word = form.option().substring(2).toUpperCase(Locale.ROOT);
      words.append(form instanceof Form.Repeated ? " [" + word + "]…" : " " + word);
    }
    return words.toString();
  }

  /**
   * Declares the options of a form.
   *
   * @param described the form, or the optional one around it
   * @param said what is said of it where it is declared, or null
   */
  private void declare(
      Form form, Form described, @Nullable String said, Map<String, OptionSpec.Builder> into) {
    if (form instanceof Form.Optional optional) {
      declare(optional.some(), described, said, into);
      return;
    }
    List<String> text = new ArrayList<>(help.option(described, said));
    into.put(
        form.option(),
        typed(OptionSpec.builder(form.option()), form).description(text.toArray(String[]::new)));
    if (form instanceof Form.Parts parts) {
      for (int i = 0; i < parts.parts().size(); i++) {
        Form part = parts.parts().get(i);
        declare(part, part, help.ofPart(parts.type(), i), into);
      }
    }
  }

  private static OptionSpec.Builder typed(OptionSpec.Builder option, Form form) {
    return switch (form) {
      case Form.Switch s -> option.type(Boolean.class).arity("0");
      case Form.Repeated repeated -> words(option, form);
      case Form.Labels labels -> words(option, form);
      case Form.Word word -> words(option, form);
      case Form.Parts parts -> words(option, form);
      case Form.Optional optional -> typed(option, optional.some());
    };
  }

  /** Several words even where one is right: which options those are, picocli need not know. */
  private static OptionSpec.Builder words(OptionSpec.Builder option, Form form) {
    return option
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(TypeWords.label(form.type()));
  }

  /** A switch can be turned off by name, unless another parameter has that name. */
  private static OptionSpec.Builder negatable(
      String option, OptionSpec.Builder builder, Map<String, OptionSpec.Builder> all) {
    boolean isSwitch = builder.type() == Boolean.class;
    return isSwitch && !all.containsKey(negative(option)) ? builder.negatable(true) : builder;
  }
}
