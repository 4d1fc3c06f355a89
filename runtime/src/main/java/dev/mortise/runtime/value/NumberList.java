package dev.mortise.runtime.value;

import dev.mortise.runtime.type.PrimType;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of numbers of one type over one primitive array, so that {@code list<u8>} of a
 * mebibyte costs a mebibyte. Elements become {@link ComponentValue}s as they are read.
 *
 * <p>The array holds the bits of the same width: {@code byte[]} for {@code u8} and {@code s8},
 * {@code int[]} for {@code u32} and {@code s32}, {@code float[]} for {@code f32}, and so on.
 */
public final class NumberList extends AbstractList<ComponentValue> implements RandomAccess {
  private final PrimType element;
  private final Object array;

  private NumberList(PrimType element, Object array) {
    this.element = element;
    this.array = array;
  }

  /**
   * A list that copies {@code array}.
   *
   * @param element a number type
   * @param array a primitive array of the element's width
   */
  public static NumberList copyOf(PrimType element, Object array) {
    requireArray(element, array);
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return new NumberList(element, copy);
  }

  /** A list that takes {@code array} over: the caller must not write to it again. */
  public static NumberList ofOwned(PrimType element, Object array) {
    requireArray(element, array);
    return new NumberList(element, array);
  }

  /** Whether lists of this type are kept as a {@link NumberList}. */
  public static boolean supports(PrimType element) {
    return arrayTypeOf(element) != null;
  }

  /** Whether {@code array} is the primitive array of the element's width. */
  public static boolean accepts(PrimType element, Object array) {
    Class<?> expected = arrayTypeOf(element);
    return expected != null && expected.isInstance(array);
  }

  /**
   * The same elements in one primitive array; the list itself when it is that already.
   *
   * @param element a number type
   * @param values values of that type
   */
  public static NumberList pack(PrimType element, List<ComponentValue> values) {
    if (values instanceof NumberList numbers && numbers.element == element) {
      return numbers;
    }
    Class<?> arrayType = arrayTypeOf(element);
    if (arrayType == null) {
      throw new IllegalArgumentException("a list<" + element + "> is not a list of numbers");
    }
    Object array = Array.newInstance(arrayType.getComponentType(), values.size());
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case ComponentValue.S8Value v -> Array.setByte(array, i, v.value());
        case ComponentValue.U8Value v -> Array.setByte(array, i, (byte) v.value());
        case ComponentValue.S16Value v -> Array.setShort(array, i, v.value());
        case ComponentValue.U16Value v -> Array.setShort(array, i, (short) v.value());
        case ComponentValue.S32Value v -> Array.setInt(array, i, v.value());
        case ComponentValue.U32Value v -> Array.setInt(array, i, (int) v.value());
        case ComponentValue.S64Value v -> Array.setLong(array, i, v.value());
        case ComponentValue.U64Value v -> Array.setLong(array, i, v.bits());
        case ComponentValue.F32Value v -> Array.setFloat(array, i, v.value());
        case ComponentValue.F64Value v -> Array.setDouble(array, i, v.value());
        default -> throw new IllegalArgumentException(values.get(i).describe());
      }
    }
    return new NumberList(element, array);
  }

  /** The type of the elements. */
  public PrimType element() {
    return element;
  }

  /** The array itself, for readers inside Mortise: it must not be written to. */
  public Object sharedArray() {
    return array;
  }

  /** A copy of the array. */
  public Object toArrayCopy() {
    Object copy = Array.newInstance(array.getClass().getComponentType(), size());
    System.arraycopy(array, 0, copy, 0, size());
    return copy;
  }

  @Override
  public int size() {
    return Array.getLength(array);
  }

  @Override
  public ComponentValue get(int index) {
    return switch (element) {
      case S8 -> new ComponentValue.S8Value(((byte[]) array)[index]);
      case U8 -> new ComponentValue.U8Value(((byte[]) array)[index] & 0xff);
      case S16 -> new ComponentValue.S16Value(((short[]) array)[index]);
      case U16 -> new ComponentValue.U16Value(((short[]) array)[index] & 0xffff);
      case S32 -> new ComponentValue.S32Value(((int[]) array)[index]);
      case U32 -> new ComponentValue.U32Value(((int[]) array)[index] & 0xffff_ffffL);
      case S64 -> new ComponentValue.S64Value(((long[]) array)[index]);
      case U64 -> new ComponentValue.U64Value(((long[]) array)[index]);
      case F32 -> new ComponentValue.F32Value(((float[]) array)[index]);
      case F64 -> new ComponentValue.F64Value(((double[]) array)[index]);
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new AssertionError(element);
    };
  }

  private static void requireArray(PrimType element, Object array) {
    Class<?> expected = arrayTypeOf(element);
    if (expected == null || !expected.isInstance(array)) {
      throw new IllegalArgumentException(
          "a list<" + element + "> cannot be kept in " + array.getClass().getSimpleName());
    }
  }

  private static @org.jspecify.annotations.Nullable Class<?> arrayTypeOf(PrimType element) {
    return switch (element) {
      case S8, U8 -> byte[].class;
      case S16, U16 -> short[].class;
      case S32, U32 -> int[].class;
      case S64, U64 -> long[].class;
      case F32 -> float[].class;
      case F64 -> double[].class;
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> null;
    };
  }
}
