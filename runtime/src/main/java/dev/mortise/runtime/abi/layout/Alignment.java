package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alignment of types in memory, in bytes: 1, 2, 4 or 8.
 *
 * <p>Spec: {@code CanonicalABI.md#alignment}.
 */
public final class Alignment {
  private Alignment() {}

  /** The alignment of one type. */
  public static int of(ValType type, AddressWidth width) {
    return new TypeLayouts(width).of(type).alignment();
  }

  /** The next multiple of {@code alignment} from {@code offset} on. */
  public static long alignTo(long offset, int alignment) {
    return (offset + alignment - 1) & -alignment;
  }

  static int of(Despecialized shape, TypeLayouts layouts) {
    return switch (shape) {
      case Despecialized.Scalar scalar -> ofScalar(scalar.type(), layouts.width());
      case Despecialized.Index index -> 4;
      case Despecialized.ListOf list ->
          list.length() == null
              ? layouts.width().byteLength()
              : layouts.of(list.element()).alignment();
      case Despecialized.RecordOf record -> ofRecord(record.fields(), layouts);
      case Despecialized.VariantOf variant ->
          Math.max(
              Discriminant.byteLength(variant.cases().size()),
              ofPayloads(variant.cases(), layouts));
      case Despecialized.Flags flags -> ofFlags(flags.count());
    };
  }

  static int ofRecord(List<ValType> fields, TypeLayouts layouts) {
    int greatest = 1;
    for (ValType field : fields) {
      greatest = Math.max(greatest, layouts.of(field).alignment());
    }
    return greatest;
  }

  /** The spec's {@code max_case_alignment}. */
  static int ofPayloads(List<@Nullable ValType> cases, TypeLayouts layouts) {
    int greatest = 1;
    for (ValType payload : cases) {
      if (payload != null) {
        greatest = Math.max(greatest, layouts.of(payload).alignment());
      }
    }
    return greatest;
  }

  /** Flags are kept in one integer of 1, 2 or 4 bytes, which is their size as well. */
  static int ofFlags(int count) {
    if (count <= 8) {
      return 1;
    }
    return count <= 16 ? 2 : 4;
  }

  private static int ofScalar(PrimType type, AddressWidth width) {
    return switch (type) {
      case BOOL, S8, U8 -> 1;
      case S16, U16 -> 2;
      case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4;
      case S64, U64, F64 -> 8;
      case STRING -> width.byteLength();
    };
  }
}
