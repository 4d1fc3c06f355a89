package dev.mortise.loader.engine;

import dev.mortise.loader.core.CoreExternType;

/**
 * A linear memory. Addresses and lengths are in bytes; the caller has checked them against {@link
 * #byteLength()}, which an engine checks again ({@link IndexOutOfBoundsException}). Multi-byte
 * numbers are little-endian.
 */
public non-sealed interface CoreMemory extends CoreExtern {

  @Override
  CoreExternType.Memory type();

  /** Whether this is another view of one and the same memory. */
  default boolean isSame(CoreMemory other) {
    return equals(other);
  }

  /** The current size. */
  long byteLength();

  /** The byte at {@code address}. */
  byte loadByte(long address);

  /** The 16 bits at {@code address}. */
  short loadShort(long address);

  /** The 32 bits at {@code address}. */
  int loadInt(long address);

  /** The 64 bits at {@code address}. */
  long loadLong(long address);

  /** Stores one byte. */
  void storeByte(long address, byte value);

  /** Stores 16 bits. */
  void storeShort(long address, short value);

  /** Stores 32 bits. */
  void storeInt(long address, int value);

  /** Stores 64 bits. */
  void storeLong(long address, long value);

  /** Copies {@code length} bytes out. */
  void read(long address, byte[] target, int offset, int length);

  /** Copies {@code length} bytes in. */
  void write(long address, byte[] source, int offset, int length);
}
