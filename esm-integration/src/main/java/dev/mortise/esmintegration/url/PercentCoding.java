package dev.mortise.esmintegration.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding and its sets of characters (URL standard, 1.3). */
final class PercentCoding {
  /** Beyond controls and what is not ASCII; each part of a URL has a set of its own. */
  static final String FRAGMENT = " \"<>`";

  static final String QUERY = " \"#<>";
  static final String SPECIAL_QUERY = QUERY + "'";
  static final String PATH = QUERY + "?^`{}";

  private static final String HEX = "0123456789ABCDEF";

  private PercentCoding() {}

  /** Encodes controls, what is not ASCII, and the characters of a set; what is encoded stays. */
  static String encode(String text, String set) {
    StringBuilder encoded = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c > 0x1f && c < 0x7f && set.indexOf(c) < 0) {
                encoded.append((char) c);
              } else {
                // A lone surrogate becomes U+FFFD, as the standard decodes it.
                int scalar = c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
                for (byte b : Character.toString(scalar).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
              }
            });
    return encoded.toString();
  }

  /** Decodes; a percent sign without two hexadecimal digits stays. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%' && i + 2 < encoded.length) {
        int high = Character.digit(encoded[i + 1], 16);
        int low = Character.digit(encoded[i + 2], 16);
        if (high >= 0 && low >= 0) {
          bytes.write(high << 4 | low);
          i += 2;
          continue;
        }
      }
      bytes.write(encoded[i]);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
