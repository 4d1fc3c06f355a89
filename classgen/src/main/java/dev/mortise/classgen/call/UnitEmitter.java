package dev.mortise.classgen.call;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class whose object has the lifted functions of one instance in its fields, which are
 * set while the instance comes into being. A method without code of its own has a {@code Function}
 * there, which takes its arguments in an array.
 */
final class UnitEmitter {
  /** A field and the class of what is in it. */
  record Field(String name, String type) {
    /** The field for the object of a lifted function's class. */
    static Field ofLift(String liftClass) {
      String name = liftClass.substring(liftClass.lastIndexOf('_') + 1);
      return new Field(name.toLowerCase(java.util.Locale.ROOT), liftClass);
    }

    /** The field for the function that a method calls which has no code of its own. */
    static Field ofMethod(int index) {
      return new Field("method" + index, Names.FUNCTION_OBJECT);
    }
  }

  private UnitEmitter() {}

  /**
   * The class.
   *
   * @param fields the fields by their places
   */
  static byte[] emit(String self, List<Field> fields) {
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, "java/util/function/ObjIntConsumer");
    for (Field field : fields) {
      writer
          .visitField(Opcodes.ACC_PUBLIC, field.name, "L" + field.type + ";", null, null)
          .visitEnd();
    }
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    ClassFiles.end(constructor);
    accept(writer, self, fields);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void accept(ClassWriter writer, String self, List<Field> fields) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "accept", "(" + Names.OBJECT_DESCRIPTOR + "I)V", null, null);
    code.visitCode();
    if (!fields.isEmpty()) {
      Label[] labels = new Label[fields.size()];
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
        Field field = fields.get(i);
        code.visitTypeInsn(Opcodes.CHECKCAST, field.type);
        code.visitFieldInsn(Opcodes.PUTFIELD, self, field.name, "L" + field.type + ";");
        code.visitInsn(Opcodes.RETURN);
      }
      code.visitLabel(none);
    }
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }
}
