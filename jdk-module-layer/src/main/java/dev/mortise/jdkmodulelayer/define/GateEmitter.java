package dev.mortise.jdkmodulelayer.define;

import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.ModuleGate;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the classes of a component's module that know of its layer: one that hands the component
 * over when it is initialized, and service providers for what it exports.
 */
final class GateEmitter {
  private static final String GATE = Type.getInternalName(ModuleGate.class);

  private GateEmitter() {}

  /**
   * A class whose initializer hands over the component in a static field: initializing a class
   * takes no right to use it.
   */
  static byte[] entry(String self, String holder, String field) {
    return emit(
        self,
        Opcodes.ACC_STATIC,
        "<clinit>",
        "()V",
        code -> {
          gate(code, self);
          code.visitFieldInsn(Opcodes.GETSTATIC, holder, field, "L" + holder + ";");
          code.visitMethodInsn(
              Opcodes.INVOKEINTERFACE,
              GATE,
              "enter",
              "(" + Type.getDescriptor(GeneratedComponent.class) + ")V",
              true);
          code.visitInsn(Opcodes.RETURN);
        });
  }

  /** A provider of an exported interface, with the static method that ServiceLoader looks for. */
  static byte[] service(String self, String contract) {
    return emit(
        self,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
        "provider",
        "()L" + contract + ";",
        code -> {
          gate(code, self);
          code.visitLdcInsn(Type.getObjectType(contract));
          code.visitMethodInsn(
              Opcodes.INVOKEINTERFACE,
              GATE,
              "export",
              "(Ljava/lang/Class;)Ljava/lang/Object;",
              true);
          code.visitTypeInsn(Opcodes.CHECKCAST, contract);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  private static void gate(MethodVisitor code, String self) {
    code.visitLdcInsn(Type.getObjectType(self));
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/Class",
        "getClassLoader",
        "()Ljava/lang/ClassLoader;",
        false);
    code.visitTypeInsn(Opcodes.CHECKCAST, GATE);
  }

  private static byte[] emit(
      String self, int access, String name, String descriptor, Consumer<MethodVisitor> body) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        "java/lang/Object",
        null);
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    body.accept(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
