package dev.mortise.runtime.value;

import dev.mortise.runtime.error.ValueException;
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
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a value is of a type. Nothing is converted: a {@code u8} is not a {@code u32}. */
public final class ValueChecker {
  private ValueChecker() {}

  /**
   * Checks the arguments of a call.
   *
   * @throws ValueException when their number is wrong or one of them is not of its parameter's type
   */
  public static void checkArguments(List<ComponentValue> arguments, FuncType type) {
    requireArity(type, arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      FuncType.Param param = type.params().get(i);
      check(arguments.get(i), param.type(), ValuePath.param(param.label()));
    }
  }

  /**
   * Checks the result of a call; a function without one returns {@link ComponentValue#UNIT}.
   *
   * @throws ValueException when it is not of the function's result type
   */
  public static void checkResult(ComponentValue result, FuncType type) {
    ValType expected = type.result();
    if (expected != null) {
      check(result, expected, ValuePath.result());
    } else if (!result.equals(ComponentValue.UNIT)) {
      throw ValuePath.result().error("value-type", "no result", result.describe(), null);
    }
  }

  /**
   * Checks a value that stands for itself.
   *
   * @throws ValueException when it is not of the type
   */
  public static void check(ComponentValue value, ValType type) {
    check(value, type, ValuePath.ROOT);
  }

  /**
   * Checks the value at a place.
   *
   * @throws ValueException when it is not of the type
   */
  public static void check(ComponentValue value, ValType type, ValuePath path) {
    switch (type.structure()) {
      case PrimType prim -> {
        if (!value.kind().equals(prim.toString())) {
          throw path.mismatch(type, value.describe());
        }
      }
      case ListType list -> checkList(value, list, type, path);
      case RecordType record -> checkRecord(value, record, type, path);
      case TupleType tuple -> checkTuple(value, tuple, type, path);
      case VariantType variant -> checkVariant(value, variant, type, path);
      case EnumType labels -> {
        if (!(value instanceof EnumValue constant) || !labels.labels().contains(constant.label())) {
          throw path.mismatch(type, value.describe());
        }
      }
      case FlagsType labels -> {
        if (!(value instanceof FlagsValue flags) || !labels.labels().containsAll(flags.labels())) {
          throw path.mismatch(type, value.describe());
        }
      }
      case OptionType option -> {
        if (!(value instanceof OptionValue some)) {
          throw path.mismatch(type, value.describe());
        }
        if (some.value() != null) {
          check(some.value(), option.type(), path.inCase("some"));
        }
      }
      case ResultType result -> {
        if (!(value instanceof ResultValue either)) {
          throw path.mismatch(type, value.describe());
        }
        checkPayload(
            either.payload(),
            either.isOk() ? result.ok() : result.err(),
            either.caseName(),
            type,
            path);
      }
      case MapType map -> checkMap(value, map, type, path);
      case HandleType handle -> checkHandle(value, type, path);
      case StreamType stream -> throw unsupported(type, value, path);
      case FutureType future -> throw unsupported(type, value, path);
    }
  }

  static void requireArity(FuncType type, int found) {
    int expected = type.params().size();
    if (found != expected) {
      throw ValuePath.ROOT.error(
          "argument-count",
          expected + (expected == 1 ? " argument" : " arguments"),
          Integer.toString(found),
          "the function is " + type);
    }
  }

  private static ValueException unsupported(ValType type, ComponentValue value, ValuePath path) {
    return path.mismatch(type, value.describe(), "streams and futures are not values yet");
  }

  private static void checkList(ComponentValue value, ListType list, ValType type, ValuePath path) {
    if (!(value instanceof ListValue found)) {
      throw path.mismatch(type, value.describe());
    }
    List<ComponentValue> elements = found.elements();
    requireLength(list, elements.size(), type, path);
    if (elements instanceof NumberList numbers && numbers.element() == list.element().structure()) {
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      check(elements.get(i), list.element(), path.element(i));
    }
  }

  static void requireLength(ListType list, int length, ValType type, ValuePath path) {
    if (list.length() != null && list.length() != length) {
      throw path.mismatch(
          type, "a list of " + length, "it must have " + list.length() + " elements");
    }
  }

  private static void checkRecord(
      ComponentValue value, RecordType record, ValType type, ValuePath path) {
    if (!(value instanceof RecordValue found)) {
      throw path.mismatch(type, value.describe());
    }
    Map<String, ComponentValue> fields = found.fields();
    for (RecordType.Field field : record.fields()) {
      @Nullable ComponentValue fieldValue = fields.get(field.label());
      if (fieldValue == null) {
        throw path.mismatch(type, value.describe(), "field \"" + field.label() + "\" is missing");
      }
      check(fieldValue, field.type(), path.field(field.label()));
    }
    if (fields.size() != record.fields().size()) {
      throw path.mismatch(type, value.describe(), "there are fields too many");
    }
  }

  private static void checkTuple(
      ComponentValue value, TupleType tuple, ValType type, ValuePath path) {
    if (!(value instanceof TupleValue found)
        || found.elements().size() != tuple.elements().size()) {
      throw path.mismatch(type, value.describe());
    }
    for (int i = 0; i < tuple.elements().size(); i++) {
      check(found.elements().get(i), tuple.elements().get(i), path.element(i));
    }
  }

  private static void checkVariant(
      ComponentValue value, VariantType variant, ValType type, ValuePath path) {
    if (!(value instanceof VariantValue found)) {
      throw path.mismatch(type, value.describe());
    }
    for (VariantType.Case variantCase : variant.cases()) {
      if (variantCase.label().equals(found.label())) {
        checkPayload(found.payload(), variantCase.type(), found.label(), type, path);
        return;
      }
    }
    throw path.mismatch(type, value.describe());
  }

  private static void checkPayload(
      @Nullable ComponentValue payload,
      @Nullable ValType payloadType,
      String label,
      ValType type,
      ValuePath path) {
    if (payloadType == null) {
      if (payload != null) {
        throw path.mismatch(type, payload.describe(), "case \"" + label + "\" has no payload");
      }
    } else if (payload == null) {
      throw path.mismatch(
          type, "no payload", "case \"" + label + "\" has a payload of type " + payloadType);
    } else {
      check(payload, payloadType, path.inCase(label));
    }
  }

  private static void checkMap(ComponentValue value, MapType map, ValType type, ValuePath path) {
    if (!(value instanceof MapValue found)) {
      throw path.mismatch(type, value.describe());
    }
    for (int i = 0; i < found.entries().size(); i++) {
      check(found.entries().get(i).key(), map.key(), path.key(i));
      check(found.entries().get(i).value(), map.value(), path.entryValue(i));
    }
  }

  private static void checkHandle(ComponentValue value, ValType type, ValuePath path) {
    // Which resource type it is at run time, the instance knows that takes the handle.
    if (!(value instanceof ResourceValue)) {
      throw path.mismatch(type, value.describe());
    }
  }
}
