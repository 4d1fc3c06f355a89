package dev.mortise.cli;

import dev.mortise.classgen.jar.ModularJar;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.source.WitModels;
import dev.mortise.cli.input.Contract;
import dev.mortise.cli.input.JavaName;
import dev.mortise.cli.input.WitText;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise bindgen}: jars of declarations. */
@Command(
    name = "bindgen",
    sortOptions = false,
    description = {
      "Makes contract jars of WIT, or of what a component imports and exports: its interfaces and"
          + " types in Java, one modular jar for each WIT package, and no code.",
      "With them a host, or a mock, can be written before there is a component, and components can"
          + " share types."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise bindgen src/main/wit -o contracts",
      "  mortise bindgen examples/hello-java/hello-clock.wasm -o contracts"
    })
final class BindgenCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "INPUT", description = "A file or folder of WIT, or a component.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path input;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the jars, and for those of their sources.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package of worlds. Without it each has one of its name.")
  private @Nullable String packageName;

  @Option(
      names = "--wit-feature",
      paramLabel = "FEATURE",
      description = "Take unstable WIT of this feature too; all takes every one.")
  private List<String> features = List.of();

  @Override
  public Integer call() throws IOException {
    if (packageName != null) {
      JavaName.require("--package", "package", packageName, spec.commandLine());
    }
    List<JavaModel> models =
        WitText.is(input)
            ? WitModels.of(WitText.load(input, features), packageName)
            : List.of(Contract.model(input, packageName));
    Files.createDirectories(output);
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<String, byte[]> jar : ModularJar.contracts(models).entrySet()) {
      Path file = output.resolve(jar.getKey() + ".jar");
      Files.write(file, jar.getValue());
      out.println(Printable.line(file + ": module " + jar.getKey()));
    }
    Path sources = Files.createDirectories(output.resolve("sources"));
    for (Map.Entry<String, byte[]> jar : ModularJar.contractSources(models).entrySet()) {
      Files.write(sources.resolve(jar.getKey() + "-sources.jar"), jar.getValue());
    }
    return ExitCode.OK.number();
  }
}
