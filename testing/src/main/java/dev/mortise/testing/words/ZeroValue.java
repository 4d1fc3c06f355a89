package dev.mortise.testing.words;

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
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The least value of a WIT type, as a plain Java object: zero, empty, none, the first case. */
final class ZeroValue {
  private ZeroValue() {}

  /** The value, or null where there is none, as of a resource. */
  static @Nullable Object of(ValType type) {
    return switch (type.structure()) {
      case PrimType prim ->
          switch (prim) {
            case BOOL -> false;
            case STRING -> "";
            case F32 -> 0f;
            case F64 -> 0d;
            case S8, U8, S16, U16, S32, CHAR -> 0;
            case U32, S64, U64 -> 0L;
            case ERROR_CONTEXT -> null;
          };
      case ListType list -> fixed(list);
      case MapType map -> Map.of();
      case RecordType record -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        record.fields().forEach(field -> fields.put(field.label(), of(field.type())));
        yield fields;
      }
      case TupleType tuple -> {
        List<@Nullable Object> elements = new ArrayList<>();
        tuple.elements().forEach(element -> elements.add(of(element)));
        yield elements;
      }
      case VariantType variant -> {
        VariantType.Case first = variant.cases().get(0);
        yield new SimpleEntry<>(first.label(), orNull(first.type()));
      }
      case ResultType result -> new SimpleEntry<>("ok", orNull(result.ok()));
      case OptionType option -> Optional.empty();
      case EnumType labels -> labels.labels().get(0);
      case FlagsType labels -> Set.of();
      case HandleType handle -> null;
      case StreamType stream -> null;
      case FutureType future -> null;
    };
  }

  private static @Nullable Object orNull(@Nullable ValType type) {
    return type == null ? null : of(type);
  }

  private static Object fixed(ListType list) {
    Long length = list.length();
    List<@Nullable Object> elements = new ArrayList<>();
    for (long i = 0; length != null && i < length; i++) {
      elements.add(of(list.element()));
    }
    return elements;
  }
}
