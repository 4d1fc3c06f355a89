package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Lifts a string from memory.
 *
 * <p><b>Shape</b> address and length → string. <b>Units</b> the length counts code units, tagged
 * when {@code latin1+utf16} holds UTF-16. <b>Traps</b> in this order: more than 2<sup>28</sup> − 1
 * bytes; not aligned; not in memory; not well formed. <b>Spec</b> {@code CanonicalABI.md#loading},
 * {@code load_string_from_range}.
 */
public final class StringLifting {
  private StringLifting() {}

  /** Lifts the string at an address. */
  public static String load(
      AbiContext context,
      AddressWidth width,
      StringEncoding encoding,
      long address,
      long taggedCodeUnits) {
    boolean tagged =
        encoding == StringEncoding.LATIN1_UTF16 && (taggedCodeUnits & width.utf16Tag()) != 0;
    boolean wide = tagged || encoding == StringEncoding.UTF16;
    long codeUnits = tagged ? taggedCodeUnits ^ width.utf16Tag() : taggedCodeUnits;
    long maxCodeUnits = wide ? AbiTraps.MAX_BYTE_LENGTH / 2 : AbiTraps.MAX_BYTE_LENGTH;
    if (Long.compareUnsigned(codeUnits, maxCodeUnits) > 0) {
      throw AbiTraps.stringTooLong(codeUnits);
    }
    int alignmentBytes = encoding == StringEncoding.UTF8 ? 1 : 2;
    if (!Areas.isAligned(address, alignmentBytes)) {
      throw AbiTraps.pointerNotAligned("string", address, alignmentBytes);
    }
    int byteLength = (int) (wide ? 2 * codeUnits : codeUnits);
    long memoryByteLength = context.memory().byteLength();
    if (!Areas.inBounds(address, byteLength, memoryByteLength)) {
      throw AbiTraps.stringOutOfBounds(address, byteLength, memoryByteLength);
    }
    if (byteLength == 0) {
      return tagged ? emptyTagged(context) : "";
    }
    byte[] bytes = new byte[byteLength];
    context.memory().read(address, bytes, 0, byteLength);
    if (wide) {
      String string = decodeUtf16(bytes);
      if (tagged && string.chars().allMatch(c -> c <= 0xff)) {
        context.liftedTagged(string);
      }
      return string;
    }
    return encoding == StringEncoding.UTF8
        ? decodeUtf8(bytes)
        : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** An empty string that is an object of its own, by which its tag is known where it goes. */
  private static String emptyTagged(AbiContext context) {
    String empty = new String(new char[0]);
    context.liftedTagged(empty);
    return empty;
  }

  private static String decodeUtf16(byte[] bytes) {
    char[] units = new char[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().get(units);
    for (int i = 0; i < units.length; i++) {
      if (Character.isSurrogate(units[i])) {
        boolean paired =
            Character.isHighSurrogate(units[i])
                && i + 1 < units.length
                && Character.isLowSurrogate(units[i + 1]);
        if (!paired) {
          throw AbiTraps.unpairedSurrogate(units[i], i);
        }
        i++;
      }
    }
    return new String(units);
  }

  private static String decodeUtf8(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return decodeBeyondAscii(bytes);
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String decodeBeyondAscii(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, false);
    if (result.isError() || in.hasRemaining()) {
      throw AbiTraps.invalidUtf8(in.position(), !result.isError());
    }
    return out.flip().toString();
  }
}
