package dev.mortise.classgen.jar;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.compile.Words;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.GeneratedImport;
import dev.mortise.runtime.generated.UnitParts;
import dev.mortise.runtime.plan.LinkPlan;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class that holds a component together: its plan, code, imports and modules. */
final class ComponentEmitter {
  private static final String SUPER = Type.getInternalName(GeneratedComponent.class);
  private static final String IMPORT = Type.getInternalName(GeneratedImport.class);
  private static final String PLAN = Type.getInternalName(LinkPlan.class);

  private final String self;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  private ComponentEmitter(String self) {
    this.self = self;
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        SUPER,
        null);
  }

  /**
   * The class.
   *
   * @param plan the class that {@link PlanEmitter} wrote
   * @param parts the class that makes the objects of code
   */
  static byte[] emit(String self, String plan, String parts, List<JavaModel.Import> imports) {
    ComponentEmitter emitter = new ComponentEmitter(self);
    emitter.instance();
    emitter.plan(plan);
    emitter.parts(parts);
    emitter.imports(imports);
    emitter.open();
    emitter.writer.visitEnd();
    return emitter.writer.toByteArray();
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void make(MethodVisitor code, String type, Runnable arguments, String params) {
    code.visitTypeInsn(Opcodes.NEW, type);
    code.visitInsn(Opcodes.DUP);
    arguments.run();
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "(" + params + ")V", false);
  }

  private void instance() {
    writer
        .visitField(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
            JavaModel.Entry.FIELD,
            "L" + self + ";",
            null,
            null)
        .visitEnd();
    MethodVisitor first = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
    make(first, self, () -> {}, "");
    first.visitFieldInsn(Opcodes.PUTSTATIC, self, JavaModel.Entry.FIELD, "L" + self + ";");
    end(first, Opcodes.RETURN);
    MethodVisitor constructor = method(Opcodes.ACC_PRIVATE, "<init>", "()V");
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    Words.push(constructor, GeneratedComponent.FORMAT);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "(I)V", false);
    end(constructor, Opcodes.RETURN);
  }

  private void plan(String plan) {
    MethodVisitor code = method(Opcodes.ACC_PROTECTED, "makePlan", "()L" + PLAN + ";");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, plan, "make", "(L" + SUPER + ";)L" + PLAN + ";", false);
    end(code, Opcodes.ARETURN);
  }

  private void parts(String parts) {
    MethodVisitor code =
        method(Opcodes.ACC_PROTECTED, "parts", "()" + Type.getDescriptor(UnitParts.class));
    make(code, parts, () -> {}, "");
    end(code, Opcodes.ARETURN);
  }

  private void imports(List<JavaModel.Import> imports) {
    MethodVisitor code = method(Opcodes.ACC_PROTECTED, "imports", "()[L" + IMPORT + ";");
    Words.push(code, imports.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, IMPORT);
    for (int i = 0; i < imports.size(); i++) {
      JavaModel.Import declared = imports.get(i);
      code.visitInsn(Opcodes.DUP);
      Words.push(code, i);
      make(
          code,
          IMPORT,
          () -> {
            code.visitLdcInsn(declared.wit());
            code.visitLdcInsn(Type.getObjectType(declared.type().internalName()));
          },
          "Ljava/lang/String;Ljava/lang/Class;");
      code.visitInsn(Opcodes.AASTORE);
    }
    end(code, Opcodes.ARETURN);
  }

  private void open() {
    MethodVisitor code =
        method(Opcodes.ACC_PROTECTED, "open", "(Ljava/lang/String;)Ljava/io/InputStream;");
    code.visitLdcInsn(Type.getObjectType(self));
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/Class",
        "getResourceAsStream",
        "(Ljava/lang/String;)Ljava/io/InputStream;",
        false);
    end(code, Opcodes.ARETURN);
  }
}
