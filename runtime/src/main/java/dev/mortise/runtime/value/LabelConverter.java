package dev.mortise.runtime.value;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.type.WitTypes;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java objects to the types whose parts have labels. */
final class LabelConverter {
  private LabelConverter() {}

  /** A case that was chosen: its label and what came as its payload. */
  private record Choice(String label, @Nullable Object payload) {}

  static ComponentValue record(Object object, RecordType record, ValType type, ValuePath path) {
    Map<?, ? extends @Nullable Object> given =
        switch (object) {
          case Map<?, ?> map -> map;
          case Record components -> RecordReader.components(components, path);
          default -> throw path.mismatch(type, ValueNames.describe(object));
        };
    Map<String, ComponentValue> fields = new LinkedHashMap<>();
    Set<String> keys = new HashSet<>();
    for (RecordType.Field field : record.fields()) {
      String label = field.label();
      String key = object instanceof Record ? ValueNames.camel(label) : label;
      keys.add(key);
      if (given.containsKey(key)) {
        fields.put(label, ValueConverter.convert(given.get(key), field.type(), path.field(label)));
      } else if (object instanceof Map && field.type().structure() instanceof OptionType) {
        fields.put(label, OptionValue.NONE);
      } else {
        throw path.error(
            "missing-field",
            WitTypes.describe(type),
            describeKeys(given),
            "field \"" + label + "\" is missing");
      }
    }
    for (Object key : given.keySet()) {
      if (!(key instanceof String name) || !keys.contains(name)) {
        throw path.error(
            "unknown-field",
            WitTypes.describe(type),
            describeKeys(given),
            "there is no field \"" + key + "\"");
      }
    }
    return new RecordValue(fields);
  }

  static ComponentValue variant(Object object, VariantType variant, ValType type, ValuePath path) {
    List<String> labels = variant.cases().stream().map(VariantType.Case::label).toList();
    Choice choice = choice(object, labels, type, path);
    for (VariantType.Case variantCase : variant.cases()) {
      if (variantCase.label().equals(choice.label())) {
        return new VariantValue(choice.label(), payload(choice, variantCase.type(), type, path));
      }
    }
    throw unknownLabel(choice.label(), labels, type, path);
  }

  static ComponentValue result(Object object, ResultType result, ValType type, ValuePath path) {
    Choice choice = choice(object, List.of("ok", "err"), type, path);
    return switch (choice.label()) {
      case "ok" -> new ResultValue(true, payload(choice, result.ok(), type, path));
      case "err" -> new ResultValue(false, payload(choice, result.err(), type, path));
      default -> throw unknownLabel(choice.label(), List.of("ok", "err"), type, path);
    };
  }

  static ComponentValue enumeration(Object object, EnumType labels, ValType type, ValuePath path) {
    return new EnumValue(label(object, labels.labels(), type, path));
  }

  static ComponentValue flags(Object object, FlagsType labels, ValType type, ValuePath path) {
    if (!(object instanceof Collection<?> items)) {
      throw path.mismatch(type, ValueNames.describe(object));
    }
    Set<String> set = new LinkedHashSet<>();
    for (Object item : items) {
      set.add(label(item, labels.labels(), type, path));
    }
    return new FlagsValue(
        labels.labels().stream()
            .filter(set::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String label(
      @Nullable Object object, List<String> labels, ValType type, ValuePath path) {
    String label =
        switch (object) {
          case String text -> text;
          case Enum<?> constant -> matching(constant, labels);
          case null, default -> throw path.mismatch(type, ValueNames.describe(object));
        };
    if (!labels.contains(label)) {
      throw unknownLabel(label, labels, type, path);
    }
    return label;
  }

  /** The label whose Java name is that of the constant; the constant's own name if none is. */
  private static String matching(Enum<?> constant, List<String> labels) {
    return labels.stream()
        .filter(label -> ValueNames.constant(label).equals(constant.name()))
        .findFirst()
        .orElse(constant.name());
  }

  private static Choice choice(Object object, List<String> labels, ValType type, ValuePath path) {
    return switch (object) {
      case String label -> new Choice(label, null);
      case Enum<?> constant -> new Choice(matching(constant, labels), null);
      case Map.Entry<?, ?> entry when entry.getKey() instanceof String label ->
          new Choice(label, entry.getValue());
      case Map.Entry<?, ?> entry when entry.getKey() instanceof Enum<?> constant ->
          new Choice(matching(constant, labels), entry.getValue());
      case Record record -> choice(record, labels, type, path);
      default -> throw path.mismatch(type, ValueNames.describe(object));
    };
  }

  private static Choice choice(Record record, List<String> labels, ValType type, ValuePath path) {
    Map<String, @Nullable Object> components = RecordReader.components(record, path);
    if (components.size() > 1) {
      throw path.mismatch(
          type,
          ValueNames.describe(record),
          "a record that stands for a case has one component at most");
    }
    String name = ValueNames.withoutUnderscore(record.getClass().getSimpleName());
    String label =
        labels.stream().filter(l -> ValueNames.pascal(l).equals(name)).findFirst().orElse(name);
    @Nullable Object payload = components.isEmpty() ? null : components.values().iterator().next();
    return new Choice(label, payload);
  }

  private static @Nullable ComponentValue payload(
      Choice choice, @Nullable ValType payloadType, ValType type, ValuePath path) {
    if (payloadType != null) {
      return ValueConverter.convert(choice.payload(), payloadType, path.inCase(choice.label()));
    }
    if (choice.payload() != null) {
      throw path.mismatch(
          type,
          ValueNames.describe(choice.payload()),
          "case \"" + choice.label() + "\" has no payload");
    }
    return null;
  }

  private static ValueException unknownLabel(
      String label, List<String> labels, ValType type, ValuePath path) {
    return path.error(
        "unknown-case",
        WitTypes.describe(type),
        "\"" + ValueNames.shorten(label) + "\"",
        "the labels are " + String.join(", ", labels));
  }

  private static String describeKeys(Map<?, ? extends @Nullable Object> fields) {
    return fields.isEmpty()
        ? "no fields"
        : fields.keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "the fields ", ""));
  }
}
