package dev.mortise.runtime.abi;

import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves lists of numbers between memory and primitive arrays in one go. */
final class NumberArrays {
  private NumberArrays() {}

  /** Reads numbers from a checked range; NaNs become the canonical one. */
  static NumberList load(CoreMemory memory, PrimType element, long address, int length) {
    Object array =
        switch (element) {
          case S8, U8 -> NumberTransfers.loadBytes(memory, address, length);
          case S16, U16 -> NumberTransfers.loadShorts(memory, address, length);
          case S32, U32 -> NumberTransfers.loadInts(memory, address, length);
          case S64, U64 -> NumberTransfers.loadLongs(memory, address, length);
          case F32 -> NumberTransfers.loadFloats(memory, address, length);
          case F64 -> NumberTransfers.loadDoubles(memory, address, length);
          case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(element);
        };
    return NumberList.ofOwned(element, array);
  }

  /** Writes numbers to a checked range; NaNs become the canonical one. */
  static void store(CoreMemory memory, NumberList numbers, long address) {
    switch (numbers.sharedArray()) {
      case byte[] array -> NumberTransfers.store(memory, address, array);
      case short[] array -> NumberTransfers.store(memory, address, array);
      case int[] array -> NumberTransfers.store(memory, address, array);
      case long[] array -> NumberTransfers.store(memory, address, array);
      case float[] array -> NumberTransfers.store(memory, address, array);
      case double[] array -> NumberTransfers.store(memory, address, array);
      default -> throw new AssertionError(numbers.sharedArray().getClass());
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
