package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.Despecialized;
import dev.mortise.runtime.abi.layout.Discriminant;
import dev.mortise.runtime.abi.layout.ElemSize;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.abi.layout.TypeOrder;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.NumberList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What lifting and lowering recipes share: how types fall into parts. */
final class Parts {
  private Parts() {}

  /** The program of a type, built after those of its parts, without recursion. */
  static AbiProgram memoised(
      IdentityHashMap<StructuralType, AbiProgram> programs,
      ValType type,
      Function<StructuralType, List<ValType>> parts,
      Function<StructuralType, AbiProgram> build) {
    StructuralType structure = type.structure();
    AbiProgram known = programs.get(structure);
    if (known == null) {
      TypeOrder.partsFirst(
          structure, parts, programs::containsKey, part -> programs.put(part, build.apply(part)));
      known = programs.get(structure);
    }
    if (known == null) {
      throw new AssertionError(structure.kind());
    }
    return known;
  }

  /** The types whose programs a program on memory calls: the elements of lists as well. */
  static List<ValType> stored(StructuralType type, Despecialized shape) {
    if (type instanceof MapType map) {
      return List.of(map.key(), map.value());
    }
    return shape instanceof Despecialized.ListOf list ? List.of(list.element()) : shape.embedded();
  }

  /** The flat form of a layout that is known to have one. */
  static List<Num> flat(TypeLayouts.Layout layout) {
    List<Num> flat = layout.flat();
    if (flat == null) {
      throw new IllegalStateException("the type has too many flat core types");
    }
    return flat;
  }

  /** How elements of that layout follow each other. */
  static ListOp.Stride stride(TypeLayouts.Layout layout) {
    return new ListOp.Stride(checkedByteSize(layout.byteSize()), layout.alignment());
  }

  /** How the entries of a map follow each other. */
  static ListOp.Stride entryStride(List<ValType> entry, TypeLayouts layouts) {
    return new ListOp.Stride(
        checkedByteSize(layouts.recordByteSize(entry)), layouts.recordAlignment(entry));
  }

  /** A size as a number of bytes; validation has refused types that are too large. */
  static int checkedByteSize(long byteSize) {
    if (byteSize >= ElemSize.LIMIT) {
      throw new IllegalArgumentException("the type is larger than a value may be");
    }
    return (int) byteSize;
  }

  /** The number type of elements that are lifted and lowered in one go, or null. */
  static @Nullable PrimType number(ValType element) {
    return element.structure() instanceof PrimType prim && NumberList.supports(prim) ? prim : null;
  }

  /** How the discriminant of a variant lies in memory. */
  static MemoryAccess discriminant(Despecialized.VariantOf variant) {
    return MemoryAccess.unsigned(Discriminant.byteLength(variant.cases().size()));
  }

  /** How a primitive type lies in memory, but for strings. */
  static MemoryAccess access(PrimType type) {
    return switch (type) {
      case BOOL, S8, U8 -> MemoryAccess.I8;
      case S16, U16 -> MemoryAccess.I16;
      case S32, U32, CHAR, ERROR_CONTEXT -> MemoryAccess.I32;
      case S64, U64 -> MemoryAccess.I64;
      case F32 -> MemoryAccess.F32;
      case F64 -> MemoryAccess.F64;
      case STRING -> throw new IllegalArgumentException("a string is two addresses");
    };
  }

  /** The slot of a payload, if there is one. */
  static List<Slot> payloadSlots(@Nullable ValType payload) {
    return payload == null ? List.of() : List.of(AbiOp.value(payload));
  }

  /** The labels of the cases of a variant type, in order. */
  static List<String> labels(StructuralType type) {
    return switch (type) {
      case VariantType variant -> variant.cases().stream().map(VariantType.Case::label).toList();
      case EnumType labels -> labels.labels();
      case OptionType option -> List.of("none", "some");
      case ResultType result -> List.of("ok", "error");
      default -> throw new IllegalArgumentException(type.kind() + " has no cases");
    };
  }

  /** The number of each label. */
  static Map<String, Integer> caseOf(List<String> labels) {
    Map<String, Integer> caseOf = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      caseOf.put(labels.get(i), i);
    }
    return caseOf;
  }
}
