package dev.mortise.loader.compile;

import dev.mortise.loader.compile.body.Leb128;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bodies of compiled functions out of a core module: each becomes one {@code
 * unreachable}, or there is no section of code at all. What remains says what the engine needs to
 * make an instance: types, memories, tables, globals, segments, exports; and names, for stack
 * traces. The decoder has read the module before, so it is well-formed.
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

  /** The module without the section of code, for {@link ChicoryEngine#trusted}. */
  public static byte[] withoutCode(byte[] bytes) {
    return new StrippedModule(bytes).strip(null);
  }

  /**
   * The module without bodies.
   *
   * @param importedFunctions how many functions come before the first body
   * @param kept the functions whose bodies stay, by index
   */
  public static byte[] of(byte[] bytes, int importedFunctions, Set<Integer> kept) {
    StrippedModule module = new StrippedModule(bytes);
    return module.strip(out -> module.code(out, importedFunctions, kept));
  }

  /**
   * Copies what remains.
   *
   * @param code writes what the section of code has then; null when there is none
   */
  private byte[] strip(@Nullable Consumer<ByteArrayOutputStream> code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, PREAMBLE_BYTES);
    while (position < bytes.length) {
      int start = position;
      int id = bytes[position++];
      int size = u32();
      int end = position + size;
      if (id == CODE) {
        if (code != null) {
          ByteArrayOutputStream section = new ByteArrayOutputStream();
          code.accept(section);
          out.write(CODE);
          Leb128.u32(out, section.size());
          out.writeBytes(section.toByteArray());
        }
      } else if (id != CUSTOM || isNames()) {
        out.write(bytes, start, end - start);
      }
      position = end;
    }
    return out.toByteArray();
  }

  private void code(ByteArrayOutputStream out, int importedFunctions, Set<Integer> kept) {
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
