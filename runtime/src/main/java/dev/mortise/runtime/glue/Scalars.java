package dev.mortise.runtime.glue;

import dev.mortise.runtime.abi.AbiTraps;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import java.util.EnumSet;

/** Numbers, characters, enums and flags, where code for them would not be a few instructions. */
public final class Scalars {
  private Scalars() {}

  /** The canonical NaN for any other. */
  public static float canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  /** The canonical NaN for any other. */
  public static double canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }

  /** Lifts a {@code char}. */
  public static int liftChar(int bits) {
    if (isScalar(bits)) {
      return bits;
    }
    throw AbiTraps.invalidChar(bits);
  }

  private static boolean isScalar(int bits) {
    return Integer.compareUnsigned(bits, 0x110000) < 0 && (bits & 0xffff_f800) != 0xd800;
  }

  /** Lowers a {@code char}. */
  public static int lowerChar(int codePoint, String where) {
    if (isScalar(codePoint)) {
      return codePoint;
    }
    throw refused(where, "a Unicode scalar value", "0x" + Integer.toHexString(codePoint));
  }

  /** Lowers a {@code u8}. */
  public static int lowerU8(int value, String where) {
    if ((value & 0xff) == value) {
      return value;
    }
    throw refused(where, "a u8, 0 to 255", Integer.toString(value));
  }

  /** Lowers a {@code u16}. */
  public static int lowerU16(int value, String where) {
    if ((value & 0xffff) == value) {
      return value;
    }
    throw refused(where, "a u16, 0 to 65535", Integer.toString(value));
  }

  /** Lowers a {@code u32}. */
  public static int lowerU32(long value, String where) {
    if ((value & 0xffff_ffffL) == value) {
      return (int) value;
    }
    throw refused(where, "a u32, 0 to 4294967295", Long.toString(value));
  }

  /** Checks that a list of fixed length has it. */
  public static void checkLength(int found, int expected, String where) {
    if (found != expected) {
      throw refused(where, expected + " elements", Integer.toString(found));
    }
  }

  /** Checks the discriminant of a variant or enum that is lifted; gives it. */
  public static int checkCase(int discriminant, int cases, String kind) {
    if (Integer.compareUnsigned(discriminant, cases) < 0) {
      return discriminant;
    }
    throw AbiTraps.invalidDiscriminant(kind, discriminant, cases);
  }

  /** Lifts flags; bits without a constant are ignored. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the generator knows the class
  public static EnumSet<?> liftFlags(int bits, Class constants, Enum<?>[] values) {
    EnumSet set = EnumSet.noneOf(constants);
    for (int i = 0; i < values.length; i++) {
      if ((bits >>> i & 1) != 0) {
        set.add(values[i]);
      }
    }
    return set;
  }

  /** Lowers flags. */
  @SuppressWarnings("EnumOrdinal") // the generator declares the constants in the order of the bits
  public static int lowerFlags(EnumSet<?> flags) {
    int bits = 0;
    for (Enum<?> flag : flags) {
      bits |= 1 << flag.ordinal();
    }
    return bits;
  }

  private static ValueException refused(String where, String expected, String found) {
    return new ValueException(Diagnostic.of("value-range", where).expecting(expected, found));
  }
}
