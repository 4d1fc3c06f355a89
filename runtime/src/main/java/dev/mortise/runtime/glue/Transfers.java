package dev.mortise.runtime.glue;

import dev.mortise.runtime.abi.Areas;
import dev.mortise.runtime.abi.StringLifting;
import dev.mortise.runtime.abi.StringSource;
import dev.mortise.runtime.abi.StringTranscoding;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.instance.CanonicalContext;

/**
 * Strings and lists of numbers on their way from one component's memory to another's: checked where
 * they lie, allocated where they go, and copied once. A range is one {@code long}, as in {@link
 * Strings} and {@link Lists}.
 */
public final class Transfers {
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final int UTF16_TAG = 1 << 31;

  private Transfers() {}

  /** A string between two memories of UTF-8. */
  public static long utf8(CanonicalContext from, int address, int length, CanonicalContext to) {
    Strings.checkBytes(from, address, length);
    CoreMemory source = from.memory();
    long start = Integer.toUnsignedLong(address);
    if (!isAscii(source, start, length)) {
      // Java's decoder knows what is well formed; the bytes are copied as they are.
      String unused = Strings.loadUtf8(from, address, length);
    }
    long target = Areas.allocate(to, "string", 1, length);
    if (length > 0) {
      source.copy(start, to.memory(), target, length);
    }
    return target << 32 | length;
  }

  private static boolean isAscii(CoreMemory memory, long address, int length) {
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      if ((memory.loadLong(address + i) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (memory.loadByte(address + i) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A string between two memories of any encodings.
   *
   * @param encodings that of the source times 3 plus that of the target, each in the order of
   *     {@code StringEncoding}
   */
  public static long string(
      CanonicalContext from, int address, int tagged, CanonicalContext to, int encodings) {
    StringEncoding source = encoding(encodings / 3);
    String text =
        StringLifting.load(
            from,
            AddressWidth.BITS_32,
            source,
            Integer.toUnsignedLong(address),
            Integer.toUnsignedLong(tagged));
    boolean wide = source == StringEncoding.LATIN1_UTF16 && (tagged & UTF16_TAG) != 0;
    StringTranscoding.Range range =
        StringTranscoding.store(
            to,
            AddressWidth.BITS_32,
            encoding(encodings % 3),
            wide ? StringSource.LATIN1_UTF16_TAGGED : StringSource.of(source),
            text);
    return range.address() << 32 | range.taggedCodeUnits();
  }

  private static StringEncoding encoding(int place) {
    return switch (place) {
      case 0 -> StringEncoding.UTF8;
      case 1 -> StringEncoding.UTF16;
      default -> StringEncoding.LATIN1_UTF16;
    };
  }

  /** The place of an encoding, for {@link #string}. */
  public static int place(StringEncoding encoding) {
    return switch (encoding) {
      case UTF8 -> 0;
      case UTF16 -> 1;
      case LATIN1_UTF16 -> 2;
    };
  }

  /**
   * A list of numbers.
   *
   * @param floats whether NaNs become the canonical one
   */
  public static long numbers(
      CanonicalContext from,
      int address,
      int length,
      CanonicalContext to,
      int elementBytes,
      boolean floats) {
    int count = Lists.check(from, address, length, elementBytes, elementBytes);
    int target = Lists.allocate(to, count, elementBytes, elementBytes);
    numbersAt(from, address, count, to, target, elementBytes, floats);
    return (long) target << 32 | count;
  }

  /** Numbers between two checked addresses. */
  public static void numbersAt(
      CanonicalContext from,
      int address,
      int count,
      CanonicalContext to,
      int target,
      int elementBytes,
      boolean floats) {
    if (count == 0) {
      return;
    }
    long start = Integer.toUnsignedLong(address);
    if (!floats) {
      from.memory().copy(start, to.memory(), Integer.toUnsignedLong(target), count * elementBytes);
    } else if (elementBytes == Float.BYTES) {
      Lists.storeAt(to, Lists.fixedFloats(from, address, count), target);
    } else {
      Lists.storeAt(to, Lists.fixedDoubles(from, address, count), target);
    }
  }
}
