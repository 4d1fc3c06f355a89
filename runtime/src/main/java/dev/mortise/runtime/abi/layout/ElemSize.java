package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size of types in memory, in bytes.
 *
 * <p>Sizes stop at {@link #LIMIT}: a valid type is smaller, and whatever is larger has that very
 * size here, so that no sum or product can overflow.
 *
 * <p>Spec: {@code CanonicalABI.md#element-size}.
 */
public final class ElemSize {
  /** The first size that no valid type has. */
  public static final long LIMIT = 1L << 28;

  private ElemSize() {}

  /** The size of one type, {@link #LIMIT} when it is too large to be valid. */
  public static long of(ValType type, AddressWidth width) {
    return new TypeLayouts(width).of(type).byteSize();
  }

  static long of(Despecialized shape, TypeLayouts layouts) {
    return switch (shape) {
      case Despecialized.Scalar scalar -> ofScalar(scalar.type(), layouts.width());
      case Despecialized.Index index -> 4;
      case Despecialized.ListOf list ->
          list.length() == null
              ? 2L * layouts.width().byteLength()
              : limited(list.length() * layouts.of(list.element()).byteSize());
      case Despecialized.RecordOf record -> ofRecord(record.fields(), layouts);
      case Despecialized.VariantOf variant -> ofVariant(variant, layouts);
      case Despecialized.Flags flags -> Alignment.ofFlags(flags.count());
    };
  }

  static long ofRecord(List<ValType> fields, TypeLayouts layouts) {
    long size = 0;
    for (ValType field : fields) {
      TypeLayouts.Layout layout = layouts.of(field);
      size = limited(Alignment.alignTo(size, layout.alignment()) + layout.byteSize());
    }
    return Alignment.alignTo(size, Alignment.ofRecord(fields, layouts));
  }

  private static long ofVariant(Despecialized.VariantOf variant, TypeLayouts layouts) {
    long greatest = 0;
    for (@Nullable ValType payload : variant.cases()) {
      if (payload != null) {
        greatest = Math.max(greatest, layouts.of(payload).byteSize());
      }
    }
    long size = payloadOffset(variant.cases(), layouts) + greatest;
    return limited(Alignment.alignTo(size, Alignment.of(variant, layouts)));
  }

  /** Where the payload of a variant begins, whatever the case. */
  static long payloadOffset(List<@Nullable ValType> cases, TypeLayouts layouts) {
    return Alignment.alignTo(
        Discriminant.byteLength(cases.size()), Alignment.ofPayloads(cases, layouts));
  }

  private static long ofScalar(PrimType type, AddressWidth width) {
    return switch (type) {
      case BOOL, S8, U8 -> 1;
      case S16, U16 -> 2;
      case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4;
      case S64, U64, F64 -> 8;
      case STRING -> 2L * width.byteLength();
    };
  }

  private static long limited(long size) {
    return Math.min(size, LIMIT);
  }
}
