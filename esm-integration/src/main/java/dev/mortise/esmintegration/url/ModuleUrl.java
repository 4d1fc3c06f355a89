package dev.mortise.esmintegration.url;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A URL that names a module, normalised as the URL standard does it: {@code file:///a/b.mjs}, or
 * the opaque {@code docs:clock/now@1.0.0}. Two URLs are the same module when they are equal.
 *
 * @param scheme in lower case, without the colon
 * @param authority what stands between two slashes and the path, or null when there is none
 * @param path from its slash on, encoded; of an opaque URL all after the colon
 * @param query without its question mark, or null
 * @param fragment without its number sign, or null
 */
public record ModuleUrl(
    String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** Reads an absolute URL; null when the text is none. */
  public static @Nullable ModuleUrl parse(String text) {
    return UrlParser.parse(text, null);
  }

  /** Reads a URL, relative to a base unless it is absolute; null when the text is none. */
  public static @Nullable ModuleUrl parse(String text, ModuleUrl base) {
    return UrlParser.parse(text, base);
  }

  /**
   * The URL of a file.
   *
   * @param path absolute, with slashes; on Windows beginning with the drive
   */
  public static ModuleUrl ofFile(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    String encoded = PercentCoding.encode(rooted.replace("%", "%25"), PercentCoding.PATH);
    return new ModuleUrl("file", "", encoded, null, null);
  }

  /**
   * Resolves a specifier that says by itself which module it means (HTML standard, "resolve a
   * URL-like module specifier"): one that begins with a slash, a dot and a slash, or two dots and a
   * slash, or an absolute URL. Null for all others, which are bare.
   */
  public static @Nullable ModuleUrl ofUrlLikeSpecifier(String specifier, ModuleUrl base) {
    boolean relative =
        specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
    return relative ? parse(specifier, base) : parse(specifier);
  }

  /** Whether the URL standard knows the scheme: {@code file}, {@code https} and the like. */
  public boolean isSpecial() {
    return UrlParser.isSpecial(scheme);
  }

  /** Whether the path is no list of segments, so that nothing is relative to it. */
  public boolean isOpaque() {
    return !path.startsWith("/") && authority == null;
  }

  /** Whether this names a file of this machine. */
  public boolean isFile() {
    return scheme.equals("file") && Objects.equals(authority, "");
  }

  /** The path of a file, decoded, with slashes; on Windows it begins with the drive. */
  public String filePath() {
    String decoded = PercentCoding.decode(path);
    return decoded.matches("/[A-Za-z]:.*") ? decoded.substring(1) : decoded;
  }

  /** The fragment, decoded, or null. */
  public @Nullable String decodedFragment() {
    return fragment == null ? null : PercentCoding.decode(fragment);
  }

  /** This URL with another fragment, or none. */
  public ModuleUrl withFragment(@Nullable String fragment) {
    return new ModuleUrl(scheme, authority, path, query, fragment);
  }

  /** The URL as text: its serialization. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(scheme).append(':');
    if (authority != null) {
      text.append("//").append(authority);
    } else if (path.startsWith("//")) {
      text.append("/.");
    }
    text.append(path);
    if (query != null) {
      text.append('?').append(query);
    }
    if (fragment != null) {
      text.append('#').append(fragment);
    }
    return text.toString();
  }
}
