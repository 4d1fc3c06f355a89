package dev.mortise.cli.run;

import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up values, to show how a call is written. */
public final class ExampleValues {
  /** How many elements of a list with a fixed length are worth showing. */
  private static final long LONGEST_LIST = 16;

  private ExampleValues() {}

  /** A call of a function; empty when it takes what cannot be written, such as a resource. */
  public static Optional<String> call(String name, FuncType type) {
    List<ComponentValue> arguments = new ArrayList<>();
    for (FuncType.Param param : type.params()) {
      ComponentValue value = value(param.type());
      if (value == null) {
        return Optional.empty();
      }
      arguments.add(value);
    }
    return Optional.of(WavePrinter.printCall(name, arguments));
  }

  private static @Nullable ComponentValue value(ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> primitive(prim);
      case ListType list -> {
        Long length = list.length();
        ComponentValue element = value(list.element());
        yield element == null || (length != null && length > LONGEST_LIST)
            ? null
            : new ComponentValue.ListValue(
                Collections.nCopies(length == null ? 1 : length.intValue(), element));
      }
      case RecordType record -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        for (RecordType.Field field : record.fields()) {
          ComponentValue value = value(field.type());
          if (value == null) {
            yield null;
          }
          fields.put(field.label(), value);
        }
        yield new ComponentValue.RecordValue(fields);
      }
      case TupleType tuple -> {
        List<ComponentValue> elements = new ArrayList<>();
        for (ValType element : tuple.elements()) {
          ComponentValue value = value(element);
          if (value == null) {
            yield null;
          }
          elements.add(value);
        }
        yield new ComponentValue.TupleValue(elements);
      }
      case VariantType variant -> {
        for (VariantType.Case c : variant.cases()) {
          ComponentValue payload = c.type() == null ? null : value(c.type());
          if (c.type() == null || payload != null) {
            yield new ComponentValue.VariantValue(c.label(), payload);
          }
        }
        yield null;
      }
      case EnumType labels -> new ComponentValue.EnumValue(labels.labels().getFirst());
      case FlagsType labels -> new ComponentValue.FlagsValue(Set.of(labels.labels().getFirst()));
      case OptionType option -> new ComponentValue.OptionValue(value(option.type()));
      case ResultType result -> {
        ComponentValue ok = result.ok() == null ? null : value(result.ok());
        yield result.ok() != null && ok == null ? null : new ComponentValue.ResultValue(true, ok);
      }
      case MapType map -> {
        ComponentValue key = value(map.key());
        ComponentValue value = value(map.value());
        yield key == null || value == null
            ? null
            : new ComponentValue.MapValue(List.of(new ComponentValue.MapValue.Entry(key, value)));
      }
      case HandleType handle -> null;
      case StreamType stream -> null;
      case FutureType future -> null;
    };
  }

  private static @Nullable ComponentValue primitive(PrimType type) {
    return switch (type) {
      case BOOL -> new ComponentValue.BoolValue(true);
      case S8 -> new ComponentValue.S8Value((byte) 1);
      case U8 -> new ComponentValue.U8Value(1);
      case S16 -> new ComponentValue.S16Value((short) 1);
      case U16 -> new ComponentValue.U16Value(1);
      case S32 -> new ComponentValue.S32Value(1);
      case U32 -> new ComponentValue.U32Value(1);
      case S64 -> new ComponentValue.S64Value(1);
      case U64 -> new ComponentValue.U64Value(1);
      case F32 -> new ComponentValue.F32Value(1.5f);
      case F64 -> new ComponentValue.F64Value(1.5);
      case CHAR -> new ComponentValue.CharValue('a');
      case STRING -> new ComponentValue.StringValue("text");
      case ERROR_CONTEXT -> null;
    };
  }
}
