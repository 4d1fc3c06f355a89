package dev.mortise.loader.abi;

import dev.mortise.loader.engine.CoreMemory;
import dev.mortise.loader.type.PrimType;
import dev.mortise.loader.type.ValType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.NumberList;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves lists of numbers between memory and primitive arrays in one go. */
final class NumberArrays {
  /** The elements that pass through one buffer at a time. */
  private static final int CHUNK = 1 << 14;

  private NumberArrays() {}

  /** Reads numbers from a checked range; NaNs become the canonical one. */
  static NumberList load(CoreMemory memory, PrimType element, long address, int length, int bytes) {
    Object array = newArray(element, length);
    if (array instanceof byte[] raw) {
      if (length > 0) {
        memory.read(address, raw, 0, length);
      }
      return NumberList.ofOwned(element, raw);
    }
    byte[] chunk = new byte[Math.min(length, CHUNK) * bytes];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      memory.read(address + (long) from * bytes, chunk, 0, count * bytes);
      decode(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN), array, from, count);
    }
    return NumberList.ofOwned(element, array);
  }

  /** Writes numbers to a checked range; NaNs become the canonical one. */
  static void store(CoreMemory memory, NumberList numbers, long address, int bytes) {
    int length = numbers.size();
    if (numbers.sharedArray() instanceof byte[] raw) {
      if (length > 0) {
        memory.write(address, raw, 0, length);
      }
      return;
    }
    byte[] chunk = new byte[Math.min(length, CHUNK) * bytes];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
      encode(numbers.sharedArray(), from, count, buffer);
      memory.write(address + (long) from * bytes, chunk, 0, count * bytes);
    }
  }

  private static void decode(ByteBuffer buffer, Object target, int from, int count) {
    switch (target) {
      case short[] array -> buffer.asShortBuffer().get(array, from, count);
      case int[] array -> buffer.asIntBuffer().get(array, from, count);
      case long[] array -> buffer.asLongBuffer().get(array, from, count);
      case float[] array -> {
        for (int i = from; i < from + count; i++) {
          array[i] = LeafInterpreter.canonical(Float.intBitsToFloat(buffer.getInt()));
        }
      }
      case double[] array -> {
        for (int i = from; i < from + count; i++) {
          array[i] = LeafInterpreter.canonical(Double.longBitsToDouble(buffer.getLong()));
        }
      }
      default -> throw new AssertionError(target.getClass());
    }
  }

  private static void encode(Object source, int from, int count, ByteBuffer buffer) {
    switch (source) {
      case short[] array -> buffer.asShortBuffer().put(array, from, count);
      case int[] array -> buffer.asIntBuffer().put(array, from, count);
      case long[] array -> buffer.asLongBuffer().put(array, from, count);
      case float[] array -> {
        for (int i = from; i < from + count; i++) {
          buffer.putInt(Float.floatToIntBits(array[i]));
        }
      }
      case double[] array -> {
        for (int i = from; i < from + count; i++) {
          buffer.putLong(Double.doubleToLongBits(array[i]));
        }
      }
      default -> throw new AssertionError(source.getClass());
    }
  }

  private static Object newArray(PrimType element, int length) {
    return switch (element) {
      case S8, U8 -> new byte[length];
      case S16, U16 -> new short[length];
      case S32, U32 -> new int[length];
      case S64, U64 -> new long[length];
      case F32 -> new float[length];
      case F64 -> new double[length];
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(element);
    };
  }

  /** The elements as a number list, which they may be already. */
  static NumberList of(PrimType element, List<ComponentValue> values) {
    if (values instanceof NumberList numbers) {
      return numbers;
    }
    Object array = newArray(element, values.size());
    for (int i = 0; i < values.size(); i++) {
      set(array, i, values.get(i));
    }
    return NumberList.ofOwned(element, array);
  }

  private static void set(Object target, int i, ComponentValue value) {
    switch (target) {
      case byte[] array -> array[i] = (byte) integer(value);
      case short[] array -> array[i] = (short) integer(value);
      case int[] array -> array[i] = (int) integer(value);
      case long[] array -> array[i] = integer(value);
      case float[] array -> array[i] = ((ComponentValue.F32Value) value).value();
      case double[] array -> array[i] = ((ComponentValue.F64Value) value).value();
      default -> throw new AssertionError(target.getClass());
    }
  }

  /** The elements as a number list, or null when the type is none of numbers. */
  static @Nullable NumberList ofValues(ValType element, List<ComponentValue> values) {
    return element.structure() instanceof PrimType prim && NumberList.supports(prim)
        ? of(prim, values)
        : null;
  }

  private static long integer(ComponentValue value) {
    return switch (value) {
      case ComponentValue.S8Value number -> number.value();
      case ComponentValue.U8Value number -> number.value();
      case ComponentValue.S16Value number -> number.value();
      case ComponentValue.U16Value number -> number.value();
      case ComponentValue.S32Value number -> number.value();
      case ComponentValue.U32Value number -> number.value();
      case ComponentValue.S64Value number -> number.value();
      case ComponentValue.U64Value number -> number.bits();
      default -> throw new AssertionError(value);
    };
  }
}
