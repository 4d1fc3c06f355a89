package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes an enum class (JLS 8.9). */
final class EnumEmitter {
  private static final String VALUES = "$VALUES";

  private final String self;
  private final String descriptor;
  private final List<EnumDecl.Constant> constants;
  private final ClassWriter writer =
      new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);

  private EnumEmitter(EnumDecl declaration) {
    this.self = declaration.name().internalName();
    this.descriptor = "L" + self + ";";
    this.constants = declaration.constants();
  }

  static ClassWriter emit(EnumDecl declaration, Nest nest) {
    EnumEmitter emitter = new EnumEmitter(declaration);
    emitter.write(declaration, nest);
    return emitter.writer;
  }

  private void write(EnumDecl declaration, Nest nest) {
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_ENUM,
        self,
        "Ljava/lang/Enum<" + descriptor + ">;",
        "java/lang/Enum",
        null);
    WitNames.annotate(writer::visitAnnotation, declaration.name().simpleName(), declaration.wit());
    nest.describe(writer, declaration.name());
    for (EnumDecl.Constant constant : constants) {
      FieldVisitor field =
          writer.visitField(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM,
              constant.name(),
              descriptor,
              null,
              null);
      WitNames.annotate(field::visitAnnotation, constant.name(), constant.wit());
      field.visitEnd();
    }
    writer
        .visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
            VALUES,
            "[" + descriptor,
            null,
            null)
        .visitEnd();
    values();
    valueOf();
    constructor();
    initializer();
  }

  private void values() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "values", "()[" + descriptor, null, null);
    code.visitCode();
    code.visitFieldInsn(Opcodes.GETSTATIC, self, VALUES, "[" + descriptor);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "[" + descriptor, "clone", "()Ljava/lang/Object;", false);
    code.visitTypeInsn(Opcodes.CHECKCAST, "[" + descriptor);
    end(code, Opcodes.ARETURN);
  }

  private void valueOf() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            "valueOf",
            "(Ljava/lang/String;)" + descriptor,
            null,
            null);
    code.visitParameter("name", Opcodes.ACC_MANDATED);
    code.visitCode();
    code.visitLdcInsn(org.objectweb.asm.Type.getObjectType(self));
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "java/lang/Enum",
        "valueOf",
        "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;",
        false);
    code.visitTypeInsn(Opcodes.CHECKCAST, self);
    end(code, Opcodes.ARETURN);
  }

  private void constructor() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", "()V", null);
    code.visitParameter("$enum$name", Opcodes.ACC_SYNTHETIC);
    code.visitParameter("$enum$ordinal", Opcodes.ACC_SYNTHETIC);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ILOAD, 2);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
    end(code, Opcodes.RETURN);
  }

  private void initializer() {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitLdcInsn(constants.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, self);
    for (int i = 0; i < constants.size(); i++) {
      String name = constants.get(i).name();
      code.visitTypeInsn(Opcodes.NEW, self);
      code.visitInsn(Opcodes.DUP);
      code.visitLdcInsn(name);
      code.visitLdcInsn(i);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, self, "<init>", "(Ljava/lang/String;I)V", false);
      code.visitFieldInsn(Opcodes.PUTSTATIC, self, name, descriptor);
      code.visitInsn(Opcodes.DUP);
      code.visitLdcInsn(i);
      code.visitFieldInsn(Opcodes.GETSTATIC, self, name, descriptor);
      code.visitInsn(Opcodes.AASTORE);
    }
    code.visitFieldInsn(Opcodes.PUTSTATIC, self, VALUES, "[" + descriptor);
    end(code, Opcodes.RETURN);
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
