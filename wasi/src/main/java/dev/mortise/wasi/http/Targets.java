package dev.mortise.wasi.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import wit.wasi.http.v0_2.Types.Method;
import wit.wasi.http.v0_2.Types.Scheme;

/** Methods and addresses of requests, as text and as WASI has them. */
final class Targets {
  private static final String URI_MARKS = "-._~:/?@!$&'()*+,;=%";

  private Targets() {}

  static String text(Method method) {
    return switch (method) {
      case Method.Get get -> "GET";
      case Method.Head head -> "HEAD";
      case Method.Post post -> "POST";
      case Method.Put put -> "PUT";
      case Method.Delete delete -> "DELETE";
      case Method.Connect connect -> "CONNECT";
      case Method.Options options -> "OPTIONS";
      case Method.Trace trace -> "TRACE";
      case Method.Patch patch -> "PATCH";
      case Method.Other(String name) -> name;
    };
  }

  static Method method(String name) {
    return switch (name) {
      case "GET" -> new Method.Get();
      case "HEAD" -> new Method.Head();
      case "POST" -> new Method.Post();
      case "PUT" -> new Method.Put();
      case "DELETE" -> new Method.Delete();
      case "CONNECT" -> new Method.Connect();
      case "OPTIONS" -> new Method.Options();
      case "TRACE" -> new Method.Trace();
      case "PATCH" -> new Method.Patch();
      default -> new Method.Other(name);
    };
  }

  static String text(Scheme scheme) {
    return switch (scheme) {
      case Scheme.Http http -> "http";
      case Scheme.Https https -> "https";
      case Scheme.Other(String name) -> name;
    };
  }

  static Scheme scheme(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "http" -> new Scheme.Http();
      case "https" -> new Scheme.Https();
      default -> new Scheme.Other(name);
    };
  }

  /** RFC 3986, section 3.1. */
  static boolean isScheme(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]*");
  }

  /** A path, a query, both, or {@code *}; nothing that could end a line or begin another field. */
  static boolean isPathWithQuery(String text) {
    boolean begins =
        text.isEmpty() || text.startsWith("/") || text.startsWith("?") || text.equals("*");
    return begins && text.chars().allMatch(c -> c > ' ' && c != '#' && c != 0x7f);
  }

  /** A host, with a port or without (RFC 9110, section 4.2; it has no user). */
  static boolean isAuthority(String text) {
    try {
      URI uri = new URI("http://" + text);
      return text.equals(uri.getRawAuthority())
          && uri.getRawUserInfo() == null
          && text.indexOf('@') < 0
          && (uri.getHost() != null || text.matches("[A-Za-z0-9._~-]+(:[0-9]{1,5})?"))
          && uri.getPort() <= 65_535;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The whole address, or nothing when Java cannot say it. */
  static Optional<URI> uri(Scheme scheme, String authority, String pathWithQuery) {
    try {
      URI uri = new URI(text(scheme) + "://" + authority + encoded(pathWithQuery));
      return uri.getHost() == null || pathWithQuery.equals("*")
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** HTTP is more liberal than RFC 3986, to which Java holds. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    HexFormat hex = HexFormat.of().withUpperCase();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean stray = c == '%' && !isEscape(text, i);
      if (!stray && (URI_MARKS.indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c)))) {
        encoded.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(UTF_8)) {
          encoded.append('%').append(hex.toHexDigits(b));
        }
      }
      i += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
