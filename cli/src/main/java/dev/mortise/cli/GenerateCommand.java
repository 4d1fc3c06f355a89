package dev.mortise.cli;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.source.SourceTree;
import dev.mortise.classgen.source.WitModels;
import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.input.Contract;
import dev.mortise.cli.input.JavaName;
import dev.mortise.cli.input.WitText;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mortise generate}: what a project compiles against components with. */
@Command(
    name = "generate",
    sortOptions = false,
    description = {
      "Writes Java sources for components: interfaces, and the types that they declare.",
      "The classes of calls, which have no source, go to another folder."
    },
    footerHeading = "%nExample:%n",
    footer = "  mortise generate --sources gen examples/hello-java/hello-clock.wasm")
final class GenerateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Main main;

  @Option(
      names = "--sources",
      required = true,
      paramLabel = "DIR",
      description = "Where Java sources go. A file that would not change is left alone.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path sources;

  @Option(
      names = "--classes",
      paramLabel = "DIR",
      description = "Where class files and resources go, which belong on the class path.")
  private @Nullable Path classes;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description =
          "The Java package of the components' own classes. Without it greeter.wasm is"
              + " greeter.Greeter.")
  private @Nullable String packageName;

  @Option(
      names = "--wit-feature",
      paramLabel = "FEATURE",
      description = "Take unstable WIT of this feature too; all takes every one.")
  private List<String> features = List.of();

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "Components, or files and folders of WIT.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> inputs;

  @Override
  public Integer call() throws IOException {
    if (packageName != null) {
      JavaName.require("--package", "package", packageName, spec.commandLine());
    }
    List<SourceTree.Input> inputModels = new ArrayList<>();
    Map<String, byte[]> files = new TreeMap<>();
    PrintWriter err = spec.commandLine().getErr();
    ExitCode exitCode = ExitCode.OK;
    for (Path input : inputs) {
      try {
        for (JavaModel model : models(input, files, err)) {
          inputModels.add(new SourceTree.Input(input.toString(), model));
        }
      } catch (MortiseException e) {
        exitCode = main.errors().report(input, e);
      }
    }
    if (exitCode != ExitCode.OK) {
      return exitCode.number();
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<String, String> source : SourceTree.of(inputModels).entrySet()) {
      write(sources.resolve(source.getKey()), source.getValue().getBytes(StandardCharsets.UTF_8));
      out.println(Printable.line(source.getKey()));
    }
    if (classes != null) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(classes.resolve(file.getKey()), file.getValue());
      }
    }
    return ExitCode.OK.number();
  }

  private List<JavaModel> models(Path input, Map<String, byte[]> files, PrintWriter err)
      throws IOException {
    return WitText.is(input)
        ? WitModels.of(WitText.load(input, features), packageName)
        : List.of(component(input, files, err));
  }

  /** The Java of a component; the classes that have no source go to the files. */
  private JavaModel component(Path input, Map<String, byte[]> files, PrintWriter err)
      throws IOException {
    String name = String.valueOf(input.getFileName());
    if (classes == null) {
      return Contract.model(input, packageName);
    }
    ComponentClasses made = ComponentClasses.of(ComponentFile.read(input), name, packageName);
    made.warnings()
        .forEach(warning -> err.println("warning: " + Printable.line(name + ": " + warning)));
    files.putAll(made.resources());
    made.implementation().forEach((file, bytes) -> files.put(file + ".class", bytes));
    return made.model();
  }

  /** Who builds by the time of files shall not see a change where there is none. */
  private static void write(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
