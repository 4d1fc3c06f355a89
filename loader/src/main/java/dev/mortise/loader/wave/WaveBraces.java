package dev.mortise.loader.wave;

import dev.mortise.loader.wave.WaveToken.Kind;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ValuePath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what stands in braces: records and flags. */
final class WaveBraces {
  private WaveBraces() {}

  static ComponentValue record(
      WaveValues values, WaveReader reader, RecordType record, ValType type, ValuePath path) {
    WaveToken open = reader.next();
    if (open.kind() != Kind.BRACE_OPEN) {
      throw reader.mismatch(open, type, path, null);
    }
    Map<String, ComponentValue> given = new HashMap<>();
    if (reader.peek().kind() == Kind.COLON) {
      reader.next();
    } else {
      fields(values, reader, record, type, path, given);
    }
    WaveToken close = reader.expect(Kind.BRACE_CLOSE, path);
    Map<String, ComponentValue> fields = new LinkedHashMap<>();
    for (RecordType.Field field : record.fields()) {
      @Nullable ComponentValue value = given.get(field.label());
      if (value == null && !(field.type().structure() instanceof OptionType)) {
        throw reader.error(
            close,
            path,
            "wave-record",
            "the field " + field.label() + ": " + WaveReader.describe(field.type()),
            "'}'",
            "only fields of type option may be left out");
      }
      fields.put(field.label(), value == null ? OptionValue.NONE : value);
    }
    return new RecordValue(fields);
  }

  private static void fields(
      WaveValues values,
      WaveReader reader,
      RecordType record,
      ValType type,
      ValuePath path,
      Map<String, ComponentValue> given) {
    do {
      WaveToken label = reader.next();
      if (label.kind() == Kind.BRACE_CLOSE && given.isEmpty()) {
        throw reader.error(
            label,
            path,
            "wave-record",
            WaveReader.describe(type),
            "{}",
            "{} is flags without a label; a record without a field is written {:}");
      }
      if (!label.isLabel()) {
        throw reader.error(
            label, path, "wave-syntax", "the label of a field", reader.describe(label), null);
      }
      RecordType.@Nullable Field field = find(record, label.text());
      if (field == null) {
        throw reader.error(
            label,
            path,
            "wave-record",
            WaveReader.describe(type),
            "the field " + label.text(),
            "the fields are "
                + record.fields().stream()
                    .map(RecordType.Field::label)
                    .collect(Collectors.joining(", ")));
      }
      reader.expect(Kind.COLON, path.field(field.label()));
      ComponentValue value = values.value(field.type(), path.field(field.label()));
      if (given.put(field.label(), value) != null) {
        throw reader.error(
            label, path, "wave-record", "each field once", field.label() + " twice", null);
      }
    } while (reader.skipComma(Kind.BRACE_CLOSE, path) && reader.peek().kind() != Kind.BRACE_CLOSE);
  }

  private static RecordType.@Nullable Field find(RecordType record, String label) {
    for (RecordType.Field field : record.fields()) {
      if (field.label().equals(label)) {
        return field;
      }
    }
    return null;
  }

  static ComponentValue flags(WaveReader reader, FlagsType labels, ValType type, ValuePath path) {
    WaveToken open = reader.next();
    if (open.kind() != Kind.BRACE_OPEN) {
      throw reader.mismatch(open, type, path, null);
    }
    Set<String> set = new LinkedHashSet<>();
    while (reader.peek().kind() != Kind.BRACE_CLOSE) {
      WaveToken label = reader.next();
      if (!label.isLabel()) {
        throw reader.error(label, path, "wave-syntax", "a label", reader.describe(label), null);
      }
      if (!labels.labels().contains(label.text())) {
        throw reader.mismatch(
            label, type, path, "the labels are " + String.join(", ", labels.labels()));
      }
      if (!set.add(label.text())) {
        throw reader.error(
            label, path, "wave-flags", "each label once", label.text() + " twice", null);
      }
      if (!reader.skipComma(Kind.BRACE_CLOSE, path)) {
        break;
      }
    }
    reader.expect(Kind.BRACE_CLOSE, path);
    return new FlagsValue(
        labels.labels().stream()
            .filter(set::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
