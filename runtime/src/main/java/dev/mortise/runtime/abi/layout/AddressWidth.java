package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.core.CoreValType;

/**
 * The width of an address: that of the memory's address type (CanonicalABI.md, {@code ptr_size}).
 */
public enum AddressWidth {
  /** A memory of 32-bit addresses. */
  BITS_32(CoreValType.Num.I32, 4),
  /** A memory of 64-bit addresses. */
  BITS_64(CoreValType.Num.I64, 8);

  private final CoreValType.Num coreType;
  private final int byteLength;

  AddressWidth(CoreValType.Num coreType, int byteLength) {
    this.coreType = coreType;
    this.byteLength = byteLength;
  }

  /** The core type of an address. */
  public CoreValType.Num coreType() {
    return coreType;
  }

  /** The bytes that an address takes in memory. */
  public int byteLength() {
    return byteLength;
  }

  /** The unsigned address in the low bits of a word. */
  public long addressOf(long word) {
    return this == BITS_32 ? word & 0xffff_ffffL : word;
  }

  /** The bit of a string's length that marks UTF-16 in {@code latin1+utf16}. */
  public long utf16Tag() {
    return 1L << (byteLength * 8 - 1);
  }

  /** The core type, such as {@code i32}. */
  @Override
  public String toString() {
    return coreType.toString();
  }
}
