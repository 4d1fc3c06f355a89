package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaType;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the exception of an error type. */
final class ExceptionEmitter {
  private ExceptionEmitter() {}

  static ClassWriter emit(ExceptionDecl declaration, Nest nest) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
    String self = declaration.name().internalName();
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        "java/lang/Exception",
        null);
    nest.describe(writer, declaration.name());
    writer
        .visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
            "serialVersionUID",
            "J",
            null,
            1L)
        .visitEnd();
    JavaType error = declaration.error();
    if (error == null) {
      plainConstructor(writer);
    } else {
      writer
          .visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL | Opcodes.ACC_TRANSIENT,
              "error",
              error.descriptor(),
              Methods.signature(error),
              null)
          .visitEnd();
      constructor(writer, self, error);
      accessor(writer, self, error);
    }
    return writer;
  }

  private static void plainConstructor(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Exception", "<init>", "()V", false);
    end(code, Opcodes.RETURN);
  }

  private static void constructor(ClassWriter writer, String self, JavaType error) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "<init>",
            Methods.descriptor(List.of(error), JavaType.Primitive.VOID),
            Methods.signature(List.of(error), JavaType.Primitive.VOID),
            null);
    code.visitParameter("error", 0);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Methods.load(error), 1);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "java/lang/String",
        "valueOf",
        "(" + valueOf(error) + ")Ljava/lang/String;",
        false);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Exception", "<init>", "(Ljava/lang/String;)V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Methods.load(error), 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, "error", error.descriptor());
    end(code, Opcodes.RETURN);
  }

  /** The overload of {@code String.valueOf} for a type. */
  private static String valueOf(JavaType error) {
    return switch (error) {
      case JavaType.Primitive primitive ->
          switch (primitive) {
            case BYTE, SHORT -> "I";
            default -> primitive.descriptor();
          };
      default -> "Ljava/lang/Object;";
    };
  }

  private static void accessor(ClassWriter writer, String self, JavaType error) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "error",
            Methods.descriptor(List.of(), error),
            Methods.signature(List.of(), error),
            null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "error", error.descriptor());
    end(code, Methods.ret(error));
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
