package dev.mortise.esmintegration.resolve;

import dev.mortise.esmintegration.url.ModuleUrl;
import org.jspecify.annotations.Nullable;

/**
 * An import: what is asked for, and by whom.
 *
 * @param specifier as it stands in the import
 * @param referrer the importing module as messages show it, or null when it is not known: GraalJS
 *     does not say who imports a bare name
 * @param base the importing module's URL; where it is not known, that of the working folder
 */
public record Request(String specifier, @Nullable String referrer, ModuleUrl base) {

  /** The import in words, as messages begin. */
  String inWords() {
    return "import \"" + specifier + "\"" + (referrer == null ? "" : " in " + referrer);
  }
}
