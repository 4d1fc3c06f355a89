package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import java.nio.charset.StandardCharsets;

/**
 * Lowers a string into fresh memory.
 *
 * <p><b>Shape</b> string → address and length. <b>Units</b> the length counts code units of the
 * target, tagged when {@code latin1+utf16} became UTF-16. <b>Traps</b> when what {@code realloc}
 * returns is not aligned or not in memory. <b>Memory</b> the exact calls of {@code realloc} of the
 * specification for a string from that source; the callee owns the result. <b>Spec</b> {@code
 * CanonicalABI.md#storing}, {@code store_string_into_range}.
 */
public final class StringTranscoding {
  private static final String WHAT = "string";

  private final AbiContext context;
  private final AddressWidth width;

  /** A string in memory: where, and its length in code units with the tag. */
  public record Range(long address, long taggedCodeUnits) {}

  private StringTranscoding(AbiContext context, AddressWidth width) {
    this.context = context;
    this.width = width;
  }

  /**
   * Lowers {@code text}, which has no lone surrogates, as a string that came from {@code source}.
   */
  public static Range store(
      AbiContext context,
      AddressWidth width,
      StringEncoding target,
      StringSource source,
      String text) {
    return new StringTranscoding(context, width).store(target, source, text);
  }

  private Range store(StringEncoding target, StringSource source, String text) {
    boolean latin1 = source == StringSource.LATIN1_UTF16 && firstAbove(text, 0xff) == text.length();
    return switch (target) {
      case UTF8 ->
          switch (source) {
            case UTF8 -> copy(text.getBytes(StandardCharsets.UTF_8), 1, 1);
            case UTF16, LATIN1_UTF16_TAGGED -> toUtf8(text, 3);
            case LATIN1_UTF16 -> toUtf8(text, latin1 ? 2 : 3);
          };
      case UTF16 ->
          source == StringSource.UTF8
              ? utf8ToUtf16(text)
              : copy(text.getBytes(StandardCharsets.UTF_16LE), 2, 2);
      case LATIN1_UTF16 ->
          switch (source) {
            case UTF8 -> toLatin1OrUtf16(text, utf8Length(text));
            case UTF16 -> toLatin1OrUtf16(text, text.length());
            case LATIN1_UTF16_TAGGED -> probablyUtf16(text);
            case LATIN1_UTF16 ->
                latin1
                    ? copy(text.getBytes(StandardCharsets.ISO_8859_1), 1, 2)
                    : probablyUtf16(text);
          };
    };
  }

  /** {@code store_string_copy}: one exact allocation. */
  private Range copy(byte[] encoded, int codeUnitBytes, int alignmentBytes) {
    long address = allocate(alignmentBytes, encoded.length);
    write(address, encoded, 0);
    return new Range(address, encoded.length / codeUnitBytes);
  }

  /** {@code store_string_to_utf8}: as many bytes as code units, until one is not ASCII. */
  private Range toUtf8(String text, int worstBytesPerUnit) {
    long codeUnits = text.length();
    long address = allocate(1, codeUnits);
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int ascii = firstAbove(text, 0x7f);
    if (ascii > 0) {
      context.memory().write(address, encoded, 0, ascii);
    }
    if (ascii == text.length()) {
      return new Range(address, codeUnits);
    }
    long worst = codeUnits * worstBytesPerUnit;
    address = reallocate(address, codeUnits, 1, worst);
    write(address, encoded, ascii);
    if (worst > encoded.length) {
      address = reallocate(address, worst, 1, encoded.length);
    }
    return new Range(address, encoded.length);
  }

  /** {@code store_utf8_to_utf16}: two bytes per byte, then what was needed. */
  private Range utf8ToUtf16(String text) {
    long worst = 2 * utf8Length(text);
    long address = allocate(2, worst);
    byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
    write(address, encoded, 0);
    if (encoded.length < worst) {
      address = reallocate(address, worst, 2, encoded.length);
    }
    return new Range(address, encoded.length / 2);
  }

  /** {@code store_string_to_latin1_or_utf16}: Latin-1 until a character does not fit. */
  private Range toLatin1OrUtf16(String text, long sourceCodeUnits) {
    long address = allocate(2, sourceCodeUnits);
    int latin1 = firstAbove(text, 0xff);
    byte[] narrow = text.substring(0, latin1).getBytes(StandardCharsets.ISO_8859_1);
    write(address, narrow, 0);
    if (latin1 < text.length()) {
      return inflate(text, address, sourceCodeUnits, latin1);
    }
    if (latin1 < sourceCodeUnits) {
      address = reallocate(address, sourceCodeUnits, 2, latin1);
    }
    return new Range(address, latin1);
  }

  /** Turns the Latin-1 bytes that lie in memory into UTF-16, and appends the rest of the text. */
  private Range inflate(String text, long narrowAddress, long sourceCodeUnits, int latin1) {
    long worst = 2 * sourceCodeUnits;
    long address = reallocate(narrowAddress, sourceCodeUnits, 2, worst);
    byte[] narrow = new byte[latin1];
    if (latin1 > 0) {
      context.memory().read(address, narrow, 0, latin1);
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i < latin1; i++) {
      encoded[2 * i] = narrow[i];
      encoded[2 * i + 1] = 0;
    }
    write(address, encoded, 0);
    if (worst > encoded.length) {
      address = reallocate(address, worst, 2, encoded.length);
    }
    return new Range(address, encoded.length / 2 | width.utf16Tag());
  }

  /** {@code store_probably_utf16_to_latin1_or_utf16}: UTF-16, narrowed when all of it allows. */
  private Range probablyUtf16(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
    long address = allocate(2, encoded.length);
    write(address, encoded, 0);
    if (firstAbove(text, 0xff) < text.length()) {
      return new Range(address, encoded.length / 2 | width.utf16Tag());
    }
    byte[] narrow = text.getBytes(StandardCharsets.ISO_8859_1);
    write(address, narrow, 0);
    address = reallocate(address, encoded.length, 1, narrow.length);
    return new Range(address, narrow.length);
  }

  private long allocate(int alignmentBytes, long byteLength) {
    return Areas.allocate(context, width, WHAT, alignmentBytes, byteLength);
  }

  private long reallocate(long address, long byteLength, int alignmentBytes, long newByteLength) {
    return Areas.reallocate(
        context, width, WHAT, address, byteLength, alignmentBytes, newByteLength);
  }

  private void write(long address, byte[] encoded, int from) {
    if (from < encoded.length) {
      context.memory().write(address + from, encoded, from, encoded.length - from);
    }
  }

  /** The index of the first code unit above a limit, or the length. */
  private static int firstAbove(String text, int limit) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= limit) {
      i++;
    }
    return i;
  }

  /** The bytes of a well-formed string in UTF-8. */
  private static long utf8Length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 0x7f) {
        bytes += 1;
      } else if (c <= 0x7ff || Character.isSurrogate(c)) {
        bytes += 2; // two surrogates make one character of four bytes
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
