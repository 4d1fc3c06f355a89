package dev.mortise.runtime.type;

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
}
