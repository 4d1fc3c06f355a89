package dev.mortise.loader.compile;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Code between typed core values and the words that stand for them. */
public final class Words {
  private Words() {}

  /** Pushes an int. */
  public static void push(MethodVisitor code, int value) {
    if (value >= -1 && value <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      code.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      code.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      code.visitLdcInsn(value);
    }
  }

  /** Turns the word on the stack into a core value. */
  public static void fromWord(MethodVisitor code, Type type) {
    switch (type.getSort()) {
      case Type.INT -> code.visitInsn(Opcodes.L2I);
      case Type.LONG -> {}
      case Type.FLOAT -> {
        code.visitInsn(Opcodes.L2I);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
      }
      case Type.DOUBLE ->
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
      default -> throw new IllegalArgumentException(type.getDescriptor());
    }
  }

  /** Turns the core value on the stack into a word. */
  public static void toWord(MethodVisitor code, Type type) {
    switch (type.getSort()) {
      case Type.INT -> code.visitInsn(Opcodes.I2L);
      case Type.LONG -> {}
      case Type.FLOAT -> {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
        code.visitInsn(Opcodes.I2L);
      }
      case Type.DOUBLE ->
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
      default -> throw new IllegalArgumentException(type.getDescriptor());
    }
  }

  /** Pushes an array of the core values in local variables from {@code first} on. */
  public static void array(MethodVisitor code, Type[] types, int first) {
    push(code, types.length);
    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
    int local = first;
    for (int i = 0; i < types.length; i++) {
      code.visitInsn(Opcodes.DUP);
      push(code, i);
      code.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), local);
      toWord(code, types[i]);
      code.visitInsn(Opcodes.LASTORE);
      local += types[i].getSize();
    }
  }

  /**
   * Turns a result on the stack into an array of words.
   *
   * @param local a local variable to use, two wide
   */
  public static void box(MethodVisitor code, Type type, int local) {
    switch (type.getSort()) {
      case Type.VOID -> {
        push(code, 0);
        code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
      }
      case Type.ARRAY -> {}
      default -> {
        toWord(code, type);
        code.visitVarInsn(Opcodes.LSTORE, local);
        array(code, new Type[] {Type.LONG_TYPE}, local);
      }
    }
  }

  /** Turns an array of words on the stack into a result. */
  public static void unbox(MethodVisitor code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> code.visitInsn(Opcodes.POP);
      case Type.ARRAY -> {}
      default -> {
        push(code, 0);
        code.visitInsn(Opcodes.LALOAD);
        fromWord(code, type);
      }
    }
  }
}
