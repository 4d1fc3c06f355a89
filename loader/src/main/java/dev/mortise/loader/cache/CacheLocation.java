package dev.mortise.loader.cache;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a user's caches are, by the customs of the operating system. */
final class CacheLocation {
  private static final String NAME = "mortise";

  private CacheLocation() {}

  /**
   * The folder for ours.
   *
   * @param system the name of the operating system, as the property {@code os.name} has it
   * @param home the user's folder
   */
  static Path of(String system, Map<String, String> environment, Path home) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return absolute(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve(NAME)
          .resolve("cache");
    }
    if (lower.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(NAME);
    }
    return absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME);
  }

  /** A relative path is no answer: the XDG base directory specification has it ignored. */
  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
