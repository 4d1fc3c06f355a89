package dev.mortise.runtime.type;

import java.util.stream.Stream;

/**
 * A value type by its structure (Explainer.md, "Fundamental value types" and "Specialized value
 * types").
 */
public sealed interface StructuralType extends ValType
    permits PrimType,
        ListType,
        RecordType,
        TupleType,
        VariantType,
        EnumType,
        FlagsType,
        OptionType,
        ResultType,
        MapType,
        HandleType,
        StreamType,
        FutureType {

  @Override
  default StructuralType structure() {
    return this;
  }

  /**
   * The types of what lies within a value: fields, elements, payloads. What a handle, a stream or a
   * future stands for does not.
   */
  default Stream<ValType> parts() {
    return switch (this) {
      case RecordType record -> record.fields().stream().map(RecordType.Field::type);
      case TupleType tuple -> tuple.elements().stream();
      case VariantType variant ->
          variant.cases().stream().flatMap(c -> Stream.ofNullable(c.type()));
      case OptionType option -> Stream.of(option.type());
      case ResultType result ->
          Stream.concat(Stream.ofNullable(result.ok()), Stream.ofNullable(result.err()));
      case ListType list -> Stream.of(list.element());
      case MapType map -> Stream.of(map.key(), map.value());
      case PrimType prim -> Stream.empty();
      case EnumType labels -> Stream.empty();
      case FlagsType labels -> Stream.empty();
      case HandleType handle -> Stream.empty();
      case StreamType stream -> Stream.empty();
      case FutureType future -> Stream.empty();
    };
  }
}
