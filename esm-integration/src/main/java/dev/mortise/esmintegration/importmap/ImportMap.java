package dev.mortise.esmintegration.importmap;

import dev.mortise.esmintegration.url.ModuleUrl;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import map: which module a specifier means, everywhere ({@code imports}) or in the modules of
 * a place ({@code scopes}), and what the bytes of modules have to be ({@code integrity}).
 * Immutable.
 *
 * <pre>{@code
 * {
 *   "imports": { "docs:text/log": "./log.mjs", "lib/": "./vendor/lib/" },
 *   "scopes": { "./admin/": { "docs:text/log": "./admin/log.mjs" } },
 *   "integrity": { "./log.mjs": "sha384-…" }
 * }
 * }</pre>
 */
public final class ImportMap {
  /** A map without entries. */
  public static final ImportMap EMPTY =
      new ImportMap(SpecifierMap.EMPTY, Map.of(), Map.of(), List.of());

  private final SpecifierMap imports;
  private final Map<String, SpecifierMap> scopes;
  private final Map<ModuleUrl, Integrity> integrity;
  private final List<String> warnings;

  /**
   * A map.
   *
   * @param scopes by the URL that a referrer's begins with, the greatest first
   */
  ImportMap(
      SpecifierMap imports,
      Map<String, SpecifierMap> scopes,
      Map<ModuleUrl, Integrity> integrity,
      List<String> warnings) {
    this.imports = imports;
    this.scopes = scopes;
    this.integrity = Map.copyOf(integrity);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads an import map.
   *
   * @param json its text
   * @param base what its relative addresses are relative to: the URL of its own file
   * @throws dev.mortise.runtime.error.ComponentResolutionException when the text is no import map
   */
  public static ImportMap parse(String json, ModuleUrl base) {
    return ImportMapParser.parse(json, base);
  }

  /**
   * What was left out of the map because it cannot mean anything, such as an address that is no
   * URL: a sentence for each, in the order of the text.
   */
  public List<String> warnings() {
    return warnings;
  }

  /** What the bytes of modules have to be, by their URLs without fragments. */
  public Map<ModuleUrl, Integrity> integrity() {
    return integrity;
  }

  /** Whether a module has names of its own: whether a scope of the map fits its URL. */
  public boolean hasScopeFor(ModuleUrl referrer) {
    String url = referrer.toString();
    return scopes.keySet().stream().anyMatch(prefix -> fits(prefix, url));
  }

  /** "Resolve a module specifier": what a specifier means in a module. */
  public Resolution resolve(String specifier, ModuleUrl referrer) {
    ModuleUrl asUrl = ModuleUrl.ofUrlLikeSpecifier(specifier, referrer);
    String normalised = asUrl == null ? specifier : asUrl.toString();
    String referrerUrl = referrer.toString();
    for (var scope : scopes.entrySet()) {
      if (fits(scope.getKey(), referrerUrl)) {
        Resolution inScope = scope.getValue().match(normalised, asUrl);
        if (inScope != Resolution.Unmapped.UNMAPPED) {
          return inScope;
        }
      }
    }
    Resolution mapped = imports.match(normalised, asUrl);
    if (mapped != Resolution.Unmapped.UNMAPPED) {
      return mapped;
    }
    return asUrl == null ? mapped : new Resolution.Itself(asUrl);
  }

  private static boolean fits(String scopePrefix, String referrerUrl) {
    return scopePrefix.equals(referrerUrl)
        || (scopePrefix.endsWith("/") && referrerUrl.startsWith(scopePrefix));
  }

  /** What a specifier means. */
  public sealed interface Resolution {
    /** The URL, where there is one. */
    default @Nullable ModuleUrl found() {
      return switch (this) {
        case Mapped mapped -> mapped.url();
        case Itself itself -> itself.url();
        case Blocked blocked -> null;
        case Unusable unusable -> null;
        case Backtracked backtracked -> null;
        case Unmapped unmapped -> null;
      };
    }

    /** The map says so. */
    record Mapped(ModuleUrl url, String key) implements Resolution {}

    /** The specifier is a URL that the map does not have. */
    record Itself(ModuleUrl url) implements Resolution {}

    /** The map has the specifier, with null: nobody may import it. */
    record Blocked(String key) implements Resolution {}

    /** What follows a prefix makes no URL with its address. */
    record Unusable(String key, String rest, ModuleUrl address) implements Resolution {}

    /** What follows a prefix leads out of its address, by {@code ../}. */
    record Backtracked(String key, ModuleUrl url, ModuleUrl address) implements Resolution {}

    /** A bare specifier that the map does not have. */
    enum Unmapped implements Resolution {
      UNMAPPED
    }
  }
}
