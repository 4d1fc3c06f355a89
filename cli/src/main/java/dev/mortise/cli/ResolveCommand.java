package dev.mortise.cli;

import dev.mortise.cli.input.WireOption;
import dev.mortise.cli.report.ExitCode;
import dev.mortise.cli.report.ResolutionGraph;
import dev.mortise.cli.report.ResolutionJson;
import dev.mortise.cli.report.ResolutionText;
import dev.mortise.jdkmodulelayer.ComponentLayer;
import dev.mortise.jdkmodulelayer.LayerBuilder;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise resolve}: who supplies what to whom. */
@Command(
    name = "resolve",
    sortOptions = false,
    description = {
      "Wires the imports of components to one another, as a layer of modules would, and prints who"
          + " supplies what to whom. Nothing runs.",
      "What is missing, ambiguous, incompatible or goes round is an error, all of it at once."
    },
    footerHeading = "%nThe document of --json:%n",
    footer = {
      "  {roots: [NAME…], modules: [{name, kind, location}…],",
      "   wires: [{importer, import, class, provider, kind}…], contracts: [{package, from}…]}",
      "",
      "Example:",
      "  mortise resolve examples/jpms-layer/components --root shop"
    })
final class ResolveCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Components, modular jars, and folders of both; the first of a name counts.")
  private List<Path> path = List.of();

  @Option(
      names = "--root",
      paramLabel = "NAME",
      description = "A module to begin with; without one, all components of the path.")
  private List<String> roots = List.of();

  @Option(names = "--wire", paramLabel = WireOption.LABEL, description = WireOption.DESCRIPTION)
  private List<String> wires = List.of();

  @ArgGroup private Form form = new Form();

  /** How it is printed; without any of these, as lines of text. */
  static final class Form {
    @Option(names = "--json", description = "Print a JSON document.")
    private boolean json;

    @Option(
        names = "--dot",
        description = "Print a graph for Graphviz: mortise resolve … --dot | dot -Tsvg.")
    private boolean dot;

    @Option(names = "--mermaid", description = "Print a graph for Mermaid.")
    private boolean mermaid;
  }

  @Override
  public Integer call() {
    LayerBuilder builder = ComponentLayer.builder().path(path.toArray(Path[]::new));
    WireOption.apply(wires, builder, spec.commandLine());
    Resolution resolution = builder.resolve(roots.toArray(String[]::new)).resolution();
    PrintWriter out = spec.commandLine().getOut();
    if (form.json) {
      out.println(ResolutionJson.of(resolution));
    } else if (form.dot) {
      ResolutionGraph.of(resolution).dot().forEach(out::println);
    } else if (form.mermaid) {
      ResolutionGraph.of(resolution).mermaid().forEach(out::println);
    } else {
      ResolutionText.of(resolution).forEach(out::println);
    }
    return ExitCode.OK.number();
  }
}
