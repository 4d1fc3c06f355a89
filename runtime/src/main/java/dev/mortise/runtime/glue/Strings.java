package dev.mortise.runtime.glue;

import dev.mortise.runtime.abi.AbiTraps;
import dev.mortise.runtime.abi.Areas;
import dev.mortise.runtime.abi.StringLifting;
import dev.mortise.runtime.abi.StringSource;
import dev.mortise.runtime.abi.StringTranscoding;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.value.UnicodeScalars;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings in memory. A range is one {@code long}: the address in its high half, the tagged length
 * in its low half.
 *
 * <p>Spec: {@code CanonicalABI.md#loading} and {@code #storing}.
 */
public final class Strings {
  /** Up to here, two passes over the characters are quicker than an array for their bytes. */
  private static final int SHORT = 48;

  private static final String WHAT = "string";
  private static final long MAX_BYTE_LENGTH = (1L << 28) - 1;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long QUESTION_MARKS = '?' * ONES;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Strings() {}

  /** Lowers a string as UTF-8. */
  public static long storeUtf8(CanonicalContext context, String text) {
    int length = text.length();
    if (length <= SHORT && isAscii(text)) {
      long address = Areas.allocate(context, WHAT, 1, length);
      int unused = length == 0 ? 0 : context.memory().storeAscii(address, text);
      return address << 32 | length;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (containsQuestionMark(bytes)) {
      // Java writes one for a lone surrogate, which is to become U+FFFD.
      String whole = UnicodeScalars.replaceLoneSurrogates(text);
      if (!whole.equals(text)) {
        bytes = whole.getBytes(StandardCharsets.UTF_8);
      }
    }
    long address = Areas.allocate(context, WHAT, 1, bytes.length);
    context.memory().write(address, bytes, 0, bytes.length);
    return address << 32 | bytes.length;
  }

  /** Lowers a string as UTF-16. */
  public static long storeUtf16(CanonicalContext context, String text) {
    return store(context, StringEncoding.UTF16, text);
  }

  /** Lowers a string as {@code latin1+utf16}. */
  public static long storeLatin1OrUtf16(CanonicalContext context, String text) {
    return store(context, StringEncoding.LATIN1_UTF16, text);
  }

  private static long store(CanonicalContext context, StringEncoding encoding, String text) {
    StringTranscoding.Range range =
        StringTranscoding.store(
            context,
            AddressWidth.BITS_32,
            encoding,
            StringSource.ofHost(encoding),
            UnicodeScalars.replaceLoneSurrogates(text));
    return range.address() << 32 | range.taggedCodeUnits();
  }

  /** Lifts a string from UTF-8. */
  public static String loadUtf8(CanonicalContext context, int address, int length) {
    if (length == 0) {
      return load(context, StringEncoding.UTF8, address, 0);
    }
    checkBytes(context, address, length);
    CoreMemory memory = context.memory();
    String text = memory.text(Integer.toUnsignedLong(address), length, StandardCharsets.UTF_8);
    // Java puts U+FFFD in the place of what is not well formed. In a string of Latin-1 characters
    // this costs nothing: Java knows that it has none.
    return text.indexOf('\uFFFD') < 0 ? text : load(context, StringEncoding.UTF8, address, length);
  }

  /** Lifts a string from UTF-16. */
  public static String loadUtf16(CanonicalContext context, int address, int codeUnits) {
    return load(context, StringEncoding.UTF16, address, codeUnits);
  }

  /** Lifts a string from {@code latin1+utf16}. */
  public static String loadLatin1OrUtf16(CanonicalContext context, int address, int tagged) {
    return load(context, StringEncoding.LATIN1_UTF16, address, tagged);
  }

  private static String load(
      CanonicalContext context, StringEncoding encoding, int address, int tagged) {
    return StringLifting.load(
        context,
        AddressWidth.BITS_32,
        encoding,
        Integer.toUnsignedLong(address),
        Integer.toUnsignedLong(tagged));
  }

  /** Checks a range of bytes that hold a string. */
  static void checkBytes(CanonicalContext context, int address, int length) {
    long byteLength = Integer.toUnsignedLong(length);
    if (byteLength > MAX_BYTE_LENGTH) {
      throw AbiTraps.stringTooLong(byteLength);
    }
    long memoryByteLength = context.memory().byteLength();
    if (Integer.toUnsignedLong(address) + byteLength > memoryByteLength) {
      throw AbiTraps.stringOutOfBounds(
          Integer.toUnsignedLong(address), byteLength, memoryByteLength);
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Eight bytes at a time: whether one of them is a question mark. */
  private static boolean containsQuestionMark(byte[] bytes) {
    int i = 0;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      long differences = (long) LONGS.get(bytes, i) ^ QUESTION_MARKS;
      if (((differences - ONES) & ~differences & HIGH_BITS) != 0) {
        return true;
      }
    }
    for (; i < bytes.length; i++) {
      if (bytes[i] == '?') {
        return true;
      }
    }
    return false;
  }
}
