package dev.mortise.runtime.name;

import java.util.regex.Pattern;

/** Hashes in names, as in the W3C's Subresource Integrity ({@code integrity-metadata}). */
final class IntegrityMetadata {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  private IntegrityMetadata() {}

  static void check(String metadata) throws InvalidNameException {
    boolean any = false;
    for (String hash : metadata.trim().split("\\s+")) {
      if (!hash.isEmpty()) {
        any = true;
        checkHash(hash);
      }
    }
    if (!any) {
      throw new InvalidNameException("integrity hash cannot be empty");
    }
  }

  private static void checkHash(String hash) throws InvalidNameException {
    if (!hash.startsWith("sha256") && !hash.startsWith("sha384") && !hash.startsWith("sha512")) {
      throw new InvalidNameException("unrecognized hash algorithm: `" + hash + "`");
    }
    if (hash.length() == 6 || hash.charAt(6) != '-') {
      throw new InvalidNameException("expected `-` after hash algorithm: " + hash);
    }
    int options = hash.indexOf('?');
    String digest = hash.substring(7, options < 0 ? hash.length() : options);
    if (!BASE64.matcher(digest).matches()) {
      throw new InvalidNameException("not valid base64: `" + digest + "`");
    }
  }
}
