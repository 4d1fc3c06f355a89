package dev.mortise.loader.cache;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of compiled code that outlives the process. Several processes may use it at the same
 * time; a crash at any point costs at most what it has not written yet. What cannot be read is no
 * error: it is made again, and said in one warning.
 */
public final class CodeCache {
  /** The variable that names the folder, or says {@code off}. */
  public static final String VARIABLE = "MORTISE_CACHE";

  /** How large the files together may become, in bytes, before the oldest go. */
  public static final long DEFAULT_LIMIT_BYTES = 1L << 30;

  private static final String OFF = "off";
  private static final String SUFFIX = ".code";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final System.Logger LOG = System.getLogger("dev.mortise.loader.cache");

  private final TrustedFolder folder;
  private final long limitBytes;
  private final Consumer<String> warnings;
  private final Clock clock;

  private CodeCache(TrustedFolder folder, long limitBytes, Consumer<String> warnings, Clock clock) {
    this.folder = folder;
    this.limitBytes = limitBytes;
    this.warnings = warnings;
    this.clock = clock;
  }

  /** The cache in a folder, which is made when it is needed. */
  public static CodeCache at(Path folder) {
    return new CodeCache(
        new TrustedFolder(folder),
        DEFAULT_LIMIT_BYTES,
        text -> LOG.log(Level.WARNING, text),
        Clock.systemUTC());
  }

  /**
   * The user's cache: in the folder that the environment variable {@code MORTISE_CACHE} names, else
   * where the operating system has caches; none when the variable is {@code off}, or the user has
   * no folder.
   */
  public static Optional<CodeCache> ofUser() {
    return ofUser(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Optional<CodeCache> ofUser(String system, Map<String, String> environment, Path home) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals(OFF)) {
      return Optional.empty();
    }
    // Where the system does not know the user, Java's name for the user's folder is a question
    // mark.
    return Optional.of(
            named.isEmpty() ? CacheLocation.of(system, environment, home) : Path.of(named))
        .filter(folder -> !named.isEmpty() || folder.isAbsolute())
        .map(CodeCache::at);
  }

  /** This cache with another bound on the size of all files together, in bytes. */
  public CodeCache withLimit(long bytes) {
    return new CodeCache(folder, bytes, warnings, clock);
  }

  /** This cache with another way to say what is wrong with it; a warning is one line. */
  public CodeCache withWarnings(Consumer<String> warnings) {
    return new CodeCache(folder, limitBytes, warnings, clock);
  }

  /** Where it is. */
  public Path folder() {
    return folder.path();
  }

  /**
   * What is known of a module's code, to read and to add to.
   *
   * @param name what to call it when people look into the cache
   */
  public CodeEntry open(CacheKey key, String name) {
    String file = key.fileName() + SUFFIX;
    Saver saver = new Saver(key, file);
    try {
      String distrust = folder.exists() ? folder.distrust() : null;
      if (distrust != null) {
        warn("not used, since " + distrust);
        return CodeEntry.temporary();
      }
      EntryContent content = read(key, file, true);
      if (content != null) {
        touch(folder.path().resolve(file));
      }
      return CodeEntry.of(key, name, content, saver);
    } catch (IOException e) {
      warn("cannot be read: " + e);
      return CodeEntry.temporary();
    }
  }

  /** Notes that a file was used, where that can be written. */
  private void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, () -> file + " goes sooner than it should", e);
    }
  }

  private @Nullable EntryContent read(CacheKey key, String file, boolean warning)
      throws IOException {
    return switch (folder.read(file)) {
      case TrustedFolder.Found.Nothing nothing -> null;
      case TrustedFolder.Found.Distrusted(String why) -> {
        warnIf(warning, "entry not used, since " + why);
        yield null;
      }
      case TrustedFolder.Found.Whole(byte[] bytes) -> {
        EntryContent content = EntryFormat.read(bytes);
        if (content == null || !content.key().equals(key.text())) {
          warnIf(warning, "entry " + file + " is damaged, and is made again");
          yield null;
        }
        yield content;
      }
    };
  }

  private void warnIf(boolean warning, String text) {
    if (warning) {
      warn(text);
    }
  }

  private void warn(String text) {
    warnings.accept("code cache " + folder.path() + ": " + text);
  }

  private final class Saver implements CodeEntry.Saver {
    private final CacheKey key;
    private final String file;
    private boolean warned;

    Saver(CacheKey key, String file) {
      this.key = key;
      this.file = file;
    }

    @Override
    public void soon(CodeEntry entry) {
      PendingSaves.add(entry);
    }

    @Override
    public synchronized void update(UnaryOperator<@Nullable EntryContent> change) {
      try {
        folder.create();
        String distrust = folder.distrust();
        if (distrust == null) {
          EntryContent content = change.apply(read(key, file, false));
          if (content != null) {
            folder.write(file, EntryFormat.write(content));
            evict(file);
          }
        }
      } catch (IOException e) {
        warnIf(!warned, "cannot be written: " + e);
        warned = true;
      }
    }
  }

  /** Writes at once what would be written soon, of all caches of this process. */
  public static void saveAll() {
    PendingSaves.saveAll();
  }

  /**
   * A file of the cache.
   *
   * @param name what the component was called
   * @param module the SHA-256 of the core module, in hexadecimal
   * @param classes how many classes it has
   * @param lastUsed when a process read or wrote it last
   */
  public record Listed(
      Path file, String name, String module, int classes, long bytes, Instant lastUsed) {}

  /** All entries, what was used last first; files that are damaged are left out. */
  public List<Listed> list() throws IOException {
    List<Listed> entries = new ArrayList<>();
    for (Path file : files()) {
      if (folder.read(file.getFileName().toString()) instanceof TrustedFolder.Found.Whole whole) {
        EntryContent content = EntryFormat.read(whole.bytes());
        if (content != null) {
          entries.add(
              new Listed(
                  file,
                  content.name(),
                  content.key().split(" ", 2)[0],
                  content.classes().size(),
                  whole.bytes().length,
                  Files.getLastModifiedTime(file).toInstant()));
        }
      }
    }
    entries.sort(Comparator.comparing(Listed::lastUsed).reversed());
    return entries;
  }

  /**
   * Removes all entries.
   *
   * @return how many there were
   */
  public int clear() throws IOException {
    int removed = 0;
    for (Path file : files()) {
      removed += Files.deleteIfExists(file) ? 1 : 0;
    }
    removeUnfinished(clock.instant());
    return removed;
  }

  private List<Path> files() throws IOException {
    return filesThat(name -> name.endsWith(SUFFIX));
  }

  private List<Path> filesThat(Predicate<String> named) throws IOException {
    if (!folder.exists()) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.path())) {
      return all.filter(file -> named.test(file.getFileName().toString())).toList();
    }
  }

  /** Removes what was used longest ago until the rest is small enough, but not one file. */
  private void evict(String latest) throws IOException {
    removeUnfinished(clock.instant().minus(ABANDONED));
    List<Map.Entry<Path, FileTime>> byAge = new ArrayList<>();
    long total = 0;
    for (Path file : files()) {
      try {
        byAge.add(Map.entry(file, Files.getLastModifiedTime(file)));
        total += Files.size(file);
      } catch (NoSuchFileException e) {
        // Another process has removed it.
      }
    }
    byAge.sort(Map.Entry.comparingByValue());
    for (Map.Entry<Path, FileTime> entry : byAge) {
      Path file = entry.getKey();
      if (total > limitBytes && !file.getFileName().toString().equals(latest)) {
        total -= Files.exists(file) ? Files.size(file) : 0;
        boolean unused = Files.deleteIfExists(file);
      }
    }
  }

  /** Removes what processes have left that ended while they were writing. */
  private void removeUnfinished(Instant before) throws IOException {
    for (Path file : filesThat(name -> name.startsWith(TrustedFolder.UNFINISHED))) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        boolean unused = Files.deleteIfExists(file);
      }
    }
  }
}
