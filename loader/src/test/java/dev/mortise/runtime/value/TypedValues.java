package dev.mortise.runtime.value;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Generated types with generated values of them.
 *
 * @param type any type without handles, streams and futures
 * @param value a value of it
 */
public record TypedValues(ValType type, ComponentValue value) {
  private static final List<String> LABELS =
      List.of("a", "bc", "two-words", "some", "none", "ok", "err", "true", "nan", "HTTP3", "x-9");

  /** A type and a value of it. */
  public static Arbitrary<TypedValues> arbitrary() {
    return types(3).flatMap(type -> values(type).map(value -> new TypedValues(type, value)));
  }

  /** Any type, nested up to {@code depth} levels. */
  public static Arbitrary<ValType> types(int depth) {
    Arbitrary<ValType> prims =
        Arbitraries.of(PrimType.values())
            .filter(type -> type != PrimType.ERROR_CONTEXT)
            .map(type -> type);
    if (depth == 0) {
      return prims;
    }
    Arbitrary<ValType> inner = Arbitraries.lazy(() -> types(depth - 1));
    Arbitrary<List<ValType>> some = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        List.of(
            prims,
            inner.map(ListType::new),
            inner.map(type -> new ListType(type, 2L)),
            inner.map(OptionType::new),
            inner.map(type -> new NamedType("named", type)),
            some.map(TupleType::new),
            some.map(TypedValues::recordOf),
            some.map(types -> variantOf(types)),
            Combinators.combine(inner.injectNull(0.3), inner.injectNull(0.3)).as(ResultType::new),
            Combinators.combine(Arbitraries.of(PrimType.U8, PrimType.STRING, PrimType.CHAR), inner)
                .as(MapType::new),
            labels().map(EnumType::new),
            labels().map(FlagsType::new)));
  }

  /** Any value of the type. */
  public static Arbitrary<ComponentValue> values(ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> scalars(prim);
      case ListType list ->
          (list.length() == null
                  ? values(list.element()).list().ofMaxSize(3)
                  : values(list.element()).list().ofSize((int) (long) list.length()))
              .map(ComponentValue.ListValue::new);
      case RecordType record -> {
        List<Arbitrary<ComponentValue>> fields =
            record.fields().stream().map(field -> values(field.type())).toList();
        yield Combinators.combine(fields)
            .as(
                values -> {
                  Map<String, ComponentValue> map = new LinkedHashMap<>();
                  for (int i = 0; i < values.size(); i++) {
                    map.put(record.fields().get(i).label(), values.get(i));
                  }
                  return new ComponentValue.RecordValue(map);
                });
      }
      case TupleType tuple ->
          Combinators.combine(tuple.elements().stream().map(TypedValues::values).toList())
              .as(ComponentValue.TupleValue::new);
      case VariantType variant ->
          Arbitraries.of(variant.cases())
              .flatMap(
                  c ->
                      payload(c.type()).map(v -> new ComponentValue.VariantValue(c.label(), v[0])));
      case EnumType labels -> Arbitraries.of(labels.labels()).map(ComponentValue.EnumValue::new);
      case FlagsType labels ->
          Arbitraries.subsetOf(labels.labels())
              .map(set -> new ComponentValue.FlagsValue(new LinkedHashSet<>(set)));
      case OptionType option ->
          values(option.type()).injectNull(0.3).map(ComponentValue.OptionValue::new);
      case ResultType result ->
          Arbitraries.of(true, false)
              .flatMap(
                  isOk ->
                      payload(isOk ? result.ok() : result.err())
                          .map(v -> new ComponentValue.ResultValue(isOk, v[0])));
      case MapType map ->
          Combinators.combine(values(map.key()), values(map.value()))
              .as(ComponentValue.MapValue.Entry::new)
              .list()
              .uniqueElements(ComponentValue.MapValue.Entry::key)
              .ofMaxSize(3)
              .map(ComponentValue.MapValue::new);
      case HandleType handle -> throw new AssertionError(handle);
      case StreamType stream -> throw new AssertionError(stream);
      case FutureType future -> throw new AssertionError(future);
    };
  }

  private static Arbitrary<ComponentValue[]> payload(@Nullable ValType type) {
    return type == null
        ? Arbitraries.just(new ComponentValue[] {null})
        : values(type).map(value -> new ComponentValue[] {value});
  }

  private static Arbitrary<ComponentValue> scalars(PrimType prim) {
    return switch (prim) {
      case BOOL -> Arbitraries.of(true, false).map(ComponentValue.BoolValue::new);
      case S8 -> Arbitraries.bytes().map(ComponentValue.S8Value::new);
      case U8 -> Arbitraries.integers().between(0, 0xff).map(ComponentValue.U8Value::new);
      case S16 -> Arbitraries.shorts().map(ComponentValue.S16Value::new);
      case U16 -> Arbitraries.integers().between(0, 0xffff).map(ComponentValue.U16Value::new);
      case S32 -> Arbitraries.integers().map(ComponentValue.S32Value::new);
      case U32 -> Arbitraries.longs().between(0, 0xffff_ffffL).map(ComponentValue.U32Value::new);
      case S64 -> Arbitraries.longs().map(ComponentValue.S64Value::new);
      case U64 -> Arbitraries.longs().map(ComponentValue.U64Value::new);
      case F32 ->
          Arbitraries.integers()
              .map(bits -> new ComponentValue.F32Value(canonical(Float.intBitsToFloat(bits))));
      case F64 ->
          Arbitraries.longs()
              .map(bits -> new ComponentValue.F64Value(canonical(Double.longBitsToDouble(bits))));
      case CHAR -> scalarValues().map(ComponentValue.CharValue::new);
      case STRING ->
          scalarValues()
              .list()
              .ofMaxSize(8)
              .map(
                  points -> {
                    StringBuilder text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return new ComponentValue.StringValue(text.toString());
                  });
      case ERROR_CONTEXT -> throw new AssertionError();
    };
  }

  private static float canonical(float number) {
    return Float.isNaN(number) ? Float.NaN : number;
  }

  private static double canonical(double number) {
    return Double.isNaN(number) ? Double.NaN : number;
  }

  private static Arbitrary<Integer> scalarValues() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x7f),
            Arbitraries.of((int) '"', (int) '\'', (int) '\\', 0x2028, 0x202e, 0x1f600),
            Arbitraries.integers().between(0, 0x10ffff))
        .filter(c -> c < 0xd800 || c > 0xdfff);
  }

  private static Arbitrary<List<String>> labels() {
    return Arbitraries.of(LABELS).list().uniqueElements().ofMinSize(1).ofMaxSize(5);
  }

  private static ValType recordOf(List<ValType> types) {
    List<RecordType.Field> fields = new ArrayList<>();
    for (ValType type : types) {
      fields.add(new RecordType.Field(LABELS.get(fields.size() + 2), type));
    }
    return new RecordType(fields);
  }

  private static ValType variantOf(List<ValType> types) {
    List<VariantType.Case> cases = new ArrayList<>();
    cases.add(new VariantType.Case(LABELS.get(types.size() + 1), null));
    for (ValType type : types) {
      cases.add(new VariantType.Case(LABELS.get(cases.size() + 6), type));
    }
    return new VariantType(cases);
  }
}
