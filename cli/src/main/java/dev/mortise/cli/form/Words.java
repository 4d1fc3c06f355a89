package dev.mortise.cli.form;

import dev.mortise.loader.wave.WaveParser;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.name.Nearest;
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
import dev.mortise.runtime.type.WitTypes;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.Integers;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of a command line as a value: text and characters stand for themselves, numbers and
 * labels are as in WAVE, a variant is {@code label} or {@code label=word}, bytes are what {@link
 * ByteWords} says, and what is left is WAVE.
 */
final class Words {
  /** More digits than any integer type has; a longer number is out of range unread. */
  private static final int MOST_DIGITS = 40;

  private static final int LONGEST_SHOWN = 60;
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final ByteWords bytes;

  Words(ByteWords bytes) {
    this.bytes = bytes;
  }

  /**
   * The value of a word.
   *
   * @param option where the word stands, for errors
   * @throws ValueException when it is none of the type
   */
  ComponentValue value(String option, String word, ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> primitive(option, word, prim);
      case EnumType labels -> {
        requireLabel(option, word, type, labels.labels());
        yield new ComponentValue.EnumValue(word);
      }
      case FlagsType labels -> flags(option, word, type, labels);
      case VariantType variant -> variant(option, word, type, variant);
      case ResultType result -> result(option, word, type, result);
      case ListType list ->
          Forms.isBytes(list) ? bytes.value(option, word, list) : wave(option, word, type);
      case RecordType record -> wave(option, word, type);
      case TupleType tuple -> wave(option, word, type);
      case OptionType o -> wave(option, word, type);
      case MapType map -> wave(option, word, type);
      case HandleType handle -> throw Forms.notWritable(type);
      case StreamType stream -> throw Forms.notWritable(type);
      case FutureType future -> throw Forms.notWritable(type);
    };
  }

  /** The value of a word that is WAVE. */
  ComponentValue wave(String option, String word, ValType type) {
    try {
      return WaveParser.parse(word, type);
    } catch (ValueException e) {
      throw new ValueException(e.diagnostics().getFirst().inside(option), e);
    }
  }

  /**
   * Whether a word is a whole list in WAVE: it begins as one, and no element does. (Text and bytes
   * may begin with anything.)
   */
  static boolean isWholeList(String word, ValType type) {
    return word.startsWith("[")
        && type.structure() instanceof ListType list
        && switch (list.element().structure()) {
          case PrimType prim -> prim != PrimType.STRING && prim != PrimType.CHAR;
          case EnumType labels -> true;
          case FlagsType labels -> true;
          case RecordType record -> true;
          case TupleType tuple -> true;
          case VariantType variant -> true;
          case ListType inner -> false;
          case MapType map -> false;
          case OptionType option -> false;
          case ResultType result -> false;
          case HandleType handle -> false;
          case StreamType stream -> false;
          case FutureType future -> false;
        };
  }

  /** {@code key=value}, an entry of a map. */
  ComponentValue.MapValue.Entry entry(String option, String word, ValType type) {
    int equals = word.indexOf('=');
    if (equals < 0 || !(type.structure() instanceof MapType map)) {
      throw mismatch(option, type, word, "an entry is written key=value");
    }
    return new ComponentValue.MapValue.Entry(
        value(option, word.substring(0, equals), map.key()),
        value(option, word.substring(equals + 1), map.value()));
  }

  private static ComponentValue primitive(String option, String word, PrimType prim) {
    return switch (prim) {
      case BOOL ->
          switch (word) {
            case "true" -> new ComponentValue.BoolValue(true);
            case "false" -> new ComponentValue.BoolValue(false);
            default -> throw mismatch(option, prim, word, "it is written true or false");
          };
      case S8, U8, S16, U16, S32, U32, S64, U64 -> integer(option, word, prim);
      case F32 -> new ComponentValue.F32Value(number(option, word, prim, Float::parseFloat));
      case F64 -> new ComponentValue.F64Value(number(option, word, prim, Double::parseDouble));
      case CHAR -> character(option, word);
      case STRING -> new ComponentValue.StringValue(word);
      case ERROR_CONTEXT -> throw Forms.notWritable(prim);
    };
  }

  private static ComponentValue integer(String option, String word, PrimType prim) {
    if (!INTEGER.matcher(word).matches()) {
      throw mismatch(option, prim, word, "it is written in digits");
    }
    ComponentValue value =
        word.length() > MOST_DIGITS ? null : Integers.valueOrNull(prim, new BigInteger(word));
    if (value == null) {
      throw mismatch(option, prim, word, Integers.describeRange(prim));
    }
    return value;
  }

  /** A floating-point number, rounded to the nearest there is, as in WAVE. */
  private static <N> N number(
      String option, String word, PrimType prim, Function<String, N> parse) {
    String java =
        switch (word) {
          case "nan" -> "NaN";
          case "inf" -> "Infinity";
          case "-inf" -> "-Infinity";
          default -> FLOAT.matcher(word).matches() ? word : null;
        };
    if (java == null) {
      throw mismatch(option, prim, word, "it is written as 1.5, -2, 1e9, nan, inf or -inf");
    }
    return parse.apply(java);
  }

  private static ComponentValue character(String option, String word) {
    int count = word.codePointCount(0, word.length());
    if (count != 1 || (word.length() == 1 && Character.isSurrogate(word.charAt(0)))) {
      throw mismatch(
          option,
          PrimType.CHAR,
          word,
          count == 1 ? "half of a surrogate pair is none" : "it is one character, not " + count);
    }
    return new ComponentValue.CharValue(word.codePointAt(0));
  }

  private ComponentValue flags(String option, String word, ValType type, FlagsType flags) {
    if (word.startsWith("{")) {
      return wave(option, word, type);
    }
    Set<String> labels = new LinkedHashSet<>();
    if (!word.isEmpty()) {
      for (String label : word.split(",", -1)) {
        requireLabel(option, label, type, flags.labels());
        labels.add(label);
      }
    }
    return new ComponentValue.FlagsValue(labels);
  }

  private ComponentValue variant(String option, String word, ValType type, VariantType variant) {
    String label = labelOf(word);
    for (VariantType.Case c : variant.cases()) {
      if (c.label().equals(label)) {
        ComponentValue payload = payload(option, word, label, type, c.type());
        return new ComponentValue.VariantValue(label, payload);
      }
    }
    if (word.indexOf('(') > 0) {
      return wave(option, word, type);
    }
    throw unknownLabel(
        option, label, type, variant.cases().stream().map(VariantType.Case::label).toList());
  }

  private ComponentValue result(String option, String word, ValType type, ResultType result) {
    String label = labelOf(word);
    return switch (label) {
      case "ok" ->
          new ComponentValue.ResultValue(true, payload(option, word, label, type, result.ok()));
      case "err" ->
          new ComponentValue.ResultValue(false, payload(option, word, label, type, result.err()));
      default -> wave(option, word, type);
    };
  }

  private static String labelOf(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  /** What follows {@code label=}; null when the case has no payload. */
  private @Nullable ComponentValue payload(
      String option, String word, String label, ValType type, @Nullable ValType payload) {
    boolean has = word.length() > label.length();
    if (has != (payload != null)) {
      String why =
          payload == null
              ? "the case " + label + " has no payload"
              : "the case "
                  + label
                  + " has a payload, "
                  + WitTypes.describe(payload)
                  + ", and is written "
                  + label
                  + "=…";
      throw mismatch(option, type, word, why);
    }
    return payload == null ? null : value(option, word.substring(label.length() + 1), payload);
  }

  private static void requireLabel(String option, String label, ValType type, List<String> labels) {
    if (!labels.contains(label)) {
      throw unknownLabel(option, label, type, labels);
    }
  }

  private static ValueException unknownLabel(
      String option, String label, ValType type, List<String> labels) {
    String nearest = Nearest.of(label, labels);
    return new ValueException(
        Diagnostic.of("argument-value", option)
            .expecting(
                type.kind() + " " + TypeWords.name(type) + ": " + TypeWords.or(labels),
                shown(label))
            .withHint(nearest == null ? null : "Did you mean `" + nearest + "`?"));
  }

  static ValueException mismatch(String option, ValType type, String word, String why) {
    return new ValueException(
        Diagnostic.of("argument-value", option)
            .expecting(WitTypes.describe(type), shown(word))
            .because(why));
  }

  private static String shown(String word) {
    int end = Math.min(word.length(), LONGEST_SHOWN);
    return "'" + word.substring(0, end) + (end < word.length() ? "…" : "") + "'";
  }
}
