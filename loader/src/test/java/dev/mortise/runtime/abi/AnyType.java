package dev.mortise.runtime.abi;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates types and values of them. */
final class AnyType {
  private AnyType() {}

  static Arbitrary<ValType> types(int depth) {
    Arbitrary<ValType> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(PrimType.values())
                .filter(p -> p != PrimType.ERROR_CONTEXT)
                .map(p -> (ValType) p),
            Arbitraries.integers().between(1, 300).map(n -> new EnumType(labels(n))),
            Arbitraries.integers().between(1, 32).map(n -> new FlagsType(labels(n))));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<ValType> inner = Arbitraries.lazy(() -> types(depth - 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, leaf),
        net.jqwik.api.Tuple.of(2, inner.map(ListType::new)),
        net.jqwik.api.Tuple.of(
            1, Combinators.combine(inner, Arbitraries.longs().between(1, 5)).as(ListType::new)),
        net.jqwik.api.Tuple.of(2, inner.list().ofMinSize(1).ofMaxSize(5).map(AnyType::record)),
        net.jqwik.api.Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(4).map(TupleType::new)),
        net.jqwik.api.Tuple.of(
            2, inner.injectNull(0.3).list().ofMinSize(1).ofMaxSize(4).map(AnyType::variant)),
        net.jqwik.api.Tuple.of(1, inner.map(OptionType::new)),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(inner.injectNull(0.3), inner.injectNull(0.3)).as(ResultType::new)),
        net.jqwik.api.Tuple.of(1, Combinators.combine(keys(), inner).as(MapType::new)),
        net.jqwik.api.Tuple.of(1, inner.map(t -> new NamedType("name", t))));
  }

  private static Arbitrary<ValType> keys() {
    return Arbitraries.of(PrimType.STRING, PrimType.U8, PrimType.S64, PrimType.CHAR, PrimType.BOOL)
        .map(p -> p);
  }

  private static ValType record(List<ValType> types) {
    return new RecordType(
        IntStream.range(0, types.size())
            .mapToObj(i -> new RecordType.Field("f" + i, types.get(i)))
            .toList());
  }

  private static ValType variant(List<ValType> types) {
    return new VariantType(
        IntStream.range(0, types.size())
            .mapToObj(i -> new VariantType.Case("c" + i, types.get(i)))
            .toList());
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
  }

  static Arbitrary<ComponentValue> valuesOf(ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> prims(prim);
      case ListType list -> lists(list);
      case MapType map ->
          Combinators.combine(valuesOf(map.key()), valuesOf(map.value()))
              .as(ComponentValue.MapValue.Entry::new)
              .list()
              .ofMaxSize(3)
              .map(ComponentValue.MapValue::new);
      case RecordType record ->
          all(record.fields().stream().map(RecordType.Field::type).toList())
              .map(
                  parts -> {
                    Map<String, ComponentValue> fields = new LinkedHashMap<>();
                    for (int i = 0; i < parts.size(); i++) {
                      fields.put(record.fields().get(i).label(), parts.get(i));
                    }
                    return new ComponentValue.RecordValue(fields);
                  });
      case TupleType tuple -> all(tuple.elements()).map(ComponentValue.TupleValue::new);
      case VariantType variant ->
          Arbitraries.of(variant.cases())
              .flatMap(
                  c ->
                      c.type() == null
                          ? Arbitraries.just(new ComponentValue.VariantValue(c.label(), null))
                          : valuesOf(c.type())
                              .map(v -> new ComponentValue.VariantValue(c.label(), v)));
      case EnumType labels -> Arbitraries.of(labels.labels()).map(ComponentValue.EnumValue::new);
      case FlagsType flags ->
          Arbitraries.subsetOf(flags.labels())
              .map(
                  set -> {
                    LinkedHashSet<String> ordered = new LinkedHashSet<>(flags.labels());
                    ordered.retainAll(set);
                    return new ComponentValue.FlagsValue(ordered);
                  });
      case OptionType option ->
          Arbitraries.oneOf(
              Arbitraries.just(ComponentValue.OptionValue.NONE),
              valuesOf(option.type()).map(ComponentValue.OptionValue::new));
      case ResultType result ->
          Arbitraries.oneOf(outcomes(true, result.ok()), outcomes(false, result.err()));
      default -> throw new IllegalArgumentException(type.kind());
    };
  }

  private static Arbitrary<ComponentValue> outcomes(boolean ok, ValType payload) {
    return payload == null
        ? Arbitraries.just(new ComponentValue.ResultValue(ok, null))
        : valuesOf(payload).map(v -> new ComponentValue.ResultValue(ok, v));
  }

  private static Arbitrary<List<ComponentValue>> all(List<ValType> types) {
    return Combinators.combine(types.stream().map(AnyType::valuesOf).toList())
        .as(ArrayList<ComponentValue>::new);
  }

  /** Lists of numbers in both forms: as an array, and value by value. */
  private static Arbitrary<ComponentValue> lists(ListType list) {
    Arbitrary<ComponentValue> element = valuesOf(list.element());
    Arbitrary<List<ComponentValue>> elements =
        list.length() == null
            ? element.list().ofMaxSize(6)
            : element.list().ofSize(list.length().intValue());
    if (list.element().structure() == PrimType.U8) {
      return Combinators.combine(elements, Arbitraries.of(true, false))
          .as((values, array) -> new ComponentValue.ListValue(array ? bytes(values) : values));
    }
    return elements.map(ComponentValue.ListValue::new);
  }

  private static List<ComponentValue> bytes(List<ComponentValue> values) {
    byte[] array = new byte[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) ((ComponentValue.U8Value) values.get(i)).value();
    }
    return NumberList.copyOf(PrimType.U8, array);
  }

  private static Arbitrary<ComponentValue> prims(PrimType type) {
    return switch (type) {
      case BOOL -> Arbitraries.of(true, false).map(ComponentValue.BoolValue::new);
      case S8 -> Arbitraries.bytes().map(ComponentValue.S8Value::new);
      case U8 -> Arbitraries.integers().between(0, 255).map(ComponentValue.U8Value::new);
      case S16 -> Arbitraries.shorts().map(ComponentValue.S16Value::new);
      case U16 -> Arbitraries.integers().between(0, 65535).map(ComponentValue.U16Value::new);
      case S32 -> Arbitraries.integers().map(ComponentValue.S32Value::new);
      case U32 -> Arbitraries.longs().between(0, 0xffff_ffffL).map(ComponentValue.U32Value::new);
      case S64 -> Arbitraries.longs().map(ComponentValue.S64Value::new);
      case U64 -> Arbitraries.longs().map(ComponentValue.U64Value::new);
      case F32 ->
          Arbitraries.oneOf(
                  Arbitraries.floats(),
                  Arbitraries.of(Float.NaN, -0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE))
              .map(ComponentValue.F32Value::new);
      case F64 ->
          Arbitraries.oneOf(
                  Arbitraries.doubles(),
                  Arbitraries.of(Double.NaN, -0d, Double.POSITIVE_INFINITY, Double.MIN_VALUE))
              .map(ComponentValue.F64Value::new);
      case CHAR ->
          Arbitraries.oneOf(
                  Arbitraries.integers().between(0, 0xd7ff),
                  Arbitraries.integers().between(0xe000, 0x10ffff))
              .map(ComponentValue.CharValue::new);
      case STRING -> strings().map(ComponentValue.StringValue::new);
      case ERROR_CONTEXT -> throw new IllegalArgumentException(type.kind());
    };
  }

  /** ASCII, Latin-1, the basic plane, and beyond it; with lone surrogates now and then. */
  private static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
            Arrays.asList(
                Arbitraries.strings().withCharRange('\0', '\u007f'),
                Arbitraries.strings().withCharRange('\0', '\u00ff'),
                Arbitraries.strings().all(),
                Arbitraries.strings().withChars('a', 'é', 'ſ', '漢', '\ud83d', '\ude00')))
        .flatMap(s -> Arbitraries.just(s.length() > 12 ? s.substring(0, 12) : s));
  }
}
