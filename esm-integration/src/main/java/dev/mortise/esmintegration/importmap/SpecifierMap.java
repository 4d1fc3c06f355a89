package dev.mortise.esmintegration.importmap;

import dev.mortise.esmintegration.url.ModuleUrl;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A module specifier map: normalised specifiers, and beginnings of specifiers that end with a
 * slash, each with the URL it means or with nothing, which blocks it. In descending order, so that
 * the longest beginning that fits comes first.
 */
final class SpecifierMap {
  static final SpecifierMap EMPTY = new SpecifierMap(new TreeMap<>());

  private final SortedMap<String, Address> entries;

  /** Where an entry leads; without a URL, nowhere. */
  record Address(@Nullable ModuleUrl url) {}

  SpecifierMap(SortedMap<String, Address> entries) {
    TreeMap<String, Address> sorted = new TreeMap<>(Comparator.reverseOrder());
    sorted.putAll(entries);
    this.entries = Collections.unmodifiableSortedMap(sorted);
  }

  /** "Resolve an imports match": what the map says of a specifier. */
  ImportMap.Resolution match(String normalised, @Nullable ModuleUrl asUrl) {
    for (var entry : entries.entrySet()) {
      String key = entry.getKey();
      ModuleUrl address = entry.getValue().url();
      if (key.equals(normalised)) {
        return address == null
            ? new ImportMap.Resolution.Blocked(key)
            : new ImportMap.Resolution.Mapped(address, key);
      }
      boolean prefix = key.endsWith("/") && normalised.startsWith(key);
      if (prefix && (asUrl == null || asUrl.isSpecial())) {
        return address == null
            ? new ImportMap.Resolution.Blocked(key)
            : below(address, normalised.substring(key.length()), key);
      }
    }
    return ImportMap.Resolution.Unmapped.UNMAPPED;
  }

  private static ImportMap.Resolution below(ModuleUrl address, String rest, String key) {
    ModuleUrl url = ModuleUrl.parse(rest, address);
    if (url == null) {
      return new ImportMap.Resolution.Unusable(key, rest, address);
    }
    return url.toString().startsWith(address.toString())
        ? new ImportMap.Resolution.Mapped(url, key)
        : new ImportMap.Resolution.Backtracked(key, url, address);
  }
}
