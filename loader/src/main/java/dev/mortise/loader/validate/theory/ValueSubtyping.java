package dev.mortise.loader.validate.theory;

import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
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
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality of value types, with the path to the first disagreement. */
final class ValueSubtyping {
  /** Two types by identity: what was found equal once is not walked again. */
  private static final class Pair {
    private final StructuralType left;
    private final StructuralType right;

    Pair(StructuralType left, StructuralType right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pair pair && pair.left == left && pair.right == right;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(left) * 31 + System.identityHashCode(right);
    }
  }

  private final Set<Pair> equal = new HashSet<>();

  /** Checks that two types are equal but for the names at their tops. */
  void check(ValType actual, ValType expected) {
    StructuralType left = actual.structure();
    StructuralType right = expected.structure();
    if (left == right) {
      return;
    }
    Pair pair = new Pair(left, right);
    if (equal.contains(pair)) {
      return;
    }
    structure(left, right);
    equal.add(pair);
  }

  private void structure(StructuralType actual, StructuralType expected) {
    switch (expected) {
      case RecordType record when actual instanceof RecordType found -> record(found, record);
      case VariantType variant when actual instanceof VariantType found -> variant(found, variant);
      case TupleType tuple when actual instanceof TupleType found -> tuple(found, tuple);
      case FlagsType flags when actual instanceof FlagsType found ->
          labels("flags", found.labels(), flags.labels());
      case EnumType labels when actual instanceof EnumType found ->
          labels("enum", found.labels(), labels.labels());
      case ListType list when actual instanceof ListType found -> {
        if (!Objects.equals(found.length(), list.length())) {
          throw mismatch(list.toString(), found.toString());
        }
        part("list element", found.element(), list.element());
      }
      case OptionType option when actual instanceof OptionType found ->
          part("option", found.type(), option.type());
      case MapType map when actual instanceof MapType found -> {
        part("map key", found.key(), map.key());
        part("map value", found.value(), map.value());
      }
      case ResultType result when actual instanceof ResultType found -> {
        optional("ok", found.ok(), result.ok());
        optional("err", found.err(), result.err());
      }
      case StreamType stream when actual instanceof StreamType found ->
          optional("stream", found.element(), stream.element());
      case FutureType future when actual instanceof FutureType found ->
          optional("future", found.element(), future.element());
      case HandleType.Own own when actual instanceof HandleType.Own found -> handle(found, own);
      case HandleType.Borrow borrow when actual instanceof HandleType.Borrow found ->
          handle(found, borrow);
      case PrimType primitive when actual instanceof PrimType ->
          throw mismatch("primitive `" + primitive + "`", "primitive `" + actual + "`");
      default -> throw mismatch(expected.kind(), actual.kind());
    }
  }

  private void record(RecordType actual, RecordType expected) {
    if (actual.fields().size() != expected.fields().size()) {
      throw mismatch(expected.fields().size() + " fields", String.valueOf(actual.fields().size()));
    }
    for (int i = 0; i < expected.fields().size(); i++) {
      RecordType.Field found = actual.fields().get(i);
      RecordType.Field field = expected.fields().get(i);
      if (!found.label().equals(field.label())) {
        throw mismatch("field name `" + field.label() + "`", "`" + found.label() + "`");
      }
      part("record field \"" + field.label() + "\"", found.type(), field.type());
    }
  }

  private void variant(VariantType actual, VariantType expected) {
    if (actual.cases().size() != expected.cases().size()) {
      throw mismatch(expected.cases().size() + " cases", String.valueOf(actual.cases().size()));
    }
    for (int i = 0; i < expected.cases().size(); i++) {
      VariantType.Case found = actual.cases().get(i);
      VariantType.Case wanted = expected.cases().get(i);
      if (!found.label().equals(wanted.label())) {
        throw mismatch("case named `" + wanted.label() + "`", "`" + found.label() + "`");
      }
      optional("variant case \"" + wanted.label() + "\"", found.type(), wanted.type());
    }
  }

  private void tuple(TupleType actual, TupleType expected) {
    if (actual.elements().size() != expected.elements().size()) {
      throw mismatch(
          expected.elements().size() + " types", String.valueOf(actual.elements().size()));
    }
    for (int i = 0; i < expected.elements().size(); i++) {
      part("tuple field " + i, actual.elements().get(i), expected.elements().get(i));
    }
  }

  private static void labels(String kind, List<String> actual, List<String> expected) {
    if (!actual.equals(expected)) {
      throw mismatch(kind + " " + expected, actual.toString())
          .why("mismatch in " + kind + " elements");
    }
  }

  private static void handle(HandleType actual, HandleType expected) {
    if (!actual.resource().equals(expected.resource())) {
      throw mismatch(expected.toString(), actual + " of another resource type")
          .why("resource types are not the same");
    }
  }

  private void optional(String part, @Nullable ValType actual, @Nullable ValType expected) {
    if (actual != null && expected != null) {
      part(part, actual, expected);
    } else if (actual != expected) {
      throw mismatch(
              expected == null ? "no type in " + part : expected + " in " + part,
              actual == null ? "none" : actual.toString())
          .within(part);
    }
  }

  private void part(String part, ValType actual, ValType expected) {
    try {
      check(actual, expected);
    } catch (Violation e) {
      throw e.within(part);
    }
  }

  private static Violation mismatch(String expected, String found) {
    return Violation.expected(Rule.TYPE_MISMATCH, "", expected, found);
  }
}
