package dev.mortise.esmintegration.importmap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a module have to be, as Subresource Integrity says it: {@code
 * sha384-oqVuAfXRKap7fdgc…}, or several such, of which the strongest count and one has to fit.
 */
public final class Integrity {
  private static final Pattern TOKEN =
      Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\\?.*)?");

  /** As in {@code sha384}: the greater number is the stronger one. */
  private final String algorithm;

  private final List<byte[]> digests;

  private Integrity(String algorithm, List<byte[]> digests) {
    this.algorithm = algorithm;
    this.digests = List.copyOf(digests);
  }

  /**
   * "Parse metadata", and "get the strongest metadata from set".
   *
   * @return null when nothing of the text is known: then it asks for nothing
   */
  static @Nullable Integrity parse(String metadata) {
    String strongest = "";
    List<byte[]> digests = new ArrayList<>();
    for (String token : metadata.strip().split("\\s+")) {
      Matcher matcher = TOKEN.matcher(token);
      byte[] digest = matcher.matches() ? decoded(matcher.group(2)) : null;
      if (digest == null || matcher.group(1).compareTo(strongest) < 0) {
        continue;
      }
      if (!matcher.group(1).equals(strongest)) {
        strongest = matcher.group(1);
        digests.clear();
      }
      digests.add(digest);
    }
    return digests.isEmpty() ? null : new Integrity(strongest, digests);
  }

  private static byte @Nullable [] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** "Do bytes match metadataList?" */
  public boolean fits(byte[] bytes) {
    byte[] found = digest(bytes);
    return digests.stream().anyMatch(digest -> MessageDigest.isEqual(digest, found));
  }

  /** How the metadata of bytes is written, by the same algorithm. */
  public String of(byte[] bytes) {
    return written(digest(bytes));
  }

  private byte[] digest(byte[] bytes) {
    try {
      String name = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  private String written(byte[] digest) {
    return algorithm + "-" + Base64.getEncoder().encodeToString(digest);
  }

  /** What is asked for. */
  @Override
  public String toString() {
    return String.join(" or ", digests.stream().map(this::written).toList());
  }
}
