package dev.mortise.runtime.glue;

import dev.mortise.runtime.engine.CoreMemory;

/**
 * Core values in memory, at an address that was checked and a constant offset from it. The memory
 * comes last, so that generated code need not turn its stack.
 */
public final class Memories {
  private Memories() {}

  private static long at(int address, int offset) {
    return Integer.toUnsignedLong(address) + offset;
  }

  /** Loads 8 bits, zero-extended. */
  public static int loadI8(int address, int offset, CoreMemory memory) {
    return memory.loadByte(at(address, offset)) & 0xff;
  }

  /** Loads 16 bits, zero-extended. */
  public static int loadI16(int address, int offset, CoreMemory memory) {
    return memory.loadShort(at(address, offset)) & 0xffff;
  }

  /** Loads an i32. */
  public static int loadI32(int address, int offset, CoreMemory memory) {
    return memory.loadInt(at(address, offset));
  }

  /** Loads an i64. */
  public static long loadI64(int address, int offset, CoreMemory memory) {
    return memory.loadLong(at(address, offset));
  }

  /** Loads an f32. */
  public static float loadF32(int address, int offset, CoreMemory memory) {
    return Float.intBitsToFloat(memory.loadInt(at(address, offset)));
  }

  /** Loads an f64. */
  public static double loadF64(int address, int offset, CoreMemory memory) {
    return Double.longBitsToDouble(memory.loadLong(at(address, offset)));
  }

  /** Stores the low 8 bits. */
  public static void storeI8(int address, int value, int offset, CoreMemory memory) {
    memory.storeByte(at(address, offset), (byte) value);
  }

  /** Stores the low 16 bits. */
  public static void storeI16(int address, int value, int offset, CoreMemory memory) {
    memory.storeShort(at(address, offset), (short) value);
  }

  /** Stores an i32. */
  public static void storeI32(int address, int value, int offset, CoreMemory memory) {
    memory.storeInt(at(address, offset), value);
  }

  /** Stores an i64. */
  public static void storeI64(int address, long value, int offset, CoreMemory memory) {
    memory.storeLong(at(address, offset), value);
  }

  /** Stores an f32. */
  public static void storeF32(int address, float value, int offset, CoreMemory memory) {
    memory.storeInt(at(address, offset), Float.floatToRawIntBits(value));
  }

  /** Stores an f64. */
  public static void storeF64(int address, double value, int offset, CoreMemory memory) {
    memory.storeLong(at(address, offset), Double.doubleToRawLongBits(value));
  }

  /** Stores a pointer and, after it, a length. */
  public static void storeRange(
      int address, int pointer, int length, int offset, CoreMemory memory) {
    memory.storeInt(at(address, offset), pointer);
    memory.storeInt(at(address, offset) + Integer.BYTES, length);
  }
}
