package dev.mortise.runtime.value;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.WitTypes;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Java objects to values of the primitive types. */
final class ScalarConverter {
  private ScalarConverter() {}

  static ComponentValue convert(Object object, PrimType prim, ValType type, ValuePath path) {
    return switch (prim) {
      case BOOL -> {
        if (object instanceof Boolean bool) {
          yield new ComponentValue.BoolValue(bool);
        }
        throw path.mismatch(type, ValueNames.describe(object));
      }
      case F32 -> float32(object, type, path);
      case F64 -> float64(object, type, path);
      case CHAR -> character(object, type, path);
      case STRING -> {
        if (object instanceof String text) {
          yield new ComponentValue.StringValue(text);
        }
        throw path.mismatch(type, ValueNames.describe(object));
      }
      case U64 -> {
        if (object instanceof Long bits) {
          yield new ComponentValue.U64Value(bits);
        }
        yield integer(object, prim, type, path);
      }
      case S8, U8, S16, U16, S32, U32, S64 -> integer(object, prim, type, path);
      case ERROR_CONTEXT ->
          throw path.mismatch(
              type, ValueNames.describe(object), "error contexts are not values yet");
    };
  }

  private static ComponentValue integer(
      Object object, PrimType prim, ValType type, ValuePath path) {
    @Nullable ComponentValue value =
        switch (object) {
          case Byte n -> Integers.valueOrNull(prim, n);
          case Short n -> Integers.valueOrNull(prim, n);
          case Integer n -> Integers.valueOrNull(prim, n);
          case Long n -> Integers.valueOrNull(prim, n);
          case BigInteger n -> Integers.valueOrNull(prim, n);
          default -> throw path.mismatch(type, ValueNames.describe(object));
        };
    if (value == null) {
      throw outOfRange((Number) object, prim, type, path);
    }
    return value;
  }

  private static ValueException outOfRange(
      Number number, PrimType prim, ValType type, ValuePath path) {
    return path.error(
        "value-range",
        WitTypes.describe(type),
        ValueNames.shorten(number.toString()),
        Integers.describeRange(prim));
  }

  private static ComponentValue float32(Object object, ValType type, ValuePath path) {
    if (object instanceof Float number) {
      return new ComponentValue.F32Value(number);
    }
    if (object instanceof Double number) {
      float narrow = number.floatValue();
      if (Double.compare(narrow, number) == 0) {
        return new ComponentValue.F32Value(narrow);
      }
      throw path.mismatch(type, ValueNames.describe(object), "an f32 cannot hold it without loss");
    }
    throw path.mismatch(type, ValueNames.describe(object), hintFor(object));
  }

  private static ComponentValue float64(Object object, ValType type, ValuePath path) {
    return switch (object) {
      case Double number -> new ComponentValue.F64Value(number);
      case Float number -> new ComponentValue.F64Value(number);
      default -> throw path.mismatch(type, ValueNames.describe(object), hintFor(object));
    };
  }

  private static @Nullable String hintFor(Object object) {
    return object instanceof Integer || object instanceof Long
        ? "an integer is not a float: write " + object + ".0"
        : null;
  }

  private static ComponentValue character(Object object, ValType type, ValuePath path) {
    int codePoint =
        switch (object) {
          case Character c -> c;
          case Integer scalar -> scalar;
          case String text when !text.isEmpty() && text.codePointCount(0, text.length()) == 1 ->
              text.codePointAt(0);
          case String text ->
              throw path.mismatch(
                  type, ValueNames.describe(object), "a char is exactly one code point");
          default -> throw path.mismatch(type, ValueNames.describe(object));
        };
    if (codePoint < 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      throw path.error(
          "value-range",
          WitTypes.describe(type),
          ValueNames.describe(object),
          "a char is a Unicode scalar value: 0 to 0x10ffff without the surrogates");
    }
    return new ComponentValue.CharValue(codePoint);
  }
}
