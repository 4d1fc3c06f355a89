package dev.mortise.cli;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.source.SourceTree;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, JavaModel> models = new LinkedHashMap<>();
    ExitCode exitCode = ExitCode.OK;
    for (Path input : inputs) {
      try {
        Contract contract = Contract.read(input);
        JavaModel unused =
            models.put(
                input.toString(), JavaMapping.of(contract.type(), contract.name(), packageName));
      } catch (MortiseException e) {
        exitCode = main.errors().report(input, e);
      }
    }
    if (exitCode != ExitCode.OK) {
      return exitCode.number();
    }
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> files = SourceTree.of(models);
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(sources.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
      out.println(Printable.line(file.getKey()));
    }
    for (Map.Entry<String, byte[]> file : classFiles().entrySet()) {
      if (classes != null) {
        write(classes.resolve(file.getKey()), file.getValue());
      }
    }
    return ExitCode.OK.number();
  }

  /** What has no source, by path: the code of the components' calls, once there is any. */
  private static Map<String, byte[]> classFiles() {
    return Map.of();
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
