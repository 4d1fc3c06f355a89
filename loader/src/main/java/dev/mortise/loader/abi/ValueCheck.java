package dev.mortise.loader.abi;

import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.ValueException;
import dev.mortise.loader.type.EnumType;
import dev.mortise.loader.type.FlagsType;
import dev.mortise.loader.type.FutureType;
import dev.mortise.loader.type.HandleType;
import dev.mortise.loader.type.ListType;
import dev.mortise.loader.type.MapType;
import dev.mortise.loader.type.OptionType;
import dev.mortise.loader.type.PrimType;
import dev.mortise.loader.type.RecordType;
import dev.mortise.loader.type.ResultType;
import dev.mortise.loader.type.StreamType;
import dev.mortise.loader.type.TupleType;
import dev.mortise.loader.type.ValType;
import dev.mortise.loader.type.VariantType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.NumberList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is one of its type. All of a value is checked before any of it is lowered, so
 * that a value that is refused has left no trace in the component.
 *
 * <p>Which resource a handle refers to, streams, futures and error contexts are left to the
 * run-time context.
 */
public final class ValueCheck {
  private final Deque<Object> path = new ArrayDeque<>();
  private final String where;

  private ValueCheck(String where) {
    this.where = where;
  }

  /**
   * Refuses a value that is not one of {@code type}.
   *
   * @param where what the value is meant for, such as {@code param "name"}
   * @throws ValueException with the way to the part that does not fit
   */
  public static void require(String where, ValType type, ComponentValue value) {
    new ValueCheck(where).check(type, value);
  }

  private void check(ValType type, ComponentValue value) {
    switch (type.structure()) {
      case PrimType prim -> require(isPrim(prim, value), prim, value);
      case HandleType handle ->
          require(value instanceof ComponentValue.ResourceValue, handle, value);
      case StreamType stream -> {}
      case FutureType future -> {}
      case ListType list -> checkList(list, value);
      case MapType map -> {
        if (value instanceof ComponentValue.MapValue entries) {
          for (int i = 0; i < entries.entries().size(); i++) {
            checkPart(i, map.key(), entries.entries().get(i).key());
            checkPart(i, map.value(), entries.entries().get(i).value());
          }
        } else {
          throw refused("map", value);
        }
      }
      case RecordType record -> checkRecord(record, value);
      case TupleType tuple -> {
        if (!(value instanceof ComponentValue.TupleValue parts)
            || parts.elements().size() != tuple.elements().size()) {
          throw refused("tuple of " + tuple.elements().size(), value);
        }
        for (int i = 0; i < tuple.elements().size(); i++) {
          checkPart(i, tuple.elements().get(i), parts.elements().get(i));
        }
      }
      case VariantType variant -> checkVariant(variant, value);
      case EnumType labels ->
          require(
              value instanceof ComponentValue.EnumValue label
                  && labels.labels().contains(label.label()),
              labels,
              value);
      case FlagsType flags ->
          require(
              value instanceof ComponentValue.FlagsValue set
                  && flags.labels().containsAll(set.labels()),
              flags,
              value);
      case OptionType option -> {
        if (!(value instanceof ComponentValue.OptionValue some)) {
          throw refused("option", value);
        }
        if (some.value() != null) {
          checkPart("some", option.type(), some.value());
        }
      }
      case ResultType result -> {
        if (!(value instanceof ComponentValue.ResultValue outcome)) {
          throw refused("result", value);
        }
        if (outcome.isOk()) {
          checkPayload("ok", result.ok(), outcome.payload());
        } else {
          checkPayload("error", result.err(), outcome.payload());
        }
      }
    }
  }

  private void checkList(ListType type, ComponentValue value) {
    if (!(value instanceof ComponentValue.ListValue list)) {
      throw refused("list", value);
    }
    List<ComponentValue> elements = list.elements();
    if (type.length() != null && type.length() != elements.size()) {
      throw refused("list of " + type.length(), value);
    }
    if (elements instanceof NumberList numbers) {
      if (type.element().structure() != numbers.element()) {
        throw refused("list<" + type.element().kind() + ">", "list<" + numbers.element() + ">");
      }
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      checkPart(i, type.element(), elements.get(i));
    }
  }

  private void checkRecord(RecordType type, ComponentValue value) {
    if (!(value instanceof ComponentValue.RecordValue record)) {
      throw refused("record", value);
    }
    for (RecordType.Field field : type.fields()) {
      ComponentValue part = record.fields().get(field.label());
      if (part == null) {
        throw refused("field \"" + field.label() + "\"", "fields " + record.fields().keySet());
      }
      checkPart(field.label(), field.type(), part);
    }
    if (record.fields().size() != type.fields().size()) {
      throw refused(
          "fields " + type.fields().stream().map(RecordType.Field::label).toList(),
          "fields " + record.fields().keySet());
    }
  }

  private void checkVariant(VariantType type, ComponentValue value) {
    if (!(value instanceof ComponentValue.VariantValue variant)) {
      throw refused("variant", value);
    }
    for (VariantType.Case c : type.cases()) {
      if (c.label().equals(variant.label())) {
        checkPayload(c.label(), c.type(), variant.payload());
        return;
      }
    }
    throw refused(
        "one of the cases " + type.cases().stream().map(VariantType.Case::label).toList(),
        "case \"" + variant.label() + "\"");
  }

  private void checkPayload(String label, @Nullable ValType type, @Nullable ComponentValue value) {
    if (type != null && value != null) {
      checkPart(label, type, value);
    } else if (type != null) {
      throw refused("case \"" + label + "\" with a payload", "none");
    } else if (value != null) {
      throw refused("case \"" + label + "\" without a payload", kind(value));
    }
  }

  private void checkPart(Object step, ValType type, ComponentValue value) {
    path.addLast(step);
    check(type, value);
    path.removeLast();
  }

  private void require(boolean fits, ValType type, ComponentValue value) {
    if (!fits) {
      throw switch (value) {
        case ComponentValue.EnumValue label when type instanceof EnumType labels ->
            refused("one of " + labels.labels(), "\"" + label.label() + "\"");
        case ComponentValue.FlagsValue set when type instanceof FlagsType flags ->
            refused("some of " + flags.labels(), set.labels().toString());
        default -> refused(type.kind(), value);
      };
    }
  }

  private ValueException refused(String expected, ComponentValue found) {
    return refused(
        expected,
        switch (found) {
          case ComponentValue.ListValue list -> "list of " + list.elements().size();
          case ComponentValue.TupleValue tuple -> "tuple of " + tuple.elements().size();
          default -> kind(found);
        });
  }

  private ValueException refused(String expected, String found) {
    return new ValueException(
        Diagnostic.of("value-type-mismatch", where)
            .expecting(expected, found)
            .in(path.stream().map(s -> s instanceof Integer ? "[" + s + "]" : s + "").toList()));
  }

  /** The kind of a value, by the name of its class. */
  private static String kind(ComponentValue value) {
    return value.getClass().getSimpleName().replace("Value", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isPrim(PrimType type, ComponentValue value) {
    return switch (type) {
      case BOOL -> value instanceof ComponentValue.BoolValue;
      case S8 -> value instanceof ComponentValue.S8Value;
      case U8 -> value instanceof ComponentValue.U8Value;
      case S16 -> value instanceof ComponentValue.S16Value;
      case U16 -> value instanceof ComponentValue.U16Value;
      case S32 -> value instanceof ComponentValue.S32Value;
      case U32 -> value instanceof ComponentValue.U32Value;
      case S64 -> value instanceof ComponentValue.S64Value;
      case U64 -> value instanceof ComponentValue.U64Value;
      case F32 -> value instanceof ComponentValue.F32Value;
      case F64 -> value instanceof ComponentValue.F64Value;
      case CHAR -> value instanceof ComponentValue.CharValue;
      case STRING -> value instanceof ComponentValue.StringValue;
      case ERROR_CONTEXT -> true;
    };
  }
}
