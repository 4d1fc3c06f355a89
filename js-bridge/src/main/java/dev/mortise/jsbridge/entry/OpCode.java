package dev.mortise.jsbridge.entry;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the bytecode of one method: moves between wires and Java's types, and calls. */
final class OpCode {
  private static final Map<Type, Type> BOXES =
      Map.of(
          Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
          Type.BYTE_TYPE, Type.getType(Byte.class),
          Type.SHORT_TYPE, Type.getType(Short.class),
          Type.INT_TYPE, Type.getType(Integer.class),
          Type.LONG_TYPE, Type.getType(Long.class),
          Type.FLOAT_TYPE, Type.getType(Float.class),
          Type.DOUBLE_TYPE, Type.getType(Double.class));

  private static final Type OBJECT = Type.getType(Object.class);
  private static final String ENUMS = Type.getInternalName(Enums.class);

  private final MethodVisitor code;

  OpCode(MethodVisitor code) {
    this.code = code;
  }

  /** Loads a local variable; gives the number of the next one. */
  int load(Type type, int local) {
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    return local + type.getSize();
  }

  /** The wire on the stack becomes Java's value. */
  void toJava(Slot slot) {
    switch (slot.wire()) {
      case VOID, BOOLEAN, LONG, DOUBLE, STRING -> {}
      case INT -> {
        if (slot.java().equals(Type.BYTE_TYPE)) {
          code.visitInsn(Opcodes.I2B);
        } else if (slot.java().equals(Type.SHORT_TYPE)) {
          code.visitInsn(Opcodes.I2S);
        }
      }
      case UNSIGNED_INT -> invokeStatic(Integer.class, "toUnsignedLong", "(I)J");
      case FLOAT -> code.visitInsn(Opcodes.D2F);
      case ENUM -> {
        code.visitLdcInsn(slot.java());
        invokeStatic(ENUMS, "constant", "(ILjava/lang/Class;)Ljava/lang/Object;");
        cast(slot.java());
      }
      case FLAGS -> {
        code.visitLdcInsn(slot.constants());
        invokeStatic(ENUMS, "set", "(ILjava/lang/Class;)Ljava/util/EnumSet;");
      }
      case OBJECT -> cast(slot.java());
    }
  }

  /** Java's value on the stack becomes the wire. */
  void toWire(Slot slot) {
    switch (slot.wire()) {
      case VOID, BOOLEAN, INT, LONG, DOUBLE, STRING, OBJECT -> {}
      case UNSIGNED_INT -> code.visitInsn(Opcodes.L2I);
      case FLOAT -> code.visitInsn(Opcodes.F2D);
      case ENUM -> invokeVirtual("java/lang/Enum", "ordinal", "()I");
      case FLAGS -> {
        code.visitLdcInsn(slot.constants());
        invokeStatic(ENUMS, "bits", "(Ljava/util/EnumSet;Ljava/lang/Class;)I");
      }
    }
  }

  /** The Java value on the stack becomes an object; nothing becomes null. */
  void box(Type java) {
    if (java.equals(Type.VOID_TYPE)) {
      code.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    Type box = BOXES.get(java);
    if (box != null) {
      invokeStatic(box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, java));
    }
  }

  /** The object on the stack becomes the Java value. */
  void unbox(Type java) {
    Type box = BOXES.get(java);
    if (box == null) {
      cast(java);
      return;
    }
    cast(box);
    invokeVirtual(
        box.getInternalName(), java.getClassName() + "Value", Type.getMethodDescriptor(java));
  }

  void cast(Type type) {
    if (!type.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  void push(int number) {
    if (number >= -1 && number <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number >= Byte.MIN_VALUE && number <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, number);
    } else {
      code.visitIntInsn(Opcodes.SIPUSH, number);
    }
  }

  void instruction(int opcode) {
    code.visitInsn(opcode);
  }

  void create(Type type) {
    code.visitTypeInsn(Opcodes.NEW, type.getInternalName());
    code.visitInsn(Opcodes.DUP);
  }

  void construct(Type type, Type... params) {
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        type.getInternalName(),
        "<init>",
        Type.getMethodDescriptor(Type.VOID_TYPE, params),
        false);
  }

  void invokeStatic(Class<?> owner, String name, String descriptor) {
    invokeStatic(Type.getInternalName(owner), name, descriptor);
  }

  void invokeStatic(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  void invokeVirtual(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  void invokeInterface(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
  }

  void field(int opcode, String owner, String name, Type type) {
    code.visitFieldInsn(opcode, owner, name, type.getDescriptor());
  }

  void returns(Type type) {
    code.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  /** The visitor, for what has no method here. */
  MethodVisitor visitor() {
    return code;
  }
}
