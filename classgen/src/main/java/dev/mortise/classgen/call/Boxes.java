package dev.mortise.classgen.call;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Code between a value and the same as a type argument. */
final class Boxes {
  private Boxes() {}

  /** Boxes the value on the stack, if it is a primitive. */
  static void box(Body body, Type type) {
    String box = box(type);
    if (box != null) {
      body.invokeStatic(box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";");
    }
  }

  /** Turns an object on the stack into a value of a type. */
  static void unbox(Body body, Type type) {
    String box = box(type);
    if (box == null) {
      body.checkCast(type.getInternalName());
      return;
    }
    body.code().visitTypeInsn(Opcodes.CHECKCAST, box);
    body.invokeVirtual(box, type.getClassName() + "Value", "()" + type.getDescriptor());
  }

  private static @org.jspecify.annotations.Nullable String box(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> null;
    };
  }
}
