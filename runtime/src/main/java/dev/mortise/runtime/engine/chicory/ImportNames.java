package dev.mortise.runtime.engine.chicory;

import dev.mortise.runtime.core.CoreModuleType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Gives the imports of a core module other names. The engine refuses a function whose two names are
 * both empty, which component toolchains write. Linking goes by position, so names do not matter.
 */
final class ImportNames {
  private static final int PREAMBLE_BYTES = 8;
  private static final int IMPORT_SECTION = 2;

  private final byte[] bytes;
  private int position = PREAMBLE_BYTES;

  private ImportNames(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the engine would refuse the names. */
  static boolean needed(CoreModuleType type) {
    return type.imports().stream().anyMatch(i -> i.module().isEmpty() && i.name().isEmpty());
  }

  /** The name that the import at a position gets. */
  static String renamed(int index) {
    return "i" + index;
  }

  /** The module with renamed imports; the decoder has read it before, so it is well-formed. */
  static byte[] rename(byte[] bytes, CoreModuleType type) {
    return new ImportNames(bytes).rename(type.imports());
  }

  private byte[] rename(List<CoreModuleType.Import> imports) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8 * imports.size());
    out.write(bytes, 0, PREAMBLE_BYTES);
    while (position < bytes.length) {
      int start = position;
      int id = bytes[position++];
      int size = u32();
      int end = position + size;
      if (id == IMPORT_SECTION) {
        byte[] section = section(imports.size());
        out.write(IMPORT_SECTION);
        u32(out, section.length);
        out.writeBytes(section);
      } else {
        out.write(bytes, start, end - start);
      }
      position = end;
    }
    return out.toByteArray();
  }

  private byte[] section(int imports) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    u32(out, u32());
    for (int i = 0; i < imports; i++) {
      skipName();
      skipName();
      int description = position;
      skipDescription();
      name(out, "m");
      name(out, renamed(i));
      out.write(bytes, description, position - description);
    }
    return out.toByteArray();
  }

  private void skipName() {
    int length = u32();
    position += length;
  }

  private void skipDescription() {
    switch (bytes[position++]) {
      case 0x00 -> skipLeb();
      case 0x01 -> {
        skipValType();
        skipLimits();
      }
      case 0x02 -> skipLimits();
      case 0x03 -> {
        skipValType();
        position++;
      }
      default -> {
        position++;
        skipLeb();
      }
    }
  }

  private void skipValType() {
    int code = bytes[position++] & 0xff;
    if (code == 0x63 || code == 0x64) {
      skipLeb();
    }
  }

  private void skipLimits() {
    int flags = bytes[position++];
    skipLeb();
    if ((flags & 0x01) != 0) {
      skipLeb();
    }
    if ((flags & 0x08) != 0) {
      skipLeb();
    }
  }

  private void skipLeb() {
    while ((bytes[position++] & 0x80) != 0) {
      // each byte but the last has the high bit
    }
  }

  private int u32() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte octet = bytes[position++];
      value |= (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return value;
      }
    }
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    int rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
  }

  private static void name(ByteArrayOutputStream out, String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(out, utf8.length);
    out.writeBytes(utf8);
  }
}
