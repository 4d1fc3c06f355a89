package dev.mortise.loader.wit;

import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names in WIT text: its keywords, and what extern names mean in it. */
final class WitNames {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("use type func u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 float32 float64 char resource"
               + " record flags variant enum bool string option result future stream list own"
               + " borrow _ as from static interface tuple world import export package with include"
               + " constructor error-context async map")
              .split(" "));

  private WitNames() {}

  /** The label, behind a {@code %} when it is a keyword. */
  static String escape(String label) {
    return KEYWORDS.contains(label) ? "%" + label : label;
  }

  /** The name by its parts; a name that cannot be parsed stands for itself. */
  static ParsedName parse(String externName) {
    try {
      return ExternNameParser.parse(externName, true);
    } catch (InvalidNameException e) {
      return new ParsedName.Located(externName);
    }
  }

  /** The name of an interface; packages in packages belong to the package's name. */
  static WitInterface.Name interfaceName(ParsedName.Interface name) {
    String path = name.interfaceName();
    int slash = path.lastIndexOf('/');
    String in =
        slash < 0 ? name.packageName() : name.packageName() + "/" + path.substring(0, slash);
    return new WitInterface.Name(
        new WitPackage.Name(in, completed(name.version())), path.substring(slash + 1));
  }

  /**
   * A version as WIT has it. A canonical interface name ends where compatible versions part, as
   * {@code a:b/c@1} and {@code a:b/c@0.2} do; WIT has no such names.
   */
  static @Nullable String completed(@Nullable String version) {
    if (version == null || !Version.isCanonical(version)) {
      return version;
    }
    long numbers = version.chars().filter(c -> c == '.').count() + 1;
    return version + ".0".repeat((int) Math.max(0, 3 - numbers));
  }
}
