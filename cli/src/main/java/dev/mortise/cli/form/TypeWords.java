package dev.mortise.cli.form;

import static java.util.stream.Collectors.joining;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.Integers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a help text says of a type: what stands for a word of it, and which words are of it. */
public final class TypeWords {
  private static final int LONGEST_NAME = 40;

  private TypeWords() {}

  /** The type by its name, or in WIT when that is short. */
  public static String name(ValType type) {
    return switch (type) {
      case NamedType named -> named.name();
      case StructuralType structure -> {
        String wit = structure.toString();
        yield wit.length() <= LONGEST_NAME ? wit : structure.kind();
      }
    };
  }

  /** What stands in a help text for a word of the type, such as {@code NUMBER}. */
  public static String label(ValType type) {
    return switch (type.structure()) {
      case PrimType prim ->
          switch (prim) {
            case STRING -> "TEXT";
            case CHAR -> "CHAR";
            case BOOL -> "BOOL";
            case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> "NUMBER";
            case ERROR_CONTEXT -> throw Forms.notWritable(type);
          };
      case ListType list -> Forms.isBytes(list) ? "BYTES" : label(list.element());
      case MapType map -> label(map.key()) + "=" + label(map.value());
      case FlagsType flags -> "LABEL,…";
      case OptionType option -> named(type, "OPTION");
      case RecordType record -> named(type, "RECORD");
      case TupleType tuple -> named(type, "TUPLE");
      case VariantType variant -> named(type, "VARIANT");
      case EnumType labels -> named(type, "LABEL");
      case ResultType result -> named(type, "RESULT");
      case HandleType handle -> throw Forms.notWritable(type);
      case StreamType stream -> throw Forms.notWritable(type);
      case FutureType future -> throw Forms.notWritable(type);
    };
  }

  private static String named(ValType type, String otherwise) {
    return type instanceof NamedType named ? named.name().toUpperCase(Locale.ROOT) : otherwise;
  }

  /** Which words are of the type, after its name: {@code u8, 0 to 255}. */
  public static String describe(ValType type) {
    return name(type)
        + switch (type.structure()) {
          case PrimType prim ->
              isShort(prim) ? ", " + Integers.least(prim) + " to " + Integers.greatest(prim) : "";
          case EnumType labels -> ": " + or(labels.labels());
          case FlagsType flags -> ": any of " + String.join(", ", flags.labels());
          case VariantType variant ->
              ": " + or(variant.cases().stream().map(c -> word(c.label(), c.type())).toList());
          case ResultType result ->
              ": " + word("ok", result.ok()) + " or " + word("err", result.err());
          case ListType list when Forms.isBytes(list) ->
              ": text, @FILE for a file, - for standard input";
          case ListType list ->
              list.element().structure() instanceof PrimType
                  ? ""
                  : "; each " + describe(list.element());
          case MapType map -> "";
          case OptionType option -> ", as WAVE";
          case RecordType record -> ", as WAVE";
          case TupleType tuple -> ", as WAVE";
          case HandleType handle -> throw Forms.notWritable(type);
          case StreamType stream -> throw Forms.notWritable(type);
          case FutureType future -> throw Forms.notWritable(type);
        };
  }

  /** Whether the range of an integer type is short enough to be read. */
  private static boolean isShort(PrimType prim) {
    return Integers.isInteger(prim) && prim != PrimType.S64 && prim != PrimType.U64;
  }

  private static String word(String label, @Nullable ValType payload) {
    return payload == null ? label : label + "=" + label(payload);
  }

  /** Some words with commas between, and {@code or} before the last. */
  public static String or(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : words.stream().limit(last).collect(joining(", ")) + " or " + words.get(last);
  }
}
