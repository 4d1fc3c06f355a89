package dev.mortise.loader.compile.body;

/**
 * The types of the instructions that take one or two numbers and give at most one, by opcode (core
 * spec, "Numeric Instructions", "Memory Instructions").
 */
final class Instructions {
  static final byte I32 = 0x7f;
  static final byte I64 = 0x7e;
  static final byte F32 = 0x7d;
  static final byte F64 = 0x7c;

  /** In a table: nothing is taken, or nothing given. */
  static final byte NONE = 0;

  /** The one operand, or the first of two; {@link #NONE} where the opcode is none of these. */
  static final byte[] FIRST = new byte[256];

  static final byte[] SECOND = new byte[256];
  static final byte[] RESULT = new byte[256];

  /** Of loads and stores, the greatest alignment, as a power of two; -1 of all others. */
  static final byte[] ALIGNMENT = new byte[256];

  /** The operand of the conversions that saturate, by their second opcode. */
  static final byte[] SATURATING_OPERAND = {F32, F32, F64, F64, F32, F32, F64, F64};

  static final byte[] SATURATING_RESULT = {I32, I32, I32, I32, I64, I64, I64, I64};

  private Instructions() {}

  static {
    java.util.Arrays.fill(ALIGNMENT, (byte) -1);
    loads();
    stores();
    comparisons();
    arithmetic();
    conversions();
  }

  private static void loads() {
    load(0x28, 0x28, I32, 2);
    load(0x29, 0x29, I64, 3);
    load(0x2a, 0x2a, F32, 2);
    load(0x2b, 0x2b, F64, 3);
    load(0x2c, 0x2d, I32, 0);
    load(0x2e, 0x2f, I32, 1);
    load(0x30, 0x31, I64, 0);
    load(0x32, 0x33, I64, 1);
    load(0x34, 0x35, I64, 2);
  }

  private static void stores() {
    store(0x36, I32, 2);
    store(0x37, I64, 3);
    store(0x38, F32, 2);
    store(0x39, F64, 3);
    store(0x3a, I32, 0);
    store(0x3b, I32, 1);
    store(0x3c, I64, 0);
    store(0x3d, I64, 1);
    store(0x3e, I64, 2);
  }

  private static void comparisons() {
    unary(0x45, 0x45, I32, I32);
    binary(0x46, 0x4f, I32, I32);
    unary(0x50, 0x50, I64, I32);
    binary(0x51, 0x5a, I64, I32);
    binary(0x5b, 0x60, F32, I32);
    binary(0x61, 0x66, F64, I32);
  }

  private static void arithmetic() {
    unary(0x67, 0x69, I32, I32);
    binary(0x6a, 0x78, I32, I32);
    unary(0x79, 0x7b, I64, I64);
    binary(0x7c, 0x8a, I64, I64);
    unary(0x8b, 0x91, F32, F32);
    binary(0x92, 0x98, F32, F32);
    unary(0x99, 0x9f, F64, F64);
    binary(0xa0, 0xa6, F64, F64);
  }

  private static void conversions() {
    unary(0xa7, 0xa7, I64, I32);
    unary(0xa8, 0xa9, F32, I32);
    unary(0xaa, 0xab, F64, I32);
    unary(0xac, 0xad, I32, I64);
    unary(0xae, 0xaf, F32, I64);
    unary(0xb0, 0xb1, F64, I64);
    unary(0xb2, 0xb3, I32, F32);
    unary(0xb4, 0xb5, I64, F32);
    unary(0xb6, 0xb6, F64, F32);
    unary(0xb7, 0xb8, I32, F64);
    unary(0xb9, 0xba, I64, F64);
    unary(0xbb, 0xbb, F32, F64);
    unary(0xbc, 0xbc, F32, I32);
    unary(0xbd, 0xbd, F64, I64);
    unary(0xbe, 0xbe, I32, F32);
    unary(0xbf, 0xbf, I64, F64);
    unary(0xc0, 0xc1, I32, I32);
    unary(0xc2, 0xc4, I64, I64);
  }

  private static void unary(int first, int last, byte operand, byte result) {
    instructions(first, last, operand, NONE, result);
  }

  private static void binary(int first, int last, byte operand, byte result) {
    instructions(first, last, operand, operand, result);
  }

  private static void load(int first, int last, byte result, int alignment) {
    instructions(first, last, I32, NONE, result);
    for (int opcode = first; opcode <= last; opcode++) {
      ALIGNMENT[opcode] = (byte) alignment;
    }
  }

  private static void store(int opcode, byte operand, int alignment) {
    instructions(opcode, opcode, I32, operand, NONE);
    ALIGNMENT[opcode] = (byte) alignment;
  }

  private static void instructions(int from, int last, byte first, byte second, byte result) {
    for (int opcode = from; opcode <= last; opcode++) {
      FIRST[opcode] = first;
      SECOND[opcode] = second;
      RESULT[opcode] = result;
    }
  }
}
