package dev.mortise.wasi.http;

import dev.mortise.wasi.exchange.HttpField;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names and values fields have (RFC 9110, sections 5.1 and 5.5), and which are the host's.
 */
final class FieldRules {
  /** Fields of a connection, which a component neither sees nor sets. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "connection",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "transfer-encoding",
          "upgrade");

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private FieldRules() {}

  /** Whether a text is a token (RFC 9110, section 5.6.2): the name of a field, or a method. */
  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || TOKEN_MARKS.indexOf(c) >= 0);
  }

  /** Whether bytes are a value: no line ends, and no other control characters but tabs. */
  static boolean isValue(byte[] value) {
    for (byte b : value) {
      if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  static boolean isForbidden(String name) {
    return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The fields that a component may see. */
  static List<HttpField> visible(List<HttpField> fields) {
    return fields.stream().filter(field -> !isForbidden(field.name())).toList();
  }
}
