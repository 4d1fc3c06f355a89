package dev.mortise.loader.compile;

import dev.mortise.loader.compile.body.Leb128;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes the bodies of compiled functions out of a core module: each becomes one {@code
 * unreachable}. What remains says what the engine needs to make an instance: types, memories,
 * tables, globals, segments, exports; and names, for stack traces. The decoder has read the module
 * before, so it is well-formed.
 */
public final class StrippedModule {
  private static final int PREAMBLE_BYTES = 8;
  private static final int CUSTOM = 0;
  private static final int CODE = 10;

  /** Three bytes: no locals, {@code unreachable}, {@code end}. */
  private static final byte[] EMPTY_BODY = {3, 0, 0, 0x0b};

  private final byte[] bytes;
  private int position = PREAMBLE_BYTES;

  private StrippedModule(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The module without bodies.
   *
   * @param importedFunctions how many functions come before the first body
   * @param kept the functions whose bodies stay, by index
   */
  public static byte[] of(byte[] bytes, int importedFunctions, Set<Integer> kept) {
    return new StrippedModule(bytes).strip(importedFunctions, kept);
  }

  private byte[] strip(int importedFunctions, Set<Integer> kept) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, PREAMBLE_BYTES);
    while (position < bytes.length) {
      int start = position;
      int id = bytes[position++];
      int size = u32();
      int end = position + size;
      if (id == CODE) {
        byte[] section = code(importedFunctions, kept);
        out.write(CODE);
        Leb128.u32(out, section.length);
        out.writeBytes(section);
      } else if (id != CUSTOM || isNames()) {
        out.write(bytes, start, end - start);
      }
      position = end;
    }
    return out.toByteArray();
  }

  private byte[] code(int importedFunctions, Set<Integer> kept) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int count = u32();
    Leb128.u32(out, count);
    for (int i = 0; i < count; i++) {
      int start = position;
      int size = u32();
      int end = position + size;
      if (kept.contains(importedFunctions + i)) {
        out.write(bytes, start, end - start);
      } else {
        out.writeBytes(EMPTY_BODY);
      }
      position = end;
    }
    return out.toByteArray();
  }

  /** Whether the custom section is that of names; the position stays. */
  private boolean isNames() {
    int start = position;
    int length = u32();
    String name = new String(bytes, position, length, StandardCharsets.UTF_8);
    position = start;
    return name.equals("name");
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
