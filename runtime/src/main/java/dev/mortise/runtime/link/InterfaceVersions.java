package dev.mortise.runtime.link;

import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds an item under a name, or under the same interface name with a compatible version
 * (Explainer.md, "Canonical Interface Name"): {@code wasi:io/streams@0.2.3} is satisfied by
 * {@code @0.2.12}. The exact name comes first, then the highest compatible version.
 */
public final class InterfaceVersions {
  private InterfaceVersions() {}

  /** The item that a name means, or null. */
  public static <T> @Nullable T find(String name, Map<String, T> items) {
    T exact = items.get(name);
    if (exact != null || name.indexOf('@') < 0) {
      return exact;
    }
    ParsedName.Interface wanted = parse(name);
    Version version = wanted == null ? null : version(wanted);
    if (wanted == null || version == null) {
      return null;
    }
    T best = null;
    Version bestVersion = null;
    for (Map.Entry<String, T> entry : items.entrySet()) {
      ParsedName.Interface candidate = parse(entry.getKey());
      if (candidate == null
          || !candidate.packageName().equals(wanted.packageName())
          || !candidate.interfaceName().equals(wanted.interfaceName())) {
        continue;
      }
      Version found = version(candidate);
      if (found != null
          && found.track().equals(version.track())
          && (bestVersion == null || found.compareTo(bestVersion) > 0)) {
        best = entry.getValue();
        bestVersion = found;
      }
    }
    return best;
  }

  private static ParsedName.@Nullable Interface parse(String name) {
    try {
      return ExternNameParser.parse(name, true) instanceof ParsedName.Interface found
          ? found
          : null;
    } catch (InvalidNameException e) {
      return null;
    }
  }

  private static @Nullable Version version(ParsedName.Interface name) {
    String text = name.version();
    if (text == null) {
      return null;
    }
    try {
      return Version.parse(text);
    } catch (InvalidNameException e) {
      return null;
    }
  }
}
