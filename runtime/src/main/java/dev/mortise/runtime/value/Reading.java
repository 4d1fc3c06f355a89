package dev.mortise.runtime.value;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the accessors share. */
final class Reading {
  private Reading() {}

  static String kind(ComponentValue value) {
    return switch (value) {
      case ComponentValue.BoolValue v -> "bool";
      case ComponentValue.S8Value v -> "s8";
      case ComponentValue.U8Value v -> "u8";
      case ComponentValue.S16Value v -> "s16";
      case ComponentValue.U16Value v -> "u16";
      case ComponentValue.S32Value v -> "s32";
      case ComponentValue.U32Value v -> "u32";
      case ComponentValue.S64Value v -> "s64";
      case ComponentValue.U64Value v -> "u64";
      case ComponentValue.F32Value v -> "f32";
      case ComponentValue.F64Value v -> "f64";
      case ComponentValue.CharValue v -> "char";
      case ComponentValue.StringValue v -> "string";
      case ComponentValue.ListValue v -> "list";
      case RecordValue v -> "record";
      case ComponentValue.TupleValue v -> "tuple";
      case VariantValue v -> "variant";
      case EnumValue v -> "enum";
      case FlagsValue v -> "flags";
      case OptionValue v -> "option";
      case ResultValue v -> "result";
      case MapValue v -> "map";
      case ResourceValue v -> "handle";
    };
  }

  static String describe(ComponentValue value) {
    return switch (value) {
      case ComponentValue.BoolValue v -> "bool " + v.value();
      case ComponentValue.F32Value v -> "f32 " + v.value();
      case ComponentValue.F64Value v -> "f64 " + v.value();
      case ComponentValue.CharValue v -> "char '" + Character.toString(v.codePoint()) + "'";
      case ComponentValue.StringValue v -> "string \"" + ValueNames.shorten(v.value()) + "\"";
      case ComponentValue.ListValue v -> "list of " + v.elements().size() + " elements";
      case RecordValue v -> "record with the fields " + String.join(", ", v.fields().keySet());
      case ComponentValue.TupleValue v -> "tuple of " + v.elements().size() + " elements";
      case VariantValue v -> "variant case " + v.label();
      case EnumValue v -> "enum case " + v.label();
      case FlagsValue v -> "flags {" + String.join(", ", v.labels()) + "}";
      case OptionValue v -> v.value() == null ? "option none" : "option some";
      case ResultValue v -> v.isOk() ? "result ok" : "result err";
      case MapValue v -> "map of " + v.entries().size() + " entries";
      case ResourceValue v -> "handle to " + v.type();
      default -> {
        BigInteger number = integerOrNull(value);
        yield number == null ? kind(value) : kind(value) + " " + number;
      }
    };
  }

  static long integer(ComponentValue value, String java, long least, long greatest) {
    BigInteger number = bigInteger(value);
    if (number.bitLength() > 63 || number.longValue() < least || number.longValue() > greatest) {
      throw error("value-range", "an integer that fits in " + java, describe(value));
    }
    return number.longValue();
  }

  static BigInteger bigInteger(ComponentValue value) {
    BigInteger number = integerOrNull(value);
    if (number == null) {
      throw wrongKind("an integer", value);
    }
    return number;
  }

  private static @Nullable BigInteger integerOrNull(ComponentValue value) {
    return switch (value) {
      case ComponentValue.S8Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.U8Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.S16Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.U16Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.S32Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.U32Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.S64Value v -> BigInteger.valueOf(v.value());
      case ComponentValue.U64Value v -> new BigInteger(Long.toUnsignedString(v.bits()));
      default -> null;
    };
  }

  static byte[] bytes(ComponentValue value) {
    List<ComponentValue> elements = value.asList();
    if (elements instanceof NumberList numbers && numbers.sharedArray() instanceof byte[] bytes) {
      return bytes.clone();
    }
    byte[] bytes = new byte[elements.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          switch (elements.get(i)) {
            case ComponentValue.U8Value element -> (byte) element.value();
            case ComponentValue.S8Value element -> element.value();
            default -> throw wrongKind("a list of bytes", value);
          };
    }
    return bytes;
  }

  static ValueException wrongKind(String expected, ComponentValue found) {
    return error("value-kind", expected, describe(found));
  }

  static ValueException error(String code, String expected, String found) {
    return new ValueException(Diagnostic.of(code, "value").expecting(expected, found));
  }
}
