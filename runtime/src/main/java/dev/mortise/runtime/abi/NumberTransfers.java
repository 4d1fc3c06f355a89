package dev.mortise.runtime.abi;

import dev.mortise.runtime.engine.CoreMemory;

/**
 * Moves numbers between a checked, aligned range of memory and arrays, in one go. NaNs become the
 * canonical one, both ways.
 */
public final class NumberTransfers {
  private NumberTransfers() {}

  /** Reads bytes. */
  public static byte[] loadBytes(CoreMemory memory, long address, int length) {
    byte[] array = new byte[length];
    if (length > 0) {
      memory.read(address, array, 0, length);
    }
    return array;
  }

  /** Reads 16-bit numbers. */
  public static short[] loadShorts(CoreMemory memory, long address, int length) {
    short[] array = new short[length];
    memory.read(address, array);
    return array;
  }

  /** Reads 32-bit numbers. */
  public static int[] loadInts(CoreMemory memory, long address, int length) {
    int[] array = new int[length];
    memory.read(address, array);
    return array;
  }

  /** Reads 64-bit numbers. */
  public static long[] loadLongs(CoreMemory memory, long address, int length) {
    long[] array = new long[length];
    memory.read(address, array);
    return array;
  }

  /** Reads floats. */
  public static float[] loadFloats(CoreMemory memory, long address, int length) {
    int[] bits = loadInts(memory, address, length);
    float[] array = new float[length];
    for (int i = 0; i < length; i++) {
      array[i] = LeafInterpreter.canonical(Float.intBitsToFloat(bits[i]));
    }
    return array;
  }

  /** Reads doubles. */
  public static double[] loadDoubles(CoreMemory memory, long address, int length) {
    long[] bits = loadLongs(memory, address, length);
    double[] array = new double[length];
    for (int i = 0; i < length; i++) {
      array[i] = LeafInterpreter.canonical(Double.longBitsToDouble(bits[i]));
    }
    return array;
  }

  /** Writes bytes. */
  public static void store(CoreMemory memory, long address, byte[] array) {
    if (array.length > 0) {
      memory.write(address, array, 0, array.length);
    }
  }

  /** Writes 16-bit numbers. */
  public static void store(CoreMemory memory, long address, short[] array) {
    memory.write(address, array);
  }

  /** Writes 32-bit numbers. */
  public static void store(CoreMemory memory, long address, int[] array) {
    memory.write(address, array);
  }

  /** Writes 64-bit numbers. */
  public static void store(CoreMemory memory, long address, long[] array) {
    memory.write(address, array);
  }

  /** Writes floats. */
  public static void store(CoreMemory memory, long address, float[] array) {
    int[] bits = new int[array.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToIntBits(array[i]);
    }
    memory.write(address, bits);
  }

  /** Writes doubles. */
  public static void store(CoreMemory memory, long address, double[] array) {
    long[] bits = new long[array.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToLongBits(array[i]);
    }
    memory.write(address, bits);
  }
}
