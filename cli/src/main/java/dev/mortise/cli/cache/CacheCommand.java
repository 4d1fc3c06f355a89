package dev.mortise.cli.cache;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mortise cache}: what to do with compiled code is its subcommands. */
@Command(
    name = "cache",
    sortOptions = false,
    synopsisSubcommandLabel = "list|clear|warm",
    description = {
      "Looks after the cache of compiled code.",
      "",
      "What runs keeps the code that was made of it, so that the next start need not make it again."
          + " The cache is in $XDG_CACHE_HOME/mortise or ~/.cache/mortise, on macOS in"
          + " ~/Library/Caches/mortise, on Windows in %%LOCALAPPDATA%%\\mortise\\cache, or where"
          + " MORTISE_CACHE says. What was used longest ago goes when it is larger than 1 GiB.",
      "It is safe to delete at any time."
    },
    subcommands = {CacheListCommand.class, CacheClearCommand.class, CacheWarmCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {"  mortise cache list", "  mortise cache warm greeter.wasm"})
public final class CacheCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  /** For picocli. */
  public CacheCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do with the cache: list, clear or warm FILE");
  }
}
