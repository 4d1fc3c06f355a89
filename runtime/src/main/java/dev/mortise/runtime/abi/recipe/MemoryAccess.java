package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.core.CoreValType.Num;

/** How a core value lies in memory, little-endian; narrow integers are read zero-extended. */
public enum MemoryAccess {
  I8(Num.I32, 1),
  I16(Num.I32, 2),
  I32(Num.I32, 4),
  I64(Num.I64, 8),
  F32(Num.F32, 4),
  F64(Num.F64, 8);

  private final Num type;
  private final int byteLength;

  MemoryAccess(Num type, int byteLength) {
    this.type = type;
    this.byteLength = byteLength;
  }

  /** The core type outside of memory. */
  public Num type() {
    return type;
  }

  /** The bytes in memory. */
  public int byteLength() {
    return byteLength;
  }

  /** The access to an unsigned integer of 1, 2 or 4 bytes. */
  static MemoryAccess unsigned(int byteLength) {
    return switch (byteLength) {
      case 1 -> I8;
      case 2 -> I16;
      case 4 -> I32;
      default -> throw new IllegalArgumentException(byteLength + " bytes");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
