package dev.mortise.classgen.call;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class whose object has the lifted functions of one instance in its fields, which are
 * set while the instance comes into being.
 */
final class UnitEmitter {
  private UnitEmitter() {}

  /** The field for the object of a lifted function's class. */
  static String field(String liftClass) {
    return liftClass.substring(liftClass.lastIndexOf('_') + 1).toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The class.
   *
   * @param lifts the classes of the lifted functions, by their places
   */
  static byte[] emit(String self, List<String> lifts) {
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, "java/util/function/ObjIntConsumer");
    for (String lift : lifts) {
      writer.visitField(Opcodes.ACC_PUBLIC, field(lift), "L" + lift + ";", null, null).visitEnd();
    }
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    ClassFiles.end(constructor);
    accept(writer, self, lifts);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void accept(ClassWriter writer, String self, List<String> lifts) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "accept", "(" + Names.OBJECT_DESCRIPTOR + "I)V", null, null);
    code.visitCode();
    if (!lifts.isEmpty()) {
      Label[] labels = new Label[lifts.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = new Label();
      }
      Label none = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 2);
      code.visitTableSwitchInsn(0, labels.length - 1, none, labels);
      for (int i = 0; i < labels.length; i++) {
        code.visitLabel(labels[i]);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, lifts.get(i));
        code.visitFieldInsn(Opcodes.PUTFIELD, self, field(lifts.get(i)), "L" + lifts.get(i) + ";");
        code.visitInsn(Opcodes.RETURN);
      }
      code.visitLabel(none);
    }
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }
}
