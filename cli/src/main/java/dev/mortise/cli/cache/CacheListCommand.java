package dev.mortise.cli.cache;

import dev.mortise.loader.cache.CodeCache;
import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mortise cache list}: a line for each entry, what was used last first. */
@Command(name = "list", description = "Shows what is in the cache, what was used last first.")
final class CacheListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<CodeCache> cache = CacheOption.of(spec.commandLine().getErr());
    if (cache.isEmpty()) {
      out.println("The cache is off: MORTISE_CACHE says so.");
      return 0;
    }
    List<CodeCache.Listed> entries = cache.get().list();
    long bytes = 0;
    for (CodeCache.Listed entry : entries) {
      bytes += entry.bytes();
      out.printf(
          "%s  %10s  %6d classes  %s  %s%n",
          TIME.format(entry.lastUsed()),
          size(entry.bytes()),
          entry.classes(),
          entry.module().substring(0, Math.min(12, entry.module().length())),
          Printable.line(entry.name()));
    }
    out.println(
        (entries.size() == 1 ? "1 entry" : entries.size() + " entries")
            + ", "
            + size(bytes)
            + " in "
            + cache.get().folder());
    return 0;
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
  }
}
