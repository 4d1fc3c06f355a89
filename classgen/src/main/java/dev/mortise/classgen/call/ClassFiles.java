package dev.mortise.classgen.call;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The beginnings and ends of class files and methods. */
final class ClassFiles {
  private ClassFiles() {}

  /** A public final class. */
  static ClassWriter writer(String name, String superName, String... interfaces) {
    ClassWriter writer = new FrameWriter();
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        name,
        null,
        superName,
        interfaces);
    return writer;
  }

  /** A public final field. */
  static void field(ClassWriter writer, String name, String descriptor) {
    writer
        .visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, descriptor, null, null)
        .visitEnd();
  }

  static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Computes frames without loading classes: what two branches have in common is an object. */
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES | COMPUTE_MAXS);
    }

    @Override
    protected String getCommonSuperClass(String left, String right) {
      return left.equals(right) ? left : Names.OBJECT;
    }
  }
}
