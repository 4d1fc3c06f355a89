package dev.mortise.cli.cache;

import dev.mortise.cli.terminal.Progress;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.cache.CodeCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortise cache warm}: compiles all of a component, so that each start is a warm one. */
@Command(
    name = "warm",
    description = {
      "Compiles all functions of components into the cache.",
      "",
      "A component that has run has the functions in the cache that it used; this is for the first"
          + " start, as when an image of a machine is made."
    })
final class CacheWarmCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The components.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    CodeCache cache =
        CacheOption.of(err)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "the cache is off: MORTISE_CACHE says so"));
    LoadOptions options =
        LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.TIERED).withCache(cache);
    for (Path file : files) {
      try (Progress progress = Progress.onTerminal(err, "loading " + file)) {
        Component unused =
            Component.load(file, options.withProgress(progress.of(file))).compileAll();
        CodeCache.saveAll();
      }
      spec.commandLine().getOut().println(file + " is in the cache");
    }
    return 0;
  }
}
