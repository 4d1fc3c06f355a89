package dev.mortise.loader.wit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Random names of one scope, no two alike, and which of them are types. */
final class AnyNames {
  private static final String[] WORDS = {
    "interface", "u8", "list", "own", "type", "map", "async", "with", "a", "XML-b", "c-D3", "e-4"
  };
  private static final Set<String> PLAIN = Set.of("a", "XML-b", "c-D3", "e-4");

  private enum Kind {
    RESOURCE,
    KEY,
    OTHER
  }

  private final Random random;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Kind> types = new LinkedHashMap<>();

  AnyNames(Random random) {
    this.random = random;
  }

  /** The name as text has it. */
  static String escape(String name) {
    return List.of(WORDS).contains(name) && !PLAIN.contains(name) ? "%" + name : name;
  }

  /** A name that was not there yet. */
  String fresh(String prefix) {
    String name = WORDS[random.nextInt(WORDS.length)];
    while (!take(name)) {
      // Not `f64`, which is a keyword.
      name = prefix + "x" + random.nextInt(10_000);
    }
    return name;
  }

  /** Takes a name, if it is not taken. */
  boolean take(String name) {
    return taken.add(name.toLowerCase(Locale.ROOT));
  }

  /** Makes a name a type. */
  void define(String name, boolean resource, boolean key) {
    types.put(name, resource ? Kind.RESOURCE : key ? Kind.KEY : Kind.OTHER);
  }

  boolean isResource(String name) {
    return types.get(name) == Kind.RESOURCE;
  }

  @Nullable String any() {
    return any(kind -> true);
  }

  @Nullable String anyResource() {
    return any(kind -> kind == Kind.RESOURCE);
  }

  @Nullable String anyKey() {
    return any(kind -> kind == Kind.KEY);
  }

  private @Nullable String any(Predicate<Kind> fits) {
    List<String> names =
        types.keySet().stream().filter(name -> fits.test(types.get(name))).toList();
    return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
  }
}
