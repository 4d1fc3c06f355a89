package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.AddressWidth;

/** Ranges of memory: asked of {@code realloc}, and checked. */
public final class Areas {
  /** What messages call the memory of a list. */
  public static final String LIST = "list";

  private Areas() {}

  /**
   * Checks the range of a list that is lifted, in the specification's order.
   *
   * @return the length
   */
  public static int checkList(
      AbiContext context, long address, long length, int alignmentBytes, int elementByteLength) {
    if (Long.compareUnsigned(length, AbiTraps.MAX_BYTE_LENGTH / elementByteLength) > 0) {
      throw AbiTraps.listTooLong(length, elementByteLength);
    }
    if (!isAligned(address, alignmentBytes)) {
      throw AbiTraps.pointerNotAligned(LIST, address, alignmentBytes);
    }
    long byteLength = length * elementByteLength;
    long memoryByteLength = context.memory().byteLength();
    if (!inBounds(address, byteLength, memoryByteLength)) {
      throw AbiTraps.listOutOfBounds(address, byteLength, memoryByteLength);
    }
    return (int) length;
  }

  /** Whether a range of at most 2<sup>33</sup> bytes lies within memory, without overflow. */
  static boolean inBounds(long address, long byteLength, long memoryByteLength) {
    return byteLength <= memoryByteLength
        && Long.compareUnsigned(address, memoryByteLength - byteLength) <= 0;
  }

  static boolean isAligned(long address, int alignmentBytes) {
    return (address & (alignmentBytes - 1)) == 0;
  }

  /** Fresh memory of 32-bit addresses for {@code what}, checked. */
  public static long allocate(
      AbiContext context, String what, int alignmentBytes, long byteLength) {
    return allocate(context, AddressWidth.BITS_32, what, alignmentBytes, byteLength);
  }

  /** Fresh memory for {@code what}, checked. */
  static long allocate(
      AbiContext context, AddressWidth width, String what, int alignmentBytes, long byteLength) {
    return reallocate(context, width, what, 0, 0, alignmentBytes, byteLength);
  }

  /**
   * Memory that was grown or shrunk, checked: even for no bytes at all, the address must be aligned
   * and in memory.
   */
  static long reallocate(
      AbiContext context,
      AddressWidth width,
      String what,
      long oldAddress,
      long oldByteLength,
      int alignmentBytes,
      long newByteLength) {
    context.allocating(true);
    if (newByteLength > AbiTraps.MAX_REALLOC) {
      throw AbiTraps.tooLarge(what, newByteLength);
    }
    long address =
        width.addressOf(context.realloc(oldAddress, oldByteLength, alignmentBytes, newByteLength));
    if (!isAligned(address, alignmentBytes)) {
      throw AbiTraps.reallocNotAligned(what, address, alignmentBytes);
    }
    long memoryByteLength = context.memory().byteLength();
    if (!inBounds(address, newByteLength, memoryByteLength)) {
      throw AbiTraps.reallocOutOfBounds(what, address, newByteLength, memoryByteLength);
    }
    context.allocating(false);
    return address;
  }

  /** Checks parameters or results that spilled to memory. */
  public static void check(AbiContext context, long address, int alignmentBytes, long byteLength) {
    if (!isAligned(address, alignmentBytes)) {
      throw AbiTraps.pointerNotAligned("parameters or results in memory", address, alignmentBytes);
    }
    long memoryByteLength = context.memory().byteLength();
    if (!inBounds(address, byteLength, memoryByteLength)) {
      throw AbiTraps.areaOutOfBounds(address, byteLength, memoryByteLength);
    }
  }
}
