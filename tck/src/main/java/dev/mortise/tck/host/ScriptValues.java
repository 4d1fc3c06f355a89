package dev.mortise.tck.host;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.BoolValue;
import dev.mortise.runtime.value.ComponentValue.CharValue;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.F32Value;
import dev.mortise.runtime.value.ComponentValue.F64Value;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.S16Value;
import dev.mortise.runtime.value.ComponentValue.S32Value;
import dev.mortise.runtime.value.ComponentValue.S64Value;
import dev.mortise.runtime.value.ComponentValue.S8Value;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.U16Value;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import dev.mortise.runtime.value.Integers;
import dev.mortise.tck.script.ScriptValue;
import dev.mortise.tck.script.ScriptValue.NanPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of scripts ⇄ the values of the loader. */
final class ScriptValues {
  private ScriptValues() {}

  /** An argument as a value of the parameter's type. */
  static ComponentValue argument(ScriptValue value, ValType type) {
    return switch (value) {
      case ScriptValue.Bool bool -> new BoolValue(bool.value());
      case ScriptValue.Int number when type.structure() instanceof PrimType prim -> {
        ComponentValue converted = Integers.valueOrNull(prim, number.value());
        yield converted == null ? mismatch(value, type) : converted;
      }
      case ScriptValue.FloatBits bits ->
          bits.type().equals("f32")
              ? new F32Value(Float.intBitsToFloat((int) bits.bits()))
              : new F64Value(Double.longBitsToDouble(bits.bits()));
      case ScriptValue.Char character -> new CharValue(character.codePoint());
      case ScriptValue.Str string -> new StringValue(string.value());
      case ScriptValue.ListOf list when type.structure() instanceof ListType wanted ->
          new ListValue(list.elements().stream().map(e -> argument(e, wanted.element())).toList());
      case ScriptValue.TupleOf tuple when type.structure() instanceof TupleType wanted ->
          new TupleValue(all(tuple.elements(), wanted.elements()));
      case ScriptValue.RecordOf record when type.structure() instanceof RecordType wanted -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        for (int i = 0; i < record.fields().size(); i++) {
          ScriptValue.Field field = record.fields().get(i);
          fields.put(field.label(), argument(field.value(), wanted.fields().get(i).type()));
        }
        yield new RecordValue(fields);
      }
      case ScriptValue.VariantOf variant when type.structure() instanceof VariantType wanted -> {
        ValType payload =
            wanted.cases().stream()
                .filter(c -> c.label().equals(variant.label()))
                .findFirst()
                .map(VariantType.Case::type)
                .orElse(null);
        yield new VariantValue(variant.label(), optional(variant.payload(), payload));
      }
      case ScriptValue.EnumOf label when type.structure() instanceof EnumType ->
          new EnumValue(label.label());
      case ScriptValue.OptionOf option when type.structure() instanceof OptionType wanted ->
          new OptionValue(optional(option.value(), wanted.type()));
      case ScriptValue.ResultOf result when type.structure() instanceof ResultType wanted ->
          new ResultValue(
              result.ok(), optional(result.payload(), result.ok() ? wanted.ok() : wanted.err()));
      case ScriptValue.FlagsOf flags when type.structure() instanceof FlagsType ->
          new FlagsValue(new LinkedHashSet<>(flags.labels()));
      default -> mismatch(value, type);
    };
  }

  private static List<ComponentValue> all(List<ScriptValue> values, List<ValType> types) {
    List<ComponentValue> converted = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      converted.add(argument(values.get(i), types.get(i)));
    }
    return converted;
  }

  private static @Nullable ComponentValue optional(
      @Nullable ScriptValue value, @Nullable ValType type) {
    return value == null || type == null ? null : argument(value, type);
  }

  private static ComponentValue mismatch(ScriptValue value, ValType type) {
    throw new ValueException(
        Diagnostic.of("script-value", "argument").expecting(type.toString(), value.toString()));
  }

  /** A result as the script's values write it. */
  static ScriptValue result(ComponentValue value) {
    return switch (value) {
      case BoolValue bool -> new ScriptValue.Bool(bool.value());
      case S8Value n -> number("s8", n.value());
      case U8Value n -> number("u8", n.value());
      case S16Value n -> number("s16", n.value());
      case U16Value n -> number("u16", n.value());
      case S32Value n -> number("s32", n.value());
      case U32Value n -> number("u32", n.value());
      case S64Value n -> number("s64", n.value());
      case U64Value n ->
          new ScriptValue.Int("u64", new BigInteger(Long.toUnsignedString(n.bits())));
      case F32Value f ->
          new ScriptValue.FloatBits(
              "f32", Integer.toUnsignedLong(Float.floatToRawIntBits(f.value())), NanPattern.NONE);
      case F64Value f ->
          new ScriptValue.FloatBits("f64", Double.doubleToRawLongBits(f.value()), NanPattern.NONE);
      case CharValue character -> new ScriptValue.Char(character.codePoint());
      case StringValue string -> new ScriptValue.Str(string.value());
      case ListValue list -> new ScriptValue.ListOf(results(list.elements()));
      case TupleValue tuple -> new ScriptValue.TupleOf(results(tuple.elements()));
      case RecordValue record ->
          new ScriptValue.RecordOf(
              record.fields().entrySet().stream()
                  .map(f -> new ScriptValue.Field(f.getKey(), result(f.getValue())))
                  .toList());
      case VariantValue variant ->
          new ScriptValue.VariantOf(variant.label(), resultOrNull(variant.payload()));
      case EnumValue label -> new ScriptValue.EnumOf(label.label());
      case OptionValue option -> new ScriptValue.OptionOf(resultOrNull(option.value()));
      case ResultValue result ->
          new ScriptValue.ResultOf(result.isOk(), resultOrNull(result.payload()));
      case FlagsValue flags -> new ScriptValue.FlagsOf(List.copyOf(flags.labels()));
      case MapValue map ->
          new ScriptValue.ListOf(
              map.entries().stream()
                  .<ScriptValue>map(
                      e -> new ScriptValue.TupleOf(List.of(result(e.key()), result(e.value()))))
                  .toList());
      case ResourceValue resource ->
          throw new UnsupportedOperationException("scripts cannot compare resources");
    };
  }

  private static @Nullable ScriptValue resultOrNull(@Nullable ComponentValue value) {
    return value == null ? null : result(value);
  }

  private static List<ScriptValue> results(List<ComponentValue> values) {
    return values.stream().map(ScriptValues::result).toList();
  }

  private static ScriptValue number(String type, long value) {
    return new ScriptValue.Int(type, BigInteger.valueOf(value));
  }

  static boolean isMap(ValType type) {
    return type.structure() instanceof MapType;
  }
}
