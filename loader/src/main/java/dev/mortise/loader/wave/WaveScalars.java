package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.Integers;
import dev.mortise.runtime.value.ValuePath;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads the values of the primitive types. */
final class WaveScalars {
  /** More digits than any integer type has; a longer number is out of range unread. */
  private static final int MOST_DIGITS = 40;

  private WaveScalars() {}

  static ComponentValue scalar(WaveReader reader, PrimType prim, ValType type, ValuePath path) {
    WaveToken token = reader.next();
    return switch (prim) {
      case BOOL -> {
        if (token.isKeyword("true") || token.isKeyword("false")) {
          yield new ComponentValue.BoolValue(token.text().equals("true"));
        }
        throw reader.mismatch(token, type, path, "it is written true or false");
      }
      case S8, U8, S16, U16, S32, U32, S64, U64 -> integer(reader, token, prim, type, path);
      case F32 ->
          new ComponentValue.F32Value(
              switch (floatText(reader, token, type, path)) {
                case "nan" -> Float.NaN;
                case "inf" -> Float.POSITIVE_INFINITY;
                case "-inf" -> Float.NEGATIVE_INFINITY;
                case String digits -> Float.parseFloat(digits);
              });
      case F64 ->
          new ComponentValue.F64Value(
              switch (floatText(reader, token, type, path)) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case String digits -> Double.parseDouble(digits);
              });
      case CHAR -> {
        if (token.kind() != Kind.CHAR) {
          String why = token.kind() == Kind.STRING ? "a char stands in single quotes" : null;
          throw reader.mismatch(token, type, path, why);
        }
        yield new ComponentValue.CharValue(token.text().codePointAt(0));
      }
      case STRING -> {
        if (token.kind() != Kind.STRING) {
          String why =
              token.kind() == Kind.CHAR || token.kind() == Kind.WORD || token.isLabel()
                  ? "a string stands in double quotes"
                  : null;
          throw reader.mismatch(token, type, path, why);
        }
        yield new ComponentValue.StringValue(token.text());
      }
      case ERROR_CONTEXT ->
          throw reader.mismatch(token, type, path, "an error context has no text form");
    };
  }

  private static ComponentValue integer(
      WaveReader reader, WaveToken token, PrimType prim, ValType type, ValuePath path) {
    String digits = token.text();
    if (token.kind() != Kind.NUMBER || digits.equals("-inf")) {
      throw reader.mismatch(token, type, path, null);
    }
    if (digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      throw reader.mismatch(token, type, path, "an integer has no fraction and no exponent");
    }
    @Nullable ComponentValue value =
        digits.length() > MOST_DIGITS ? null : Integers.valueOrNull(prim, new BigInteger(digits));
    if (value == null) {
      throw reader.error(
          token,
          path,
          "wave-range",
          WaveReader.describe(type),
          reader.describe(token),
          Integers.describeRange(prim));
    }
    return value;
  }

  private static String floatText(
      WaveReader reader, WaveToken token, ValType type, ValuePath path) {
    if (token.kind() == Kind.NUMBER || token.isKeyword("nan") || token.isKeyword("inf")) {
      return token.text();
    }
    throw reader.mismatch(
        token,
        type,
        path,
        token.isLabel() || token.kind() == Kind.WORD
            ? "what is not a finite number is written nan, inf or -inf"
            : null);
  }
}
