package dev.mortise.esmintegration.resolve;

import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a WIT interface where a specifier stands: {@code docs:clock/now@1.0.0}.
 *
 * @param text as it was written
 * @param unversioned without the version
 * @param shortName what follows the slash
 * @param version what follows {@code @}, or null
 */
public record WitSpecifier(
    String text, String unversioned, String shortName, @Nullable String version) {

  /** The interface that a text names; null when it names none. */
  public static @Nullable WitSpecifier of(String text) {
    try {
      if (ExternNameParser.parse(text, true) instanceof ParsedName.Interface name) {
        return new WitSpecifier(
            text,
            name.packageName() + "/" + name.interfaceName(),
            name.interfaceName(),
            name.version());
      }
      return null;
    } catch (InvalidNameException e) {
      return null;
    }
  }

  /**
   * Whether an interface of one name may stand where the other is asked for: it is the same but for
   * a version that one of them does not say, or both say of one track.
   */
  public boolean fits(WitSpecifier other) {
    return unversioned.equals(other.unversioned)
        && (version == null
            || other.version == null
            || Objects.equals(version, other.version)
            || track(version).equals(track(other.version)));
  }

  private static String track(String version) {
    try {
      return Version.parse(version).track();
    } catch (InvalidNameException e) {
      return version; // a version that is cut to its track already
    }
  }
}
