package dev.mortise.tck.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values from a script's JSON. */
final class ValueReader {
  private ValueReader() {}

  static List<ScriptValue> list(JsonNode nodes) {
    List<ScriptValue> values = new ArrayList<>();
    nodes.forEach(node -> values.add(read(node)));
    return List.copyOf(values);
  }

  private static ScriptValue read(JsonNode node) {
    String type = node.path("type").asText();
    JsonNode value = node.path("value");
    return switch (type) {
      case "bool" -> new ScriptValue.Bool(value.asBoolean());
      case "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64" ->
          new ScriptValue.Int(type, new BigInteger(value.asText()));
      case "f32", "f64" -> number(type, value.asText());
      case "char" -> new ScriptValue.Char(value.asText().codePointAt(0));
      case "string" -> new ScriptValue.Str(value.asText());
      case "list" -> new ScriptValue.ListOf(list(value));
      case "tuple" -> new ScriptValue.TupleOf(list(value));
      case "record" -> {
        List<ScriptValue.Field> fields = new ArrayList<>();
        value.forEach(f -> fields.add(new ScriptValue.Field(f.path(0).asText(), read(f.path(1)))));
        yield new ScriptValue.RecordOf(List.copyOf(fields));
      }
      case "variant" ->
          new ScriptValue.VariantOf(node.path("case").asText(), optional(node.path("payload")));
      case "enum" -> new ScriptValue.EnumOf(value.asText());
      case "option" -> new ScriptValue.OptionOf(optional(value));
      case "result" ->
          value.has("Ok")
              ? new ScriptValue.ResultOf(true, optional(value.path("Ok")))
              : new ScriptValue.ResultOf(false, optional(value.path("Err")));
      case "flags" -> {
        List<String> labels = new ArrayList<>();
        value.forEach(label -> labels.add(label.asText()));
        yield new ScriptValue.FlagsOf(List.copyOf(labels));
      }
      default -> throw new IllegalArgumentException("unknown type of a value: " + node);
    };
  }

  private static ScriptValue number(String type, String bits) {
    return switch (bits) {
      case "nan:canonical" -> new ScriptValue.FloatBits(type, 0, ScriptValue.NanPattern.CANONICAL);
      case "nan:arithmetic" ->
          new ScriptValue.FloatBits(type, 0, ScriptValue.NanPattern.ARITHMETIC);
      default ->
          new ScriptValue.FloatBits(
              type, Long.parseUnsignedLong(bits), ScriptValue.NanPattern.NONE);
    };
  }

  private static @Nullable ScriptValue optional(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : read(node);
  }
}
