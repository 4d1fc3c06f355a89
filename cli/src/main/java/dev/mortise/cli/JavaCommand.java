package dev.mortise.cli;

import dev.mortise.cli.input.WireOption;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.jdkmodulelayer.Application;
import dev.mortise.jdkmodulelayer.ComponentLayer;
import dev.mortise.jdkmodulelayer.LayerBuilder;
import dev.mortise.jdkmodulelayer.find.FoundModules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise java}: a Java application whose module path has components on it. */
@Command(
    name = "java",
    sortOptions = false,
    customSynopsis =
        "@|bold mortise java|@ [OPTION]… -p PATH[:PATH…] -m MODULE[/CLASS] [ARGUMENT]…",
    description = {
      "Runs a Java application as java does, with components among the modules of its path: it"
          + " imports one by its module-info alone.",
      "A component's module is named after its file: requires text.c is text-c.wasm. Its world, and"
          + " each interface that it exports, is a service; what it imports comes from another"
          + " component or from a Java module that provides it."
    },
    footerHeading = "%nExit codes and errors of the application are as with java.%n%nExample:%n",
    footer = {
      "  mortise java -p target/app:examples/module-path/components \\",
      "      -m examples.modulepath/examples.modulepath.Main World"
    })
final class JavaCommand implements Callable<Integer> {
  private static final String ALL_OF_PATH = "ALL-MODULE-PATH";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Option(
      names = {"-p", "--module-path"},
      paramLabel = "PATH",
      required = true,
      description =
          "Components, modular jars, folders of both, and folders of a module's classes, with"
              + " ${sys:path.separator} between; the first of a name counts.")
  private List<String> path = List.of();

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE[/CLASS]",
      required = true,
      preprocessor = Rest.class,
      description = "The main module and class; what follows are the application's arguments.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String mainClass;

  @Option(
      names = "--add-modules",
      paramLabel = "NAME",
      split = ",",
      description = "More modules of the path to begin with; " + ALL_OF_PATH + " for all of them.")
  private List<String> added = List.of();

  @Option(names = "--wire", paramLabel = WireOption.LABEL, description = WireOption.DESCRIPTION)
  private List<String> wires = List.of();

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = "Set a system property of the application: -Dname=value.")
  private Map<String, String> properties = new LinkedHashMap<>();

  /** What follows the main class, whatever it looks like. */
  private final List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    LayerBuilder builder = ComponentLayer.builder();
    for (String entries : path) {
      for (String entry : entries.split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          builder.path(Path.of(entry));
        }
      }
    }
    WireOption.apply(wires, builder, spec.commandLine());
    int slash = mainClass.indexOf('/');
    String module = slash < 0 ? mainClass : mainClass.substring(0, slash);
    @Nullable String className = slash < 0 ? null : mainClass.substring(slash + 1);
    Set<String> roots = new LinkedHashSet<>(List.of(module));
    for (String name : added) {
      if (name.equals(ALL_OF_PATH)) {
        FoundModules found = builder.find();
        roots.addAll(found.modules().keySet());
      } else {
        roots.add(name);
      }
    }
    ComponentLayer layer = builder.resolve(roots.toArray(String[]::new)).define();
    Application application = layer.application(module, className);
    properties.forEach(System::setProperty);
    main.start(application, arguments);
    return ExitCode.OK.number();
  }

  /** Takes what follows {@code -m} off the command line: it is not ours to read. */
  private static final class Rest implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (!args.isEmpty() && command.userObject() instanceof JavaCommand java) {
        String module = args.pop();
        List<String> rest = new ArrayList<>(args);
        Collections.reverse(rest);
        args.clear();
        args.push(module);
        java.arguments.addAll(rest);
      }
      return false;
    }
  }
}
