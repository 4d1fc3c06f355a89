package dev.mortise.wasi.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Some addresses and ports, as text: {@code 127.0.0.1:8080}, {@code [::1]:*}, {@code
 * 10.0.0.0/8:443}, {@code db.example.com:5000-5010}, {@code *}. Without a port it is each; a name
 * stands for the addresses that it has when it is asked for.
 */
record AddressRule(String text, String host, int prefix, int firstPort, int lastPort) {
  private static final int MOST_PORT = 65_535;

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException when it is none
   */
  static AddressRule of(String text) {
    String host = text;
    String ports = "*";
    int colon = text.lastIndexOf(':');
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      if (end < 0) {
        throw wrong(text, "the bracket is not closed");
      }
      host = text.substring(1, end);
      String rest = text.substring(end + 1);
      if (rest.startsWith("/")) {
        int port = rest.indexOf(':');
        host += port < 0 ? rest : rest.substring(0, port);
        rest = port < 0 ? "" : rest.substring(port);
      }
      if (!rest.isEmpty()) {
        if (!rest.startsWith(":")) {
          throw wrong(text, "behind the bracket stands `" + rest + "`");
        }
        ports = rest.substring(1);
      }
    } else if (colon >= 0) {
      if (text.indexOf(':') != colon) {
        throw wrong(text, "an address of IPv6 stands in brackets: [::1]:80");
      }
      host = text.substring(0, colon);
      ports = text.substring(colon + 1);
    }
    int prefix = -1;
    int slash = host.indexOf('/');
    if (slash >= 0) {
      prefix = number(text, host.substring(slash + 1), 128);
      host = host.substring(0, slash);
      if (literal(host) == null) {
        throw wrong(text, "only an address has a prefix length");
      }
    }
    if (host.isEmpty()) {
      throw wrong(text, "there is no host");
    }
    int dash = ports.indexOf('-');
    int first =
        ports.equals("*")
            ? 0
            : number(text, dash < 0 ? ports : ports.substring(0, dash), MOST_PORT);
    int last =
        ports.equals("*")
            ? MOST_PORT
            : dash < 0 ? first : number(text, ports.substring(dash + 1), MOST_PORT);
    return new AddressRule(text, host.toLowerCase(Locale.ROOT), prefix, first, last);
  }

  private static int number(String text, String digits, int most) {
    try {
      int number = Integer.parseInt(digits);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As below.
    }
    throw wrong(text, "`" + digits + "` is no number from 0 to " + most);
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "`"
            + text
            + "` is no rule for addresses: "
            + why
            + "; write 127.0.0.1:8080,"
            + " 10.0.0.0/8:443, [::1]:*, example.com:8000-8010 or *");
  }

  /** An address that is written as one, without asking anybody; else null. */
  private static @Nullable InetAddress literal(String host) {
    boolean looksLikeOne =
        host.indexOf(':') >= 0
            || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    try {
      return looksLikeOne ? InetAddress.getByName(host) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  boolean allows(InetSocketAddress address) {
    return address.getPort() >= firstPort
        && address.getPort() <= lastPort
        && (host.equals("*") || isAmong(address.getAddress()));
  }

  private boolean isAmong(InetAddress address) {
    InetAddress literal = literal(host);
    if (literal != null) {
      return matches(literal.getAddress(), address.getAddress());
    }
    try {
      return Arrays.asList(InetAddress.getAllByName(host)).contains(address);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean matches(byte[] rule, byte[] address) {
    if (rule.length != address.length) {
      return false;
    }
    int bits = prefix < 0 ? 8 * rule.length : Math.min(prefix, 8 * rule.length);
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i & 7);
      if (((rule[i >> 3] ^ address[i >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rule is about a name. */
  boolean names(String name) {
    return host.equals("*") || host.equals(name.toLowerCase(Locale.ROOT));
  }
}
