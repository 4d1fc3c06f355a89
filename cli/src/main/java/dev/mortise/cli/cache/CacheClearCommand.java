package dev.mortise.cli.cache;

import dev.mortise.loader.cache.CodeCache;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mortise cache clear}: removes all entries. */
@Command(name = "clear", description = "Removes everything from the cache.")
final class CacheClearCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<CodeCache> cache = CacheOption.of(spec.commandLine().getErr());
    int removed = cache.isPresent() ? cache.get().clear() : 0;
    spec.commandLine()
        .getOut()
        .println(removed == 1 ? "1 entry removed" : removed + " entries removed");
    return 0;
  }
}
