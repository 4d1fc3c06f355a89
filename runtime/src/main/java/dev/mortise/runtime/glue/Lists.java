package dev.mortise.runtime.glue;

import dev.mortise.runtime.abi.Areas;
import dev.mortise.runtime.abi.NumberTransfers;
import dev.mortise.runtime.instance.CanonicalContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists and maps in memory. A range is one {@code long}: the address in its high half, the number
 * of elements in its low half.
 *
 * <p>Spec: {@code CanonicalABI.md#loading} and {@code #storing}.
 */
public final class Lists {
  private Lists() {}

  /** Checks the range of a list that is lifted; gives its length. */
  public static int check(
      CanonicalContext context, int address, int length, int alignmentBytes, int elementBytes) {
    return Areas.checkList(
        context,
        Integer.toUnsignedLong(address),
        Integer.toUnsignedLong(length),
        alignmentBytes,
        elementBytes);
  }

  /** Fresh memory for the elements of a list, checked. */
  public static int allocate(
      CanonicalContext context, int length, int alignmentBytes, int elementBytes) {
    return (int) Areas.allocate(context, Areas.LIST, alignmentBytes, (long) length * elementBytes);
  }

  private static long range(int address, int length) {
    return (long) address << 32 | length;
  }

  /** An immutable list of elements that nobody else has. */
  public static List<Object> of(Object[] elements) {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  /** The elements of a list, none of them null. */
  public static Object[] elements(List<?> list, String where) {
    Object[] elements = list.toArray();
    for (int i = 0; i < elements.length; i++) {
      if (elements[i] == null) {
        throw new NullPointerException("element " + i + " of " + where + " is null");
      }
    }
    return elements;
  }

  /** An immutable map of entries in their order. */
  public static Map<Object, Object> mapOf(Object[] keys, Object[] values) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], values[i]);
    }
    return Collections.unmodifiableMap(map);
  }

  /** Lifts bytes. */
  public static byte[] loadBytes(CanonicalContext context, int address, int length) {
    return fixedBytes(context, address, check(context, address, length, 1, Byte.BYTES));
  }

  /** Lifts 16-bit numbers. */
  public static short[] loadShorts(CanonicalContext context, int address, int length) {
    return fixedShorts(context, address, check(context, address, length, Short.BYTES, Short.BYTES));
  }

  /** Lifts 32-bit numbers. */
  public static int[] loadInts(CanonicalContext context, int address, int length) {
    return fixedInts(
        context, address, check(context, address, length, Integer.BYTES, Integer.BYTES));
  }

  /** Lifts 64-bit numbers. */
  public static long[] loadLongs(CanonicalContext context, int address, int length) {
    return fixedLongs(context, address, check(context, address, length, Long.BYTES, Long.BYTES));
  }

  /** Lifts floats. */
  public static float[] loadFloats(CanonicalContext context, int address, int length) {
    return fixedFloats(context, address, check(context, address, length, Float.BYTES, Float.BYTES));
  }

  /** Lifts doubles. */
  public static double[] loadDoubles(CanonicalContext context, int address, int length) {
    return fixedDoubles(
        context, address, check(context, address, length, Double.BYTES, Double.BYTES));
  }

  /** Lifts so many bytes from a checked address. */
  public static byte[] fixedBytes(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadBytes(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lifts so many 16-bit numbers from a checked address. */
  public static short[] fixedShorts(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadShorts(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lifts so many 32-bit numbers from a checked address. */
  public static int[] fixedInts(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadInts(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lifts so many 64-bit numbers from a checked address. */
  public static long[] fixedLongs(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadLongs(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lifts so many floats from a checked address. */
  public static float[] fixedFloats(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadFloats(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lifts so many doubles from a checked address. */
  public static double[] fixedDoubles(CanonicalContext context, int address, int length) {
    return NumberTransfers.loadDoubles(context.memory(), Integer.toUnsignedLong(address), length);
  }

  /** Lowers bytes. */
  public static long store(CanonicalContext context, byte[] array) {
    int address = allocate(context, array.length, 1, Byte.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers 16-bit numbers. */
  public static long store(CanonicalContext context, short[] array) {
    int address = allocate(context, array.length, Short.BYTES, Short.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers 32-bit numbers. */
  public static long store(CanonicalContext context, int[] array) {
    int address = allocate(context, array.length, Integer.BYTES, Integer.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers 64-bit numbers. */
  public static long store(CanonicalContext context, long[] array) {
    int address = allocate(context, array.length, Long.BYTES, Long.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers floats. */
  public static long store(CanonicalContext context, float[] array) {
    int address = allocate(context, array.length, Float.BYTES, Float.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers doubles. */
  public static long store(CanonicalContext context, double[] array) {
    int address = allocate(context, array.length, Double.BYTES, Double.BYTES);
    storeAt(context, array, address);
    return range(address, array.length);
  }

  /** Lowers bytes to a checked address. */
  public static void storeAt(CanonicalContext context, byte[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }

  /** Lowers 16-bit numbers to a checked address. */
  public static void storeAt(CanonicalContext context, short[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }

  /** Lowers 32-bit numbers to a checked address. */
  public static void storeAt(CanonicalContext context, int[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }

  /** Lowers 64-bit numbers to a checked address. */
  public static void storeAt(CanonicalContext context, long[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }

  /** Lowers floats to a checked address. */
  public static void storeAt(CanonicalContext context, float[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }

  /** Lowers doubles to a checked address. */
  public static void storeAt(CanonicalContext context, double[] array, int address) {
    NumberTransfers.store(context.memory(), Integer.toUnsignedLong(address), array);
  }
}
