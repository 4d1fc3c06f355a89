package dev.mortise.runtime.value;

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
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values, already checked against their types, as plain Java objects. */
final class JavaView {
  private JavaView() {}

  static Object of(ComponentValue value, ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> scalar(value);
      case ListType list -> list(value, list);
      case RecordType record -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordType.Field field : record.fields()) {
          fields.put(field.label(), of(value.field(field.label()), field.type()));
        }
        yield Collections.unmodifiableMap(fields);
      }
      case TupleType tuple ->
          IntStream.range(0, tuple.elements().size())
              .mapToObj(i -> of(value.element(i), tuple.elements().get(i)))
              .toList();
      case VariantType variant -> {
        String label = value.caseName();
        @Nullable ValType payload =
            variant.cases().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow()
                .type();
        yield entry(value, payload);
      }
      case ResultType result ->
          entry(value, value.caseName().equals("ok") ? result.ok() : result.err());
      case EnumType labels -> value.caseName();
      case FlagsType labels -> value.asFlags();
      case OptionType option -> value.asOptional().map(some -> of(some, option.type()));
      case MapType map -> {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (ComponentValue.MapValue.Entry entry : value.asEntries()) {
          entries.put(of(entry.key(), map.key()), of(entry.value(), map.value()));
        }
        yield Collections.unmodifiableMap(entries);
      }
      case HandleType handle -> value;
      case StreamType stream -> throw new AssertionError(stream);
      case FutureType future -> throw new AssertionError(future);
    };
  }

  private static Object scalar(ComponentValue value) {
    return switch (value) {
      case ComponentValue.BoolValue v -> v.value();
      case ComponentValue.S8Value v -> v.value();
      case ComponentValue.U8Value v -> v.value();
      case ComponentValue.S16Value v -> v.value();
      case ComponentValue.U16Value v -> v.value();
      case ComponentValue.S32Value v -> v.value();
      case ComponentValue.U32Value v -> v.value();
      case ComponentValue.S64Value v -> v.value();
      case ComponentValue.U64Value v -> v.bits();
      case ComponentValue.F32Value v -> v.value();
      case ComponentValue.F64Value v -> v.value();
      case ComponentValue.CharValue v -> v.codePoint();
      case ComponentValue.StringValue v -> v.value();
      default -> throw new AssertionError(value);
    };
  }

  private static Object list(ComponentValue value, ListType list) {
    List<ComponentValue> elements = value.asList();
    if (list.element().structure() instanceof PrimType prim && NumberList.supports(prim)) {
      return NumberList.pack(prim, elements).toArrayCopy();
    }
    return elements.stream().map(element -> of(element, list.element())).toList();
  }

  private static Object entry(ComponentValue value, @Nullable ValType payloadType) {
    @Nullable Object payload =
        payloadType == null ? null : of(value.casePayload().orElseThrow(), payloadType);
    return new SimpleImmutableEntry<String, @Nullable Object>(value.caseName(), payload);
  }
}
