package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The core types by which a value travels outside of memory. Null stands for "more than the limit":
 * such values travel through memory, and their flat form is never built.
 *
 * <p>Spec: {@code CanonicalABI.md#flattening}.
 */
public final class Flatten {
  /** The most core parameters before they spill to memory. */
  public static final int MAX_FLAT_PARAMS = 16;

  /** The most core parameters of an asynchronous lower. */
  public static final int MAX_FLAT_ASYNC_PARAMS = 4;

  /** The most core results. */
  public static final int MAX_FLAT_RESULTS = 1;

  private Flatten() {}

  /** The flat core types of several types in a row, or null when they are more than {@code max}. */
  public static @Nullable List<Num> types(List<ValType> types, int max, TypeLayouts layouts) {
    List<Num> flat = new ArrayList<>();
    for (ValType type : types) {
      List<Num> part = layouts.of(type).flat();
      if (part == null || flat.size() + part.size() > max) {
        return null;
      }
      flat.addAll(part);
    }
    return List.copyOf(flat);
  }

  static @Nullable List<Num> of(Despecialized shape, TypeLayouts layouts, int max) {
    return switch (shape) {
      case Despecialized.Scalar scalar -> ofScalar(scalar.type(), layouts.width());
      case Despecialized.Index index -> List.of(Num.I32);
      case Despecialized.Flags flags -> List.of(Num.I32);
      case Despecialized.RecordOf record -> types(record.fields(), max, layouts);
      case Despecialized.VariantOf variant -> ofVariant(variant, layouts, max);
      case Despecialized.ListOf list -> {
        Long length = list.length();
        yield length == null
            ? List.of(layouts.width().coreType(), layouts.width().coreType())
            : repeated(layouts.of(list.element()).flat(), length, max);
      }
    };
  }

  private static @Nullable List<Num> repeated(@Nullable List<Num> flat, long length, int max) {
    if (flat == null || flat.size() * length > max) {
      return null;
    }
    List<Num> all = new ArrayList<>();
    for (long i = 0; i < length; i++) {
      all.addAll(flat);
    }
    return List.copyOf(all);
  }

  private static @Nullable List<Num> ofVariant(
      Despecialized.VariantOf variant, TypeLayouts layouts, int max) {
    List<Num> flat = new ArrayList<>();
    flat.add(Num.I32);
    for (@Nullable ValType payload : variant.cases()) {
      if (payload == null) {
        continue;
      }
      List<Num> part = layouts.of(payload).flat();
      if (part == null || part.size() + 1 > max) {
        return null;
      }
      for (int i = 0; i < part.size(); i++) {
        if (i + 1 < flat.size()) {
          flat.set(i + 1, join(flat.get(i + 1), part.get(i)));
        } else {
          flat.add(part.get(i));
        }
      }
    }
    return List.copyOf(flat);
  }

  /** The core type that holds the bits of both. */
  static Num join(Num a, Num b) {
    if (a == b) {
      return a;
    }
    boolean bothNarrow = (a == Num.I32 && b == Num.F32) || (a == Num.F32 && b == Num.I32);
    return bothNarrow ? Num.I32 : Num.I64;
  }

  private static List<Num> ofScalar(PrimType type, AddressWidth width) {
    return switch (type) {
      case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> List.of(Num.I32);
      case S64, U64 -> List.of(Num.I64);
      case F32 -> List.of(Num.F32);
      case F64 -> List.of(Num.F64);
      case STRING -> List.of(width.coreType(), width.coreType());
    };
  }
}
