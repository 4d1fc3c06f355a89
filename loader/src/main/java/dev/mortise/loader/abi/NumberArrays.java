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
  private NumberArrays() {}

  /** Reads numbers from a checked range; NaNs become the canonical one. */
  static NumberList load(CoreMemory memory, PrimType element, long address, int length, int bytes) {
    byte[] raw = new byte[length * bytes];
    if (raw.length > 0) {
      memory.read(address, raw, 0, raw.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    return NumberList.ofOwned(
        element,
        switch (element) {
          case S8, U8 -> raw;
          case S16, U16 -> {
            short[] array = new short[length];
            buffer.asShortBuffer().get(array);
            yield array;
          }
          case S32, U32 -> {
            int[] array = new int[length];
            buffer.asIntBuffer().get(array);
            yield array;
          }
          case S64, U64 -> {
            long[] array = new long[length];
            buffer.asLongBuffer().get(array);
            yield array;
          }
          case F32 -> {
            float[] array = new float[length];
            for (int i = 0; i < length; i++) {
              array[i] = LeafInterpreter.canonical(Float.intBitsToFloat(buffer.getInt()));
            }
            yield array;
          }
          case F64 -> {
            double[] array = new double[length];
            for (int i = 0; i < length; i++) {
              array[i] = LeafInterpreter.canonical(Double.longBitsToDouble(buffer.getLong()));
            }
            yield array;
          }
          case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(element);
        });
  }

  /** Writes numbers to a checked range; NaNs become the canonical one. */
  static void store(CoreMemory memory, NumberList numbers, long address, int bytes) {
    if (numbers.isEmpty()) {
      return;
    }
    byte[] raw;
    if (numbers.sharedArray() instanceof byte[] array) {
      raw = array;
    } else {
      raw = new byte[numbers.size() * bytes];
      ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
      switch (numbers.sharedArray()) {
        case short[] array -> buffer.asShortBuffer().put(array);
        case int[] array -> buffer.asIntBuffer().put(array);
        case long[] array -> buffer.asLongBuffer().put(array);
        case float[] array -> {
          for (float number : array) {
            buffer.putInt(Float.floatToIntBits(number));
          }
        }
        case double[] array -> {
          for (double number : array) {
            buffer.putLong(Double.doubleToLongBits(number));
          }
        }
        default -> throw new AssertionError(numbers.element());
      }
    }
    memory.write(address, raw, 0, raw.length);
  }

  /** The elements as a number list, which they may be already. */
  static NumberList of(PrimType element, List<ComponentValue> values) {
    if (values instanceof NumberList numbers) {
      return numbers;
    }
    int length = values.size();
    return NumberList.ofOwned(
        element,
        switch (element) {
          case S8, U8 -> {
            byte[] array = new byte[length];
            for (int i = 0; i < length; i++) {
              array[i] = (byte) integer(values.get(i));
            }
            yield array;
          }
          case S16, U16 -> {
            short[] array = new short[length];
            for (int i = 0; i < length; i++) {
              array[i] = (short) integer(values.get(i));
            }
            yield array;
          }
          case S32, U32 -> {
            int[] array = new int[length];
            for (int i = 0; i < length; i++) {
              array[i] = (int) integer(values.get(i));
            }
            yield array;
          }
          case S64, U64 -> {
            long[] array = new long[length];
            for (int i = 0; i < length; i++) {
              array[i] = integer(values.get(i));
            }
            yield array;
          }
          case F32 -> {
            float[] array = new float[length];
            for (int i = 0; i < length; i++) {
              array[i] = ((ComponentValue.F32Value) values.get(i)).value();
            }
            yield array;
          }
          case F64 -> {
            double[] array = new double[length];
            for (int i = 0; i < length; i++) {
              array[i] = ((ComponentValue.F64Value) values.get(i)).value();
            }
            yield array;
          }
          case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(element);
        });
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
