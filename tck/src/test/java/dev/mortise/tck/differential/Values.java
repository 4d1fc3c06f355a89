package dev.mortise.tck.differential;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of a type by chance, and what is the same of two values. */
final class Values {
  /** Where one encoding ends and another begins. */
  private static final int[] POINTS = {
    0, '?', 'a', 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x7ff, 0x800, 0x6f22, 0xd7ff, 0xe000, 0xfffd,
    0xffff, 0x10000, 0x1f600, 0x10ffff
  };

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    Long.MIN_VALUE,
    Long.MAX_VALUE
  };

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  List<ComponentValue> of(List<ValType> types) {
    return types.stream().map(this::of).toList();
  }

  ComponentValue of(ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> prim(prim);
      case ListType list -> {
        Long length = list.length();
        yield list(list.element(), length == null ? length() : length.intValue());
      }
      case MapType map -> {
        Map<ComponentValue, ComponentValue> entries = new LinkedHashMap<>();
        for (int i = length(); i > 0; i--) {
          entries.put(of(map.key()), of(map.value()));
        }
        List<MapValue.Entry> list = new ArrayList<>();
        entries.forEach((key, value) -> list.add(new MapValue.Entry(key, value)));
        yield new MapValue(list);
      }
      case TupleType tuple -> new TupleValue(of(tuple.elements()));
      case RecordType record -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        record.fields().forEach(field -> fields.put(field.label(), of(field.type())));
        yield new RecordValue(fields);
      }
      case VariantType variant -> {
        VariantType.Case one = variant.cases().get(random.nextInt(variant.cases().size()));
        yield new VariantValue(one.label(), orNull(one.type()));
      }
      case OptionType option ->
          random.nextInt(3) == 0 ? OptionValue.NONE : new OptionValue(of(option.type()));
      case ResultType result -> {
        boolean ok = random.nextBoolean();
        yield new ResultValue(ok, orNull(ok ? result.ok() : result.err()));
      }
      case EnumType labels ->
          new ComponentValue.EnumValue(labels.labels().get(random.nextInt(labels.labels().size())));
      case FlagsType flags -> {
        Set<String> set = new LinkedHashSet<>(flags.labels());
        set.removeIf(label -> random.nextBoolean());
        yield new ComponentValue.FlagsValue(set);
      }
      case HandleType handle -> throw new AssertionError(handle);
      case StreamType stream -> throw new AssertionError(stream);
      case FutureType future -> throw new AssertionError(future);
    };
  }

  private @Nullable ComponentValue orNull(@Nullable ValType type) {
    return type == null ? null : of(type);
  }

  private int length() {
    return random.nextInt(20) == 0 ? random.nextInt(60) : random.nextInt(4);
  }

  private ComponentValue list(ValType element, int length) {
    List<ComponentValue> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(of(element));
    }
    return new ListValue(
        element.structure() instanceof PrimType prim
                && NumberList.supports(prim)
                && random.nextBoolean()
            ? NumberList.pack(prim, elements)
            : elements);
  }

  private long number() {
    return random.nextBoolean() ? random.nextLong() : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private int point() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return POINTS[random.nextInt(POINTS.length)];
    }
    int point = random.nextInt(kind == 1 ? 0x80 : kind == 2 ? 0x100 : 0x110000);
    return point >= 0xd800 && point <= 0xdfff ? 'x' : point;
  }

  private String string() {
    int length = random.nextInt(8) == 0 ? random.nextInt(200) : random.nextInt(8);
    int most = List.of(0x80, 0x100, 0x110000).get(random.nextInt(3));
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int point = point();
      text.appendCodePoint(point < most ? point : 'y');
    }
    if (random.nextInt(20) == 0) {
      text.append('\ud800');
    }
    return text.toString();
  }

  private ComponentValue prim(PrimType type) {
    long number = number();
    return switch (type) {
      case BOOL -> new ComponentValue.BoolValue(random.nextBoolean());
      case S8 -> new ComponentValue.S8Value((byte) number);
      case U8 -> new ComponentValue.U8Value((int) number & 0xff);
      case S16 -> new ComponentValue.S16Value((short) number);
      case U16 -> new ComponentValue.U16Value((int) number & 0xffff);
      case S32 -> new ComponentValue.S32Value((int) number);
      case U32 -> new ComponentValue.U32Value(number & 0xffff_ffffL);
      case S64 -> new ComponentValue.S64Value(number);
      case U64 -> new ComponentValue.U64Value(number);
      case F32 -> new ComponentValue.F32Value(Float.intBitsToFloat((int) number));
      case F64 -> new ComponentValue.F64Value(Double.longBitsToDouble(number));
      case CHAR -> new ComponentValue.CharValue(point());
      case STRING -> new ComponentValue.StringValue(string());
      case ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }

  /** The value as Java's maps hold it: of entries with one key the last. */
  static ComponentValue withoutRepeatedKeys(ComponentValue value) {
    return switch (value) {
      case MapValue map -> {
        Map<ComponentValue, ComponentValue> entries = new LinkedHashMap<>();
        map.entries().forEach(e -> entries.put(e.key(), withoutRepeatedKeys(e.value())));
        List<MapValue.Entry> list = new ArrayList<>();
        entries.forEach((k, v) -> list.add(new MapValue.Entry(k, v)));
        yield new MapValue(list);
      }
      case ListValue list when list.elements() instanceof NumberList -> list;
      case ListValue list -> new ListValue(all(list.elements()));
      case TupleValue tuple -> new TupleValue(all(tuple.elements()));
      case RecordValue record -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        record.fields().forEach((label, field) -> fields.put(label, withoutRepeatedKeys(field)));
        yield new RecordValue(fields);
      }
      case VariantValue variant ->
          new VariantValue(variant.label(), withoutOrNull(variant.payload()));
      case OptionValue option -> new OptionValue(withoutOrNull(option.value()));
      case ResultValue result -> new ResultValue(result.isOk(), withoutOrNull(result.payload()));
      default -> value;
    };
  }

  private static List<ComponentValue> all(List<ComponentValue> values) {
    return values.stream().map(Values::withoutRepeatedKeys).toList();
  }

  private static @Nullable ComponentValue withoutOrNull(@Nullable ComponentValue value) {
    return value == null ? null : withoutRepeatedKeys(value);
  }
}
