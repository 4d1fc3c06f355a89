package dev.mortise.runtime.abi;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;

/**
 * The traps of lifting and lowering. Their words hold those that engines are tested for, which
 * differ between calls from the host and calls from another component.
 */
public final class AbiTraps {
  static final String LOADING = "CanonicalABI.md#loading";
  static final String STORING = "CanonicalABI.md#storing";
  static final String FLAT_LIFTING = "CanonicalABI.md#flat-lifting";
  static final String VALUES = "CanonicalABI.md#lifting-and-lowering-values";

  private AbiTraps() {}

  static TrapException pointerNotAligned(String where, long address, int alignmentBytes) {
    return new TrapException(
        Diagnostic.of("pointer-not-aligned", where)
            .expecting("a multiple of " + alignmentBytes, hex(address))
            .because("unaligned pointer: pointer not aligned")
            .withSpec(LOADING));
  }

  static TrapException areaOutOfBounds(long address, long byteLength, long memoryByteLength) {
    return new TrapException(
        Diagnostic.of("pointer-out-of-bounds", "parameters or results in memory")
            .expecting(within(memoryByteLength), range(address, byteLength))
            .because("pointer out of bounds of memory")
            .withSpec(VALUES));
  }

  static TrapException listOutOfBounds(long address, long byteLength, long memoryByteLength) {
    return new TrapException(
        Diagnostic.of("list-out-of-bounds", "list")
            .expecting(within(memoryByteLength), range(address, byteLength))
            .because("list content out-of-bounds: list pointer/length out of bounds of memory")
            .withSpec(LOADING));
  }

  static TrapException listTooLong(long length, int elementByteLength) {
    return new TrapException(
        Diagnostic.of("list-too-long", "list")
            .expecting(
                "at most " + MAX_BYTE_LENGTH + " bytes",
                Long.toUnsignedString(length) + " elements of " + elementByteLength)
            .because("list content out-of-bounds: list pointer/length out of bounds of memory")
            .withSpec(LOADING));
  }

  /** A string beyond memory. */
  public static TrapException stringOutOfBounds(
      long address, long byteLength, long memoryByteLength) {
    return new TrapException(
        Diagnostic.of("string-out-of-bounds", "string")
            .expecting(within(memoryByteLength), range(address, byteLength))
            .because("string content out-of-bounds: string pointer/length out of bounds of memory")
            .withSpec(LOADING));
  }

  /** A string of too many bytes. */
  public static TrapException stringTooLong(long codeUnits) {
    return new TrapException(
        Diagnostic.of("string-too-long", "string")
            .expecting(
                "at most " + MAX_BYTE_LENGTH + " bytes",
                Long.toUnsignedString(codeUnits) + " code units")
            .because("string content out-of-bounds: string pointer/length out of bounds of memory")
            .withSpec(LOADING));
  }

  static TrapException invalidUtf8(int index, boolean incomplete) {
    return new TrapException(
        Diagnostic.of("invalid-utf8", "string")
            .because(
                (incomplete ? "incomplete utf-8 byte sequence" : "invalid utf-8 sequence")
                    + " from index "
                    + index)
            .withSpec(LOADING));
  }

  static TrapException unpairedSurrogate(char unit, int index) {
    return new TrapException(
        Diagnostic.of("unpaired-surrogate", "string")
            .because(
                "unpaired surrogate found: " + Integer.toHexString(unit) + " at index " + index)
            .withSpec(LOADING));
  }

  /** A {@code char} that is no Unicode scalar value. */
  public static TrapException invalidChar(int bits) {
    return new TrapException(
        Diagnostic.of("invalid-char", "char")
            .expecting("a Unicode scalar value", hex(bits & 0xffff_ffffL))
            .because("invalid `char` bit pattern: integer out of range for char")
            .withSpec(LOADING));
  }

  /** A discriminant without a case. */
  public static TrapException invalidDiscriminant(String kind, int discriminant, int cases) {
    return new TrapException(
        Diagnostic.of("invalid-discriminant", kind)
            .expecting("less than " + cases, Integer.toUnsignedString(discriminant))
            .because("invalid variant discriminant")
            .withSpec(FLAT_LIFTING));
  }

  static TrapException reallocNotAligned(String what, long address, int alignmentBytes) {
    return new TrapException(
        Diagnostic.of("realloc-not-aligned", "memory for " + what)
            .expecting("a multiple of " + alignmentBytes, hex(address))
            .because("realloc return: result not aligned: unaligned pointer")
            .withSpec(STORING));
  }

  static TrapException reallocOutOfBounds(
      String what, long address, long byteLength, long memoryByteLength) {
    return new TrapException(
        Diagnostic.of("realloc-out-of-bounds", "memory for " + what)
            .expecting(within(memoryByteLength), range(address, byteLength))
            .because("realloc return: beyond end of memory: " + what + " content out-of-bounds")
            .withSpec(STORING));
  }

  /** A value of the host that is too large for any {@code realloc}. */
  static ValueException tooLarge(String what, long byteLength) {
    return new ValueException(
        Diagnostic.of("value-too-large", what)
            .expecting("at most " + MAX_REALLOC + " bytes", Long.toString(byteLength))
            .withSpec(STORING));
  }

  /** The most bytes of a string or list that is lifted. */
  static final long MAX_BYTE_LENGTH = (1L << 28) - 1;

  /** The most bytes that are asked of {@code realloc}. */
  static final long MAX_REALLOC = 0xffff_ffffL;

  private static String within(long memoryByteLength) {
    return "a range within " + memoryByteLength + " bytes of memory";
  }

  private static String range(long address, long byteLength) {
    return Long.toUnsignedString(byteLength) + " bytes at " + hex(address);
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
