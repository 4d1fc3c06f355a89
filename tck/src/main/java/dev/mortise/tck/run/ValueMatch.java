package dev.mortise.tck.run;

import dev.mortise.tck.script.ScriptValue;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value is the one that a script expects. */
final class ValueMatch {
  private ValueMatch() {}

  static boolean all(List<ScriptValue> expected, List<ScriptValue> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!matches(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean matches(@Nullable ScriptValue expected, @Nullable ScriptValue actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    return switch (expected) {
      case ScriptValue.FloatBits number ->
          actual instanceof ScriptValue.FloatBits f && number(number, f);
      case ScriptValue.ListOf list ->
          actual instanceof ScriptValue.ListOf a && all(list.elements(), a.elements());
      case ScriptValue.TupleOf tuple ->
          actual instanceof ScriptValue.TupleOf a && all(tuple.elements(), a.elements());
      case ScriptValue.RecordOf record ->
          actual instanceof ScriptValue.RecordOf a
              && labels(record).equals(labels(a))
              && all(values(record), values(a));
      case ScriptValue.VariantOf variant ->
          actual instanceof ScriptValue.VariantOf a
              && variant.label().equals(a.label())
              && matches(variant.payload(), a.payload());
      case ScriptValue.OptionOf option ->
          actual instanceof ScriptValue.OptionOf a && matches(option.value(), a.value());
      case ScriptValue.ResultOf result ->
          actual instanceof ScriptValue.ResultOf a
              && result.ok() == a.ok()
              && matches(result.payload(), a.payload());
      case ScriptValue.FlagsOf flags ->
          actual instanceof ScriptValue.FlagsOf a
              && new HashSet<>(flags.labels()).equals(new HashSet<>(a.labels()));
      case ScriptValue.Bool bool -> bool.equals(actual);
      case ScriptValue.Int integer -> integer.equals(actual);
      case ScriptValue.Char character -> character.equals(actual);
      case ScriptValue.Str string -> string.equals(actual);
      case ScriptValue.EnumOf label -> label.equals(actual);
    };
  }

  private static boolean number(ScriptValue.FloatBits expected, ScriptValue.FloatBits actual) {
    if (!expected.type().equals(actual.type())) {
      return false;
    }
    boolean single = expected.type().equals("f32");
    long quiet = single ? 0x7fc0_0000L : 0x7ff8_0000_0000_0000L;
    long magnitude = actual.bits() & (single ? 0x7fff_ffffL : Long.MAX_VALUE);
    return switch (expected.nan()) {
      case NONE -> expected.bits() == actual.bits();
      case CANONICAL -> magnitude == quiet;
      case ARITHMETIC -> (magnitude & quiet) == quiet;
    };
  }

  private static List<String> labels(ScriptValue.RecordOf record) {
    return record.fields().stream().map(ScriptValue.Field::label).toList();
  }

  private static List<ScriptValue> values(ScriptValue.RecordOf record) {
    return record.fields().stream().map(ScriptValue.Field::value).toList();
  }
}
