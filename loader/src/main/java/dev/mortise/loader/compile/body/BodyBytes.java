package dev.mortise.loader.compile.body;

import java.io.ByteArrayOutputStream;

/** Writes instructions in the binary format. */
final class BodyBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void write(int value) {
    out.write(value);
  }

  void u32(int value) {
    Leb128.u32(out, value);
  }

  /** {@code i32.const} with a number that is not negative. */
  void constant(int value) {
    out.write(Opcodes.I32_CONST);
    int rest = value;
    while (rest > 0x3f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** An instruction on a local variable. */
  void local(int opcode, int index) {
    out.write(opcode);
    u32(index);
  }

  /** An instruction as it stands in the original. */
  void copy(Layout layout, int instruction) {
    int from = layout.position(instruction);
    out.write(layout.body(), from, layout.position(instruction + 1) - from);
  }

  void add(BodyBytes more) {
    out.writeBytes(more.toByteArray());
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
