package dev.mortise.loader.run;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.encode.TypeBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import org.jspecify.annotations.Nullable;

/** Writes a value type into a component, and exports those that need a name. */
final class ValueTypeBytes {
  private final ComponentBytes component;
  private int types;
  private int names;

  ValueTypeBytes(ComponentBytes component) {
    this.component = component;
  }

  /** How many types the component has now. */
  int count() {
    return types;
  }

  /** The type, as it is written where a value type stands. */
  Bytes write(ValType type) {
    return switch (type.structure()) {
      case PrimType prim -> prim(prim);
      case ListType list -> {
        Bytes element = write(list.element());
        Long length = list.length();
        yield defined(
            length == null ? TypeBytes.list(element) : TypeBytes.list(element, length), false);
      }
      case OptionType option -> defined(TypeBytes.option(write(option.type())), false);
      case ResultType result ->
          defined(TypeBytes.result(optional(result.ok()), optional(result.err())), false);
      case TupleType tuple ->
          defined(
              TypeBytes.tuple(tuple.elements().stream().map(this::write).toArray(Bytes[]::new)),
              false);
      case MapType map -> defined(TypeBytes.map(write(map.key()), write(map.value())), false);
      case RecordType record ->
          defined(
              TypeBytes.record(
                  record.fields().stream()
                      .map(f -> TypeBytes.labelled(f.label(), write(f.type())))
                      .toArray(Bytes[]::new)),
              true);
      case VariantType variant ->
          defined(
              TypeBytes.variant(
                  variant.cases().stream()
                      .map(c -> TypeBytes.variantCase(c.label(), optional(c.type())))
                      .toArray(Bytes[]::new)),
              true);
      case EnumType labels ->
          defined(TypeBytes.enumOf(labels.labels().toArray(String[]::new)), true);
      case FlagsType labels ->
          defined(TypeBytes.flags(labels.labels().toArray(String[]::new)), true);
      default -> throw new IllegalArgumentException(type.kind());
    };
  }

  private @Nullable Bytes optional(@Nullable ValType type) {
    return type == null ? null : write(type);
  }

  private Bytes defined(Bytes type, boolean named) {
    component.type(type);
    int index = types++;
    if (named) {
      component.exported("type-" + "abcdefghij".charAt(names % 10) + names++, Sort.TYPE, index);
      index = types++;
    }
    return TypeBytes.ref(index);
  }

  private static Bytes prim(PrimType type) {
    return Bytes.of(
        switch (type) {
          case BOOL -> 0x7f;
          case S8 -> 0x7e;
          case U8 -> 0x7d;
          case S16 -> 0x7c;
          case U16 -> 0x7b;
          case S32 -> 0x7a;
          case U32 -> 0x79;
          case S64 -> 0x78;
          case U64 -> 0x77;
          case F32 -> 0x76;
          case F64 -> 0x75;
          case CHAR -> 0x74;
          case STRING -> 0x73;
          case ERROR_CONTEXT -> 0x64;
        });
  }
}
