package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.types.CustomSection;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Parses name sections for the engine. Its own parser makes room for a name before it looks whether
 * there are as many bytes, and refuses the whole module for a name that it does not like, where the
 * specification says that a malformed custom section means nothing.
 */
final class NameSections {
  private static final int MODULE = 0;
  private static final int FUNCTIONS = 1;
  private static final int LOCALS = 2;
  private static final int LABELS = 3;
  private static final int TABLES = 5;
  private static final int MEMORIES = 6;
  private static final int GLOBALS = 7;
  private static final int ELEMENTS = 8;
  private static final int DATA = 9;
  private static final int TAGS = 11;

  private NameSections() {}

  /** The names, or none where the section is malformed. */
  static CustomSection parse(byte[] content) {
    try {
      ByteBuffer in = ByteBuffer.wrap(content);
      while (in.hasRemaining()) {
        int id = in.get();
        check(id, window(in, u32(in)));
      }
      return NameCustomSection.parse(content);
    } catch (RuntimeException | AssertionError e) {
      return NameCustomSection.parse(new byte[0]);
    }
  }

  private static void check(int id, ByteBuffer in) {
    switch (id) {
      case MODULE -> skipName(in);
      case LOCALS, LABELS -> {
        for (long groups = u32(in); groups > 0; groups--) {
          skipU32(in);
          skipNames(in);
        }
      }
      case FUNCTIONS, TABLES, MEMORIES, GLOBALS, ELEMENTS, DATA, TAGS -> skipNames(in);
      default -> {
        // Of other things, which the engine does not read.
      }
    }
  }

  private static void skipNames(ByteBuffer in) {
    for (long names = u32(in); names > 0; names--) {
      skipU32(in);
      skipName(in);
    }
  }

  private static void skipName(ByteBuffer in) {
    ByteBuffer unused = window(in, u32(in));
  }

  private static ByteBuffer window(ByteBuffer in, long length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer window = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return window;
  }

  private static void skipU32(ByteBuffer in) {
    long unused = u32(in);
  }

  private static long u32(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte octet = in.get();
      value |= (long) (octet & 0x7f) << shift;
      if (octet >= 0) {
        return value;
      }
    }
    throw new BufferUnderflowException();
  }
}
