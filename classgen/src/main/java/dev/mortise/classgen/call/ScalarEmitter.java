package dev.mortise.classgen.call;

import dev.mortise.runtime.type.PrimType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes what lifting does to a core value, before it becomes a value of Java or goes on. */
final class ScalarEmitter {
  private ScalarEmitter() {}

  /** Leaves the bits that a scalar has, checked; the type on the stack stays the core one. */
  static void lift(Body body, PrimType type) {
    switch (type) {
      case BOOL -> {
        Label zero = new Label();
        Label end = new Label();
        body.code().visitJumpInsn(Opcodes.IFEQ, zero);
        body.push(1);
        body.code().visitJumpInsn(Opcodes.GOTO, end);
        body.code().visitLabel(zero);
        body.push(0);
        body.code().visitLabel(end);
      }
      case S8 -> body.code().visitInsn(Opcodes.I2B);
      case S16 -> body.code().visitInsn(Opcodes.I2S);
      case U8 -> mask(body, 0xff);
      case U16 -> mask(body, 0xffff);
      case S32, U32, S64, U64 -> {}
      case F32 -> body.invokeStatic(Names.SCALARS, "canonical", "(F)F");
      case F64 -> body.invokeStatic(Names.SCALARS, "canonical", "(D)D");
      case CHAR -> body.invokeStatic(Names.SCALARS, "liftChar", "(I)I");
      case STRING, ERROR_CONTEXT -> throw new AssertionError(type);
    }
  }

  /** Leaves some bits of an int. */
  static void mask(Body body, int bits) {
    body.push(bits);
    body.code().visitInsn(Opcodes.IAND);
  }

  /** Checks a discriminant. */
  static void checkCase(Body body, int count, String kind) {
    body.push(count);
    body.code().visitLdcInsn(kind);
    body.invokeStatic(Names.SCALARS, "checkCase", "(II" + Names.STRING_DESCRIPTOR + ")I");
  }
}
