package dev.mortise.wasi.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A policy made of rules: {@code api.example.com}, {@code *.example.com}, {@code localhost:8080},
 * {@code https://example.com}, {@code *}. Without a scheme it is each, without a port that of the
 * scheme.
 */
public final class HttpRules implements HttpPolicy {
  private final List<Rule> rules;

  private HttpRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** The host is text with a star at its beginning or none; a port of -1 is the scheme's. */
  private record Rule(String scheme, String host, int port) {
    static Rule of(String text) {
      String scheme = "";
      String rest = text.toLowerCase(Locale.ROOT);
      int slashes = rest.indexOf("://");
      if (slashes >= 0) {
        scheme = rest.substring(0, slashes);
        rest = rest.substring(slashes + 3);
      }
      int colon = rest.lastIndexOf(':');
      int port = -1;
      if (colon > rest.indexOf(']')) {
        port = port(text, rest.substring(colon + 1));
        rest = rest.substring(0, colon);
      }
      boolean star =
          rest.lastIndexOf('*') > 0
              || (rest.length() > 1 && rest.startsWith("*") && !rest.startsWith("*."));
      if (rest.isEmpty()
          || rest.indexOf('/') >= 0
          || star
          || !List.of("", "http", "https").contains(scheme)) {
        throw wrong(text);
      }
      return new Rule(scheme, rest, port);
    }

    private static int port(String text, String digits) {
      try {
        return digits.equals("*") ? 0 : Integer.parseInt(digits);
      } catch (NumberFormatException e) {
        throw wrong(text);
      }
    }

    private static IllegalArgumentException wrong(String text) {
      return new IllegalArgumentException(
          "`"
              + text
              + "` is no rule for hosts: write example.com, *.example.com, localhost:8080,"
              + " https://example.com or *");
    }

    boolean allows(URI uri) {
      String name = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      String itsScheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      int usual = itsScheme.equals("https") ? 443 : 80;
      int itsPort = uri.getPort() < 0 ? usual : uri.getPort();
      boolean hostFits =
          host.equals("*")
              || host.equals(name)
              || (host.startsWith("*.") && name.endsWith(host.substring(1)));
      boolean portFits =
          port == 0 || (port < 0 ? host.equals("*") || itsPort == usual : port == itsPort);
      return hostFits && portFits && (scheme.isEmpty() || scheme.equals(itsScheme));
    }
  }

  /**
   * A policy.
   *
   * @throws IllegalArgumentException when a text is no rule
   */
  public static HttpRules of(List<String> rules) {
    return new HttpRules(rules.stream().map(Rule::of).toList());
  }

  @Override
  public boolean maySend(URI uri) {
    return rules.stream().anyMatch(rule -> rule.allows(uri));
  }
}
