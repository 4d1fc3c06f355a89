package dev.mortise.runtime.abi;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the types and values of the vectors. */
final class Vectors {
  private Vectors() {}

  static ValType type(JsonNode json) {
    if (json.isTextual()) {
      return PrimType.valueOf(json.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    String kind = json.fieldNames().next();
    JsonNode body = json.get(kind);
    return switch (kind) {
      case "list" ->
          new ListType(type(body), json.has("length") ? json.get("length").asLong() : null);
      case "record" -> {
        List<RecordType.Field> fields = new ArrayList<>();
        body.forEach(f -> fields.add(new RecordType.Field(f.get(0).asText(), type(f.get(1)))));
        yield new RecordType(fields);
      }
      case "tuple" -> new TupleType(types(body));
      case "variant" -> {
        List<VariantType.Case> cases = new ArrayList<>();
        body.forEach(c -> cases.add(new VariantType.Case(c.get(0).asText(), optional(c.get(1)))));
        yield new VariantType(cases);
      }
      case "enum" -> new EnumType(texts(body));
      case "flags" -> new FlagsType(texts(body));
      case "option" -> new OptionType(type(body));
      case "result" -> new ResultType(optional(body.get(0)), optional(body.get(1)));
      case "map" -> new MapType(type(body.get(0)), type(body.get(1)));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  static ValType optional(JsonNode json) {
    return json == null || json.isNull() ? null : type(json);
  }

  static List<ValType> types(JsonNode json) {
    List<ValType> types = new ArrayList<>();
    json.forEach(t -> types.add(type(t)));
    return types;
  }

  static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  static ComponentValue value(ValType type, JsonNode json) {
    return switch (type.structure()) {
      case PrimType prim -> prim(prim, json);
      case ListType list -> {
        List<ComponentValue> elements = new ArrayList<>();
        json.forEach(e -> elements.add(value(list.element(), e)));
        yield new ComponentValue.ListValue(elements);
      }
      case RecordType record -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        record.fields().forEach(f -> fields.put(f.label(), value(f.type(), json.get(f.label()))));
        yield new ComponentValue.RecordValue(fields);
      }
      case TupleType tuple -> {
        List<ComponentValue> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
          elements.add(value(tuple.elements().get(i), json.get(i)));
        }
        yield new ComponentValue.TupleValue(elements);
      }
      case VariantType variant -> {
        String label = json.get("case").asText();
        ValType payload =
            variant.cases().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow()
                .type();
        yield new ComponentValue.VariantValue(
            label, payload == null ? null : value(payload, json.get("value")));
      }
      case EnumType labels -> new ComponentValue.EnumValue(json.asText());
      case FlagsType flags -> {
        Set<String> set = new LinkedHashSet<>(texts(json));
        yield new ComponentValue.FlagsValue(set);
      }
      case OptionType option ->
          json.isNull()
              ? ComponentValue.OptionValue.NONE
              : new ComponentValue.OptionValue(value(option.type(), json.get("some")));
      case ResultType result -> {
        boolean ok = json.has("ok");
        ValType payload = ok ? result.ok() : result.err();
        yield new ComponentValue.ResultValue(
            ok, payload == null ? null : value(payload, json.get(ok ? "ok" : "error")));
      }
      case MapType map -> {
        List<ComponentValue.MapValue.Entry> entries = new ArrayList<>();
        json.forEach(
            e ->
                entries.add(
                    new ComponentValue.MapValue.Entry(
                        value(map.key(), e.get(0)), value(map.value(), e.get(1)))));
        yield new ComponentValue.MapValue(entries);
      }
      default -> throw new IllegalArgumentException(type.kind());
    };
  }

  private static ComponentValue prim(PrimType type, JsonNode json) {
    return switch (type) {
      case BOOL -> new ComponentValue.BoolValue(json.asBoolean());
      case S8 -> new ComponentValue.S8Value(Byte.parseByte(json.asText()));
      case U8 -> new ComponentValue.U8Value(Integer.parseInt(json.asText()));
      case S16 -> new ComponentValue.S16Value(Short.parseShort(json.asText()));
      case U16 -> new ComponentValue.U16Value(Integer.parseInt(json.asText()));
      case S32 -> new ComponentValue.S32Value(Integer.parseInt(json.asText()));
      case U32 -> new ComponentValue.U32Value(Long.parseLong(json.asText()));
      case S64 -> new ComponentValue.S64Value(Long.parseLong(json.asText()));
      case U64 -> new ComponentValue.U64Value(word(json));
      case F32 -> new ComponentValue.F32Value(Float.intBitsToFloat((int) word(json)));
      case F64 -> new ComponentValue.F64Value(Double.longBitsToDouble(word(json)));
      case CHAR -> new ComponentValue.CharValue(json.asInt());
      case STRING -> new ComponentValue.StringValue(json.asText());
      case ERROR_CONTEXT -> throw new IllegalArgumentException(type.kind());
    };
  }

  /** An unsigned decimal number as 64 bits. */
  static long word(JsonNode json) {
    return new BigInteger(json.asText()).longValue();
  }

  static List<ComponentValue> values(List<ValType> types, JsonNode json) {
    List<ComponentValue> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      values.add(value(types.get(i), json.get(i)));
    }
    return values;
  }
}
