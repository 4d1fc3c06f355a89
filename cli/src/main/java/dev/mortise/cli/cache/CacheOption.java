package dev.mortise.cli.cache;

import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.cache.CodeCache;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a verb that runs code does without the cache. */
public final class CacheOption {
  @Option(
      names = "--no-cache",
      description =
          "Neither use nor write the cache of compiled code. MORTISE_CACHE=off says the same for"
              + " all commands, MORTISE_CACHE=DIR has the cache elsewhere.")
  private boolean noCache;

  /** For picocli. */
  public CacheOption() {}

  /**
   * How to load a component that will run.
   *
   * @param err where warnings about the cache go
   */
  public LoadOptions tiered(PrintWriter err) {
    LoadOptions options = LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.TIERED);
    @Nullable CodeCache cache = noCache ? null : of(err).orElse(null);
    return cache == null ? options : options.withCache(cache);
  }

  /** The user's cache, which says on a line of its own what is wrong with it. */
  static Optional<CodeCache> of(PrintWriter err) {
    return CodeCache.ofUser()
        .map(cache -> cache.withWarnings(text -> err.println("warning: " + text)));
  }
}
