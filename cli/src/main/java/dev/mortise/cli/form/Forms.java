package dev.mortise.cli.form;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Form} of each parameter of a function. */
public final class Forms {
  /** A record with more parts than that, all in all, is one word: nobody reads such help. */
  private static final int MOST_PARTS = 64;

  private Forms() {}

  /** The forms of a function's parameters, in order. */
  public static List<Form> of(FuncType function) {
    return function.params().stream().map(p -> of("--" + p.label(), p.type())).toList();
  }

  /**
   * What of a function cannot be written in words, such as {@code the parameter t holds a
   * resource}; null when there is no such thing.
   */
  public static @Nullable String obstacle(FuncType function) {
    for (FuncType.Param param : function.params()) {
      String what = unwritable(param.type());
      if (what != null) {
        return "its parameter " + param.label() + " is or holds " + what;
      }
    }
    String what = function.result() == null ? null : unwritable(function.result());
    return what == null ? null : "its result is or holds " + what;
  }

  private static @Nullable String unwritable(ValType type) {
    return switch (type.structure()) {
      case HandleType handle -> "a resource";
      case StreamType stream -> "a stream";
      case FutureType future -> "a future";
      case PrimType prim -> prim == PrimType.ERROR_CONTEXT ? "an error-context" : null;
      case ListType list -> unwritable(list.element());
      case RecordType record -> unwritable(record.parts());
      case TupleType tuple -> unwritable(tuple.parts());
      case VariantType variant -> unwritable(variant.parts());
      case OptionType option -> unwritable(option.type());
      case ResultType result -> unwritable(result.parts());
      case MapType map -> unwritable(map.parts());
      case EnumType labels -> null;
      case FlagsType labels -> null;
    };
  }

  private static @Nullable String unwritable(Stream<ValType> parts) {
    for (ValType part : parts.toList()) {
      String what = unwritable(part);
      if (what != null) {
        return what;
      }
    }
    return null;
  }

  private static Form of(String option, ValType type) {
    return switch (type.structure()) {
      case PrimType prim when prim == PrimType.BOOL -> new Form.Switch(option, type);
      case ListType list when isBytes(list) -> new Form.Word(option, type);
      case ListType list -> new Form.Repeated(option, type);
      case MapType map -> new Form.Repeated(option, type);
      case FlagsType flags -> new Form.Labels(option, type);
      case OptionType o -> new Form.Optional(type, of(option, o.type(), o));
      case RecordType record when countParts(record, MOST_PARTS) >= 0 -> {
        List<Form> parts = new ArrayList<>();
        for (RecordType.Field field : record.fields()) {
          parts.add(of(option + "." + field.label(), field.type()));
        }
        yield new Form.Parts(option, type, parts);
      }
      case TupleType tuple when countParts(tuple, MOST_PARTS) >= 0 -> {
        List<Form> parts = new ArrayList<>();
        for (ValType element : tuple.elements()) {
          parts.add(of(option + "." + parts.size(), element));
        }
        yield new Form.Parts(option, type, parts);
      }
      case PrimType other -> new Form.Word(option, type);
      case RecordType record -> new Form.Word(option, type);
      case TupleType tuple -> new Form.Word(option, type);
      case VariantType variant -> new Form.Word(option, type);
      case EnumType labels -> new Form.Word(option, type);
      case ResultType result -> new Form.Word(option, type);
      case HandleType handle -> throw notWritable(type);
      case StreamType stream -> throw notWritable(type);
      case FutureType future -> throw notWritable(type);
    };
  }

  /**
   * The payload of an option; of nested options the inner one is a word, or it could not be none.
   */
  private static Form of(String option, ValType payload, OptionType around) {
    return around.type().structure() instanceof OptionType
        ? new Form.Word(option, payload)
        : of(option, payload);
  }

  /** What remains of a number when one for each part is taken from it; negative when none does. */
  private static int countParts(ValType type, int limit) {
    int remaining = limit;
    List<ValType> parts =
        switch (type.structure()) {
          case RecordType record -> record.parts().toList();
          case TupleType tuple -> tuple.parts().toList();
          case OptionType option -> List.of(option.type());
          case PrimType prim -> List.of();
          case ListType list -> List.of();
          case VariantType variant -> List.of();
          case EnumType labels -> List.of();
          case FlagsType labels -> List.of();
          case ResultType result -> List.of();
          case MapType map -> List.of();
          case HandleType handle -> List.of();
          case StreamType stream -> List.of();
          case FutureType future -> List.of();
        };
    for (ValType part : parts) {
      remaining = remaining <= 0 ? -1 : countParts(part, remaining - 1);
    }
    return remaining;
  }

  /** Whether a list is bytes, which may come from a file. */
  public static boolean isBytes(ListType list) {
    return list.element().structure() == PrimType.U8;
  }

  /** What to throw where {@link #obstacle} has let a type pass that no word can be. */
  public static IllegalArgumentException notWritable(ValType type) {
    return new IllegalArgumentException(type + " cannot be written");
  }
}
