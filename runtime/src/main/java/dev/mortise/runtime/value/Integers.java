package dev.mortise.runtime.value;

import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.WitTypes;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The integer types: their ranges, and values from numbers of any size. */
public final class Integers {
  private Integers() {}

  /** Whether the type is one of {@code s8} to {@code u64}. */
  public static boolean isInteger(PrimType type) {
    return bits(type) > 0;
  }

  /** The value of an integer type, or null when the number is out of its range. */
  public static @Nullable ComponentValue valueOrNull(PrimType type, BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      return valueOrNull(type, number.longValue());
    }
    return type == PrimType.U64 && number.signum() > 0 && number.bitLength() == Long.SIZE
        ? new ComponentValue.U64Value(number.longValue())
        : null;
  }

  /** The value of an integer type, or null when the number is out of its range. */
  public static @Nullable ComponentValue valueOrNull(PrimType type, long number) {
    int above = Long.SIZE - bits(type);
    boolean fits =
        isSigned(type)
            ? number << above >> above == number
            : number >= 0 && number << above >>> above == number;
    if (!fits) {
      return null;
    }
    return switch (type) {
      case S8 -> new ComponentValue.S8Value((byte) number);
      case U8 -> new ComponentValue.U8Value((int) number);
      case S16 -> new ComponentValue.S16Value((short) number);
      case U16 -> new ComponentValue.U16Value((int) number);
      case S32 -> new ComponentValue.S32Value((int) number);
      case U32 -> new ComponentValue.U32Value(number);
      case S64 -> new ComponentValue.S64Value(number);
      case U64 -> new ComponentValue.U64Value(number);
      case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> throw notInteger(type);
    };
  }

  /** The range in words: {@code a u8 is between 0 and 255}. */
  public static String describeRange(PrimType type) {
    return WitTypes.describeOne(type) + " is between " + least(type) + " and " + greatest(type);
  }

  /** The least number of an integer type. */
  public static BigInteger least(PrimType type) {
    return isSigned(type) ? BigInteger.TWO.pow(bits(type) - 1).negate() : BigInteger.ZERO;
  }

  /** The greatest number of an integer type. */
  public static BigInteger greatest(PrimType type) {
    return BigInteger.TWO
        .pow(isSigned(type) ? bits(type) - 1 : bits(type))
        .subtract(BigInteger.ONE);
  }

  private static boolean isSigned(PrimType type) {
    return switch (type) {
      case S8, S16, S32, S64 -> true;
      case U8, U16, U32, U64 -> false;
      case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> throw notInteger(type);
    };
  }

  private static int bits(PrimType type) {
    return switch (type) {
      case S8, U8 -> 8;
      case S16, U16 -> 16;
      case S32, U32 -> 32;
      case S64, U64 -> 64;
      case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> 0;
    };
  }

  private static IllegalArgumentException notInteger(PrimType type) {
    return new IllegalArgumentException(type + " is not an integer type");
  }
}
