package dev.mortise.runtime.abi.layout;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value type without its specialisation and without its labels: all that alignment, size and
 * flattening depend on.
 *
 * <p>Spec: {@code CanonicalABI.md#despecialization}.
 */
public sealed interface Despecialized {

  /** A number, boolean, character or string. */
  record Scalar(PrimType type) implements Despecialized {}

  /** A 32-bit index into a table of the instance: handles, stream and future ends, errors. */
  record Index() implements Despecialized {}

  /** A list; {@code length} is null when any length will do. */
  record ListOf(ValType element, @Nullable Long length) implements Despecialized {}

  /** A record. */
  record RecordOf(List<ValType> fields) implements Despecialized {
    public RecordOf {
      fields = List.copyOf(fields);
    }
  }

  /** A variant; a case without payload is null. */
  record VariantOf(List<@Nullable ValType> cases) implements Despecialized {
    public VariantOf {
      cases = Collections.unmodifiableList(new ArrayList<>(cases));
    }
  }

  /** Flags, by their number. */
  record Flags(int count) implements Despecialized {}

  /** The despecialised form of a type. */
  static Despecialized of(StructuralType type) {
    return switch (type) {
      case PrimType prim -> prim == PrimType.ERROR_CONTEXT ? new Index() : new Scalar(prim);
      case HandleType handle -> new Index();
      case StreamType stream -> new Index();
      case FutureType future -> new Index();
      case ListType list -> new ListOf(list.element(), list.length());
      case MapType map -> new ListOf(new TupleType(List.of(map.key(), map.value())), null);
      case RecordType record -> new RecordOf(record.fields().stream().map(f -> f.type()).toList());
      case TupleType tuple -> new RecordOf(tuple.elements());
      case VariantType variant -> {
        List<@Nullable ValType> cases = new ArrayList<>();
        variant.cases().forEach(c -> cases.add(c.type()));
        yield new VariantOf(cases);
      }
      case EnumType labels -> new VariantOf(Collections.nCopies(labels.labels().size(), null));
      case OptionType option ->
          new VariantOf(Arrays.<@Nullable ValType>asList(null, option.type()));
      case ResultType result ->
          new VariantOf(Arrays.<@Nullable ValType>asList(result.ok(), result.err()));
      case FlagsType flags -> new Flags(flags.labels().size());
    };
  }

  /** The types whose layout this one's depends on; the elements of a free list are none. */
  default List<ValType> embedded() {
    return switch (this) {
      case Scalar scalar -> List.of();
      case Index index -> List.of();
      case Flags flags -> List.of();
      case ListOf list -> list.length() == null ? List.of() : List.of(list.element());
      case RecordOf record -> record.fields();
      case VariantOf variant -> {
        List<ValType> payloads = new ArrayList<>();
        for (ValType payload : variant.cases()) {
          if (payload != null) {
            payloads.add(payload);
          }
        }
        yield payloads;
      }
    };
  }
}
