package dev.mortise.cli;

import dev.mortise.cli.input.ComponentFile;
import dev.mortise.cli.input.WitText;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.esmintegration.types.Declarations;
import dev.mortise.loader.Component;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise types}: declarations of TypeScript. */
@Command(
    name = "types",
    sortOptions = false,
    description = {
      "Writes declarations of TypeScript for a component, or for a world of WIT: NAME.d.ts, and a"
          + " file for each interface in the folder interfaces.",
      "With allowArbitraryExtensions in tsconfig.json, NAME.d.wasm.ts beside the component declares"
          + " what an import of ./NAME.wasm gives; interfaces that are imported by their names need"
          + " paths there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mortise types greeter.wasm -o types",
      "  mortise types wasi/src/main/wit/0.2 --world wasi:http/proxy -o types"
    })
final class TypesCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A component, or a file or folder of WIT.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path input;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the declarations.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  @Option(
      names = "--world",
      paramLabel = "NAME",
      description = "The world of WIT that is meant; without it the package has one.")
  private @Nullable String world;

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = WitText.is(input) ? ofWit() : ofComponent();
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = output.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
      out.println(Printable.line(path.toString()));
    }
    return ExitCode.OK.number();
  }

  private Map<String, String> ofWit() throws IOException {
    ResolvedWorld found = WitText.load(input, List.of()).world(world);
    return Declarations.of(
        found.type(), found.name().name(), found.name().toString(), found.docs());
  }

  private Map<String, String> ofComponent() throws IOException {
    Component component = ComponentFile.load(input);
    String name = String.valueOf(input.getFileName()).replaceFirst("\\.[^.]*$", "");
    return Declarations.of(component.type(), name, Docs.COMPONENT, component.docs());
  }
}
