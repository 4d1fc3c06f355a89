package dev.mortise.tck.script;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as a script writes it: an argument, or what a result is compared with. */
public sealed interface ScriptValue {
  /** {@code bool}. */
  record Bool(boolean value) implements ScriptValue {}

  /**
   * An integer.
   *
   * @param type {@code s8} … {@code u64}
   */
  record Int(String type, BigInteger value) implements ScriptValue {}

  /**
   * A floating-point number.
   *
   * @param type {@code f32} or {@code f64}
   * @param bits the bit pattern; of an expected NaN whichever
   */
  record FloatBits(String type, long bits, NanPattern nan) implements ScriptValue {}

  /** Which NaNs an expected number stands for. */
  enum NanPattern {
    /** It is the number of its bits. */
    NONE,
    /** {@code nan:canonical}. */
    CANONICAL,
    /** {@code nan:arithmetic}. */
    ARITHMETIC
  }

  /** {@code char}. */
  record Char(int codePoint) implements ScriptValue {}

  /** {@code string}. */
  record Str(String value) implements ScriptValue {}

  /** {@code list}. */
  record ListOf(List<ScriptValue> elements) implements ScriptValue {}

  /** {@code tuple}. */
  record TupleOf(List<ScriptValue> elements) implements ScriptValue {}

  /** {@code record}. */
  record RecordOf(List<Field> fields) implements ScriptValue {}

  /** A field of a {@link RecordOf}. */
  record Field(String label, ScriptValue value) {}

  /** {@code variant}. */
  record VariantOf(String label, @Nullable ScriptValue payload) implements ScriptValue {}

  /** {@code enum}. */
  record EnumOf(String label) implements ScriptValue {}

  /** {@code option}. */
  record OptionOf(@Nullable ScriptValue value) implements ScriptValue {}

  /** {@code result}. */
  record ResultOf(boolean ok, @Nullable ScriptValue payload) implements ScriptValue {}

  /** {@code flags}: the labels that are set. */
  record FlagsOf(List<String> labels) implements ScriptValue {}
}
