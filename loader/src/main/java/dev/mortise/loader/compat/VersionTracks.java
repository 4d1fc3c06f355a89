package dev.mortise.loader.compat;

import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds which names mean one thing in two versions of a component: equal ones, and interfaces whose
 * versions are of one track (Explainer.md, "Canonical Interface Name"), such as {@code
 * wasi:io/streams@0.2.3} and {@code @0.2.6}.
 */
final class VersionTracks {
  private VersionTracks() {}

  /** The new name for each old one that has one; no new name is taken twice. */
  static Map<String, String> match(Set<String> before, Set<String> after) {
    Map<String, String> matches = new LinkedHashMap<>();
    Map<String, String> free = new HashMap<>();
    for (String name : after) {
      if (!before.contains(name)) {
        free.putIfAbsent(track(name), name);
      }
    }
    for (String name : before) {
      String match = after.contains(name) ? name : free.remove(track(name));
      if (match != null) {
        matches.put(name, match);
      }
    }
    return matches;
  }

  /** The name with the track in place of the version. */
  private static String track(String name) {
    try {
      if (ExternNameParser.parse(name, true) instanceof ParsedName.Interface parsed) {
        String version = parsed.version();
        if (version != null) {
          return parsed.packageName()
              + "/"
              + parsed.interfaceName()
              + "@"
              + Version.parse(version).track();
        }
      }
      return name;
    } catch (InvalidNameException e) {
      return name;
    }
  }
}
