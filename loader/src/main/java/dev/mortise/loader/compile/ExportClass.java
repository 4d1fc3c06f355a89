package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.CompiledFunction;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class by which an exported function of one instance is imported by another. */
public final class ExportClass {
  private static final List<String> FIELDS = List.of("memory", "instance");

  private ExportClass() {}

  /** The name of the class for a function, in class files. */
  public static String name(int index, CompiledFunction function) {
    return function.owner() + "_Export_" + index;
  }

  /** The class file. */
  public static byte[] emit(String name, CompiledFunction function) {
    String signature = CompiledCode.coreDescriptor(function.descriptor());
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        name,
        null,
        SignatureClasses.internalName(signature),
        null);
    constructor(writer, name, function);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "call", signature, null, null);
    code.visitCode();
    int local = 1;
    for (Type parameter : Type.getArgumentTypes(signature)) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, FIELDS.get(i), field(function, i));
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, function.owner(), function.name(), function.descriptor(), false);
    code.visitInsn(Type.getReturnType(signature).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer, String name, CompiledFunction function) {
    String descriptor = "(" + field(function, 0) + field(function, 1) + ")V";
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        SignatureClasses.internalName(CompiledCode.coreDescriptor(function.descriptor())),
        "<init>",
        "()V",
        false);
    for (int i = 0; i < FIELDS.size(); i++) {
      writer
          .visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              FIELDS.get(i),
              field(function, i),
              null,
              null)
          .visitEnd();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, i + 1);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, FIELDS.get(i), field(function, i));
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static String field(CompiledFunction function, int i) {
    return "L" + function.environment().get(i) + ";";
  }
}
