package dev.mortise.loader.compile.body;

/** Reads the bytes of a body, or of a module (core spec, "Binary Format: Values"), strictly. */
final class BodyReader {
  private static final int GROUP_BITS = 7;
  private static final int U32_BYTES = 5;

  /** What the last of five bytes has of 32 bits. */
  private static final int U32_LAST = 0x0f;

  private final byte[] bytes;
  private int position;

  BodyReader(byte[] bytes) {
    this(bytes, 0);
  }

  BodyReader(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  boolean isAtEnd() {
    return position == bytes.length;
  }

  /** The next byte, as an unsigned number. */
  int next() {
    if (position == bytes.length) {
      throw new Unsure();
    }
    return bytes[position++] & 0xff;
  }

  /** The next byte, which is looked at again. */
  int peek() {
    int next = next();
    position--;
    return next;
  }

  void skip(int count) {
    Unsure.unless(bytes.length - position >= count);
    position += count;
  }

  /** A number of 32 bits without sign. */
  int u32() {
    int value = 0;
    for (int i = 0; ; i++) {
      int next = next();
      value |= (next & 0x7f) << (i * GROUP_BITS);
      if (next < 0x80) {
        Unsure.unless(i < U32_BYTES - 1 || next <= U32_LAST);
        return value;
      }
      Unsure.unless(i < U32_BYTES - 1);
    }
  }

  /** An index into something of some length. */
  int index(int length) {
    int index = u32();
    Unsure.unless(index >= 0 && index < length);
    return index;
  }

  /**
   * A number with its sign.
   *
   * @param bits how many it may have; the last byte has no others but copies of the sign
   */
  long signed(int bits) {
    long value = 0;
    for (int shift = 0; ; shift += GROUP_BITS) {
      int next = next();
      long group = ((long) next << (Long.SIZE - GROUP_BITS)) >> (Long.SIZE - GROUP_BITS);
      value = (value & ~(-1L << shift)) | (group << shift);
      if (shift + GROUP_BITS >= bits) {
        long beyond = group >> (bits - shift - 1);
        Unsure.unless(next < 0x80 && (beyond == 0 || beyond == -1));
        return value;
      }
      if (next < 0x80) {
        return value;
      }
    }
  }
}
