package dev.mortise.loader.decode;

/**
 * Passes over a constant expression of a core module (core spec, "Constant Expressions"): its
 * meaning is the engine's business, its end is ours.
 */
final class ConstantExpression {
  private static final String WHAT = "constant expression";

  private ConstantExpression() {}

  static void skip(ByteReader in) {
    while (true) {
      int start = in.position();
      int opcode = in.u8(WHAT);
      switch (opcode) {
        case 0x0b -> {
          return;
        }
        case 0x23, 0xd2 -> in.skipU32(WHAT);
        case 0x41 -> in.skipSigned(WHAT, 32);
        case 0x42 -> in.skipSigned(WHAT, 64);
        case 0x43 -> in.skip(4, WHAT);
        case 0x44 -> in.skip(8, WHAT);
        case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {}
        case 0xd0 -> CoreTypeReader.skipHeapType(in);
        case 0xfb -> skipGc(in);
        case 0xfd -> skipVector(in);
        default -> throw in.leadingByte(start, opcode, WHAT, "an instruction that is constant");
      }
    }
  }

  private static void skipGc(ByteReader in) {
    int start = in.position();
    int opcode = (int) in.u32(WHAT);
    switch (opcode) {
      case 0, 1, 6, 7 -> in.skipU32(WHAT);
      case 8 -> {
        in.skipU32(WHAT);
        in.skipU32(WHAT);
      }
      case 26, 27, 28 -> {}
      default -> throw in.leadingByte(start, opcode, WHAT, "an instruction that is constant");
    }
  }

  private static void skipVector(ByteReader in) {
    int start = in.position();
    int opcode = (int) in.u32(WHAT);
    if (opcode != 12) {
      throw in.leadingByte(start, opcode, WHAT, "an instruction that is constant");
    }
    in.skip(16, WHAT);
  }
}
