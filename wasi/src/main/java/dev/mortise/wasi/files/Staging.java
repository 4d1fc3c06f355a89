package dev.mortise.wasi.files;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names under which something is made before it is moved to its place. No component sees or reaches
 * them.
 */
final class Staging {
  private static final String PREFIX = ".mortise-staging-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Staging() {}

  /** A name that nobody has. */
  static String name() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return PREFIX + HexFormat.of().formatHex(bytes);
  }

  /** Whether a name is one of those. */
  static boolean isName(String name) {
    return name.startsWith(PREFIX);
  }
}
