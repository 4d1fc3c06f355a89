package dev.mortise.loader.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What compiled code depends on; entries of other keys are other files.
 *
 * @param module the SHA-256 of the core module's bytes, in hexadecimal
 * @param compiler what tells one version of the engine and of our own compiler from another
 * @param options how the module was compiled
 * @param javaRelease the feature release of the JDK
 */
public record CacheKey(String module, String compiler, String options, int javaRelease) {
  /** The SHA-256 of bytes, in hexadecimal. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }

  /** The key as one line, which stands in the entry too. */
  String text() {
    return String.join(" ", module, compiler, options, "java-" + javaRelease);
  }

  /** The name of the entry's file, without what tells its kind. */
  String fileName() {
    return digest(text().getBytes(StandardCharsets.UTF_8));
  }
}
