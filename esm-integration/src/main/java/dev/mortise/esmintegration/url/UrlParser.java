package dev.mortise.esmintegration.url;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser (URL standard, 4.4), for what names a module: hosts that are numbers are
 * taken as they are written, and quirks of {@code file:} hosts are left out, since no module is
 * read from another host.
 */
final class UrlParser {
  /** The special schemes but {@code file}, with their default ports. */
  private static final Map<String, String> PORTS =
      Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21");

  private static final String FORBIDDEN_IN_HOST = " #/<>?@[\\]^|%";

  private final String scheme;
  private final @Nullable ModuleUrl base;

  private UrlParser(String scheme, @Nullable ModuleUrl base) {
    this.scheme = scheme;
    this.base = base;
  }

  static boolean isSpecial(String scheme) {
    return scheme.equals("file") || PORTS.containsKey(scheme);
  }

  /** The URL, or null when the text is none. */
  static @Nullable ModuleUrl parse(String text, @Nullable ModuleUrl base) {
    String input = trimmed(text);
    int colon = schemeEnd(input);
    if (colon < 0) {
      return base == null ? null : new UrlParser(base.scheme(), base).relative(input);
    }
    String scheme = input.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = input.substring(colon + 1);
    UrlParser parser = new UrlParser(scheme, base);
    if (!isSpecial(scheme)) {
      return parser.generic(rest);
    }
    boolean sameScheme = base != null && base.scheme().equals(scheme);
    if (sameScheme && !parser.beginsWithSlash(rest)) {
      return parser.relative(rest);
    }
    return scheme.equals("file")
        ? parser.absolute(rest)
        : parser.authority(parser.afterSlashes(rest));
  }

  /** Without controls and spaces around it, and without tabs and line breaks in it. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to).replaceAll("[\t\n\r]", "");
  }

  private static int schemeEnd(String input) {
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * A scheme that is not special: with a path of segments after a slash, else with an opaque one.
   */
  private @Nullable ModuleUrl generic(String rest) {
    if (rest.startsWith("//")) {
      return authority(rest.substring(2));
    }
    Parts parts = Parts.of(rest);
    if (rest.startsWith("/")) {
      return url(null, segments(List.of(), parts.path()), parts);
    }
    return new ModuleUrl(
        scheme,
        null,
        PercentCoding.encode(parts.path(), ""),
        query(parts.query()),
        fragment(parts.fragment()));
  }

  /** What has no scheme of its own. */
  private @Nullable ModuleUrl relative(String input) {
    ModuleUrl from = Objects.requireNonNull(base);
    if (from.isOpaque()) {
      return input.startsWith("#") ? from.withFragment(fragment(input.substring(1))) : null;
    }
    if (beginsWithSlash(input)) {
      return absolute(input);
    }
    Parts parts = Parts.of(input);
    if (parts.path().isEmpty()) {
      String query = parts.query() == null ? from.query() : query(parts.query());
      return new ModuleUrl(
          scheme, from.authority(), from.path(), query, fragment(parts.fragment()));
    }
    List<String> before = new ArrayList<>(List.of(from.path().substring(1).split("/", -1)));
    before.removeLast();
    return url(from.authority(), segments(before, parts.path()), parts);
  }

  /** What begins with a slash: of the same scheme, and of the same host unless there are two. */
  private @Nullable ModuleUrl absolute(String input) {
    boolean host = input.length() > 1 && beginsWithSlash(input) && isSlash(input.charAt(1));
    if (host) {
      return authority(input.substring(2));
    }
    Parts parts = Parts.of(input);
    String authority =
        base != null && base.scheme().equals(scheme) ? base.authority() : emptyAuthority();
    return url(authority, segments(List.of(), parts.path()), parts);
  }

  private @Nullable ModuleUrl authority(String input) {
    int end = 0;
    while (end < input.length()
        && !isSlash(input.charAt(end))
        && "?#".indexOf(input.charAt(end)) < 0) {
      end++;
    }
    String authority = normalisedAuthority(input.substring(0, end));
    if (authority == null) {
      return null;
    }
    Parts parts = Parts.of(input.substring(end));
    boolean noPath = parts.path().isEmpty() && !isSpecial(scheme);
    return url(authority, noPath ? "" : segments(List.of(), parts.path()), parts);
  }

  private @Nullable String normalisedAuthority(String text) {
    if (scheme.equals("file")) {
      return text.equalsIgnoreCase("localhost") ? "" : host(text);
    }
    int at = text.lastIndexOf('@');
    String user = text.substring(0, at + 1);
    String hostAndPort = text.substring(at + 1);
    int colon = hostAndPort.lastIndexOf(':');
    boolean hasPort = colon >= 0 && hostAndPort.indexOf(']', colon) < 0;
    String port = hasPort ? hostAndPort.substring(colon + 1) : "";
    String host = host(hasPort ? hostAndPort.substring(0, colon) : hostAndPort);
    if (host == null || !port.matches("[0-9]*") || (host.isEmpty() && isSpecial(scheme))) {
      return null;
    }
    boolean isDefault = port.isEmpty() || port.equals(PORTS.get(scheme));
    return user + host + (isDefault ? "" : ":" + port);
  }

  private @Nullable String host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return text.toLowerCase(Locale.ROOT);
    }
    if (!isSpecial(scheme)) {
      return text.chars().anyMatch(c -> c != '%' && FORBIDDEN_IN_HOST.indexOf(c) >= 0)
          ? null
          : PercentCoding.encode(text, "");
    }
    try {
      String ascii = IDN.toASCII(PercentCoding.decode(text)).toLowerCase(Locale.ROOT);
      return ascii.chars().anyMatch(c -> c <= ' ' || FORBIDDEN_IN_HOST.indexOf(c) >= 0)
          ? null
          : ascii;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Appends a path to segments, with what its dots mean, encoded. */
  private String segments(List<String> before, String path) {
    List<String> segments = new ArrayList<>(before);
    String text = isSpecial(scheme) ? path.replace('\\', '/') : path;
    String[] added = (text.startsWith("/") ? text.substring(1) : text).split("/", -1);
    for (int i = 0; i < added.length; i++) {
      boolean last = i == added.length - 1;
      String dots = added[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (dots.equals("..")) {
        shorten(segments);
      }
      if (dots.equals(".") || dots.equals("..")) {
        if (last) {
          segments.add("");
        }
      } else {
        segments.add(PercentCoding.encode(added[i], PercentCoding.PATH));
      }
    }
    return "/" + String.join("/", segments);
  }

  /** A drive letter of a {@code file:} URL is never left. */
  private void shorten(List<String> segments) {
    boolean drive =
        scheme.equals("file") && segments.size() == 1 && segments.getFirst().matches("[A-Za-z]:");
    if (!segments.isEmpty() && !drive) {
      segments.removeLast();
    }
  }

  private ModuleUrl url(@Nullable String authority, String path, Parts parts) {
    return new ModuleUrl(scheme, authority, path, query(parts.query()), fragment(parts.fragment()));
  }

  private @Nullable String query(@Nullable String text) {
    String set = isSpecial(scheme) ? PercentCoding.SPECIAL_QUERY : PercentCoding.QUERY;
    return text == null ? null : PercentCoding.encode(text, set);
  }

  private static @Nullable String fragment(@Nullable String text) {
    return text == null ? null : PercentCoding.encode(text, PercentCoding.FRAGMENT);
  }

  private @Nullable String emptyAuthority() {
    return isSpecial(scheme) ? "" : null;
  }

  private boolean beginsWithSlash(String text) {
    return !text.isEmpty() && isSlash(text.charAt(0));
  }

  /** A special URL has a host after any number of slashes. */
  private String afterSlashes(String text) {
    int from = 0;
    while (from < text.length() && isSlash(text.charAt(from))) {
      from++;
    }
    return text.substring(from);
  }

  private boolean isSlash(char c) {
    return c == '/' || (c == '\\' && isSpecial(scheme));
  }

  /** A path with what may follow it. */
  private record Parts(String path, @Nullable String query, @Nullable String fragment) {
    static Parts of(String text) {
      int hash = text.indexOf('#');
      String fragment = hash < 0 ? null : text.substring(hash + 1);
      String before = hash < 0 ? text : text.substring(0, hash);
      int mark = before.indexOf('?');
      return mark < 0
          ? new Parts(before, null, fragment)
          : new Parts(before.substring(0, mark), before.substring(mark + 1), fragment);
    }
  }
}
