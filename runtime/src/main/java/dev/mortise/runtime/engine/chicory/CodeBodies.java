package dev.mortise.runtime.engine.chicory;

import java.util.Arrays;

/**
 * Where the bodies of a core module's functions stand in its bytes. The decoder has read the module
 * before, so it is well-formed as far as that.
 */
public final class CodeBodies {
  private static final int PREAMBLE_BYTES = 8;
  private static final int TYPES = 1;
  private static final int CODE = 10;
  private static final int REF_NULL = 0x63;
  private static final int REF = 0x64;
  private static final int[] NONE = {};

  private final byte[] bytes;
  private int position = PREAMBLE_BYTES;
  private int[] starts = NONE;
  private int[] ends = NONE;
  private int typesStart;
  private int typesEnd;

  private CodeBodies(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The bodies of a module.
   *
   * @param bytes the module, which is kept and not written to again
   */
  public static CodeBodies of(byte[] bytes) {
    CodeBodies bodies = new CodeBodies(bytes);
    bodies.read();
    return bodies;
  }

  private void read() {
    while (position < bytes.length) {
      int section = position;
      int id = bytes[position++];
      int size = u32();
      int end = position + size;
      if (id == TYPES) {
        typesStart = section;
        typesEnd = end;
      } else if (id == CODE) {
        int count = u32();
        starts = new int[count];
        ends = new int[count];
        for (int i = 0; i < count; i++) {
          int length = u32();
          starts[i] = position;
          position += length;
          ends[i] = position;
        }
      }
      position = end;
    }
  }

  /** How many there are. */
  public int count() {
    return starts.length;
  }

  /** How long one is, in bytes, its locals with it. */
  public int byteLength(int body) {
    return ends[body] - starts[body];
  }

  /** A copy of one, its locals with it. */
  public byte[] body(int body) {
    return Arrays.copyOfRange(bytes, starts[body], ends[body]);
  }

  /** A copy of the section of types as it stands in the module, its id with it; may be empty. */
  public byte[] typeSection() {
    return Arrays.copyOfRange(bytes, typesStart, typesEnd);
  }

  /** Where the first instruction of one stands in the module. */
  int firstInstruction(int body) {
    CodeBodies reader = new CodeBodies(bytes);
    reader.position = starts[body];
    for (int groups = reader.u32(); groups > 0; groups--) {
      int unused = reader.u32();
      reader.skipValueType();
    }
    return reader.position;
  }

  private void skipValueType() {
    int code = bytes[position++];
    if (code == REF || code == REF_NULL) {
      while (bytes[position++] < 0) {
        // A heap type is a number of up to five bytes.
      }
    }
  }

  private int u32() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[position++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
