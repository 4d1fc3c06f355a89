package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreExternType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

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

  /** Copies {@code length} bytes to the position of a buffer, which has room, and moves that. */
  default void read(long address, ByteBuffer target, int length) {
    target.put(bytes(address, length));
  }

  /** Copies {@code length} bytes of a buffer in, which stays as it is. */
  default void write(long address, ByteBuffer source, int position, int length) {
    byte[] bytes = new byte[length];
    source.get(position, bytes);
    write(address, bytes, 0, length);
  }

  /** Copies 16-bit numbers out. */
  default void read(long address, short[] target) {
    littleEndian(bytes(address, 2L * target.length)).asShortBuffer().get(target);
  }

  /** Copies 32-bit numbers out. */
  default void read(long address, int[] target) {
    littleEndian(bytes(address, 4L * target.length)).asIntBuffer().get(target);
  }

  /** Copies 64-bit numbers out. */
  default void read(long address, long[] target) {
    littleEndian(bytes(address, 8L * target.length)).asLongBuffer().get(target);
  }

  /** Copies 16-bit numbers in. */
  default void write(long address, short[] source) {
    byte[] bytes = new byte[Math.multiplyExact(2, source.length)];
    littleEndian(bytes).asShortBuffer().put(source);
    write(address, bytes, 0, bytes.length);
  }

  /** Copies 32-bit numbers in. */
  default void write(long address, int[] source) {
    byte[] bytes = new byte[Math.multiplyExact(4, source.length)];
    littleEndian(bytes).asIntBuffer().put(source);
    write(address, bytes, 0, bytes.length);
  }

  /** Copies 64-bit numbers in. */
  default void write(long address, long[] source) {
    byte[] bytes = new byte[Math.multiplyExact(8, source.length)];
    littleEndian(bytes).asLongBuffer().put(source);
    write(address, bytes, 0, bytes.length);
  }

  /** Copies bytes to another memory, or within this one, whose ranges may overlap then. */
  default void copy(long address, CoreMemory target, long targetAddress, int length) {
    target.write(targetAddress, bytes(address, length), 0, length);
  }

  /** The text of bytes in an encoding; what is not well formed is replaced as Java does it. */
  default String text(long address, int length, Charset encoding) {
    return new String(bytes(address, length), encoding);
  }

  /**
   * Stores the characters of a text as bytes, up to the first that is not ASCII.
   *
   * @return how many
   */
  default int storeAscii(long address, String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return i;
      }
      storeByte(address + i, (byte) c);
    }
    return length;
  }

  private byte[] bytes(long address, long length) {
    byte[] bytes = new byte[Math.toIntExact(length)];
    read(address, bytes, 0, bytes.length);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
