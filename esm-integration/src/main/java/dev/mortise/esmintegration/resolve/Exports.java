package dev.mortise.esmintegration.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces that a component exports, by the names that lead to them: the full name, the name
 * without its version, and the short one, as long as it means one of them only.
 */
public final class Exports {
  private final List<String> interfaces;

  /** What leads to an interface. */
  public sealed interface Match {
    /** One interface. */
    record One(String exportName) implements Match {}

    /** Several of one short name. */
    record Ambiguous(List<String> exportNames) implements Match {
      public Ambiguous {
        exportNames = List.copyOf(exportNames);
      }
    }

    /** Nothing. */
    enum None implements Match {
      NONE
    }
  }

  /**
   * The exports of a component.
   *
   * @param interfaces the names under which it exports instances
   */
  public Exports(List<String> interfaces) {
    this.interfaces = List.copyOf(interfaces);
  }

  /** The names under which the component exports instances. */
  public List<String> interfaces() {
    return interfaces;
  }

  /** The interface that a specifier asks for by its WIT name. */
  public Match named(String specifier) {
    if (interfaces.contains(specifier)) {
      return new Match.One(specifier);
    }
    WitSpecifier wanted = WitSpecifier.of(specifier);
    if (wanted == null) {
      return Match.None.NONE;
    }
    return match(
        interfaces.stream()
            .filter(
                name -> {
                  WitSpecifier offered = WitSpecifier.of(name);
                  return offered != null && offered.fits(wanted);
                })
            .toList());
  }

  /** The interface that a fragment asks for, by any of its names. */
  public Match fragment(String fragment) {
    Match named = named(fragment);
    return named == Match.None.NONE
        ? match(interfaces.stream().filter(name -> shortName(name).equals(fragment)).toList())
        : named;
  }

  /** The short names that mean one interface only, each with the full one. */
  public Map<String, String> shortNames() {
    Map<String, @Nullable String> names = new LinkedHashMap<>();
    for (String name : interfaces) {
      names.merge(shortName(name), name, (one, other) -> "");
    }
    Map<String, String> unambiguous = new LinkedHashMap<>();
    names.forEach(
        (shortName, full) -> {
          if (!Objects.requireNonNull(full).isEmpty()) {
            unambiguous.put(shortName, full);
          }
        });
    return unambiguous;
  }

  /** What follows the slash, in kebab case; a plain name itself. */
  private static String shortName(String name) {
    WitSpecifier specifier = WitSpecifier.of(name);
    return specifier == null ? name : specifier.shortName();
  }

  private static Match match(List<String> names) {
    return switch (names.size()) {
      case 0 -> Match.None.NONE;
      case 1 -> new Match.One(names.getFirst());
      default -> new Match.Ambiguous(new ArrayList<>(names));
    };
  }
}
