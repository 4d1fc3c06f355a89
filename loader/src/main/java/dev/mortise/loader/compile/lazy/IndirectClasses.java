package dev.mortise.loader.compile.lazy;

import dev.mortise.loader.compile.Words;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes how functions are called through tables: for a type, a class whose static method looks up
 * the function and calls it as an object of that class; and for each function that is called so, a
 * subclass. The objects stand in an array by the function's index, so that the call costs the same
 * for any number of functions.
 */
final class IndirectClasses {
  private static final String TARGETS = "targets";
  private static final String TABLE = "com/dylibso/chicory/runtime/TableInstance";
  private static final String LAZY_MACHINE = "dev/mortise/runtime/engine/chicory/stub/LazyMachine";

  private final String prefix;

  IndirectClasses(String prefix) {
    this.prefix = prefix;
  }

  private String name(ClassPart part) {
    return prefix + part.suffix();
  }

  /**
   * The class of a type.
   *
   * @param functions how many functions the module has
   */
  byte[] type(int type, CoreSignature signature, int functions) {
    String self = name(new ClassPart.Indirect(type));
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SUPER,
        self,
        null,
        "java/lang/Object",
        null);
    writer
        .visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
            TARGETS,
            "[L" + self + ";",
            null,
            null)
        .visitEnd();
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    Words.push(code, functions);
    code.visitTypeInsn(Opcodes.ANEWARRAY, self);
    code.visitFieldInsn(Opcodes.PUTSTATIC, self, TARGETS, "[L" + self + ";");
    end(code, Opcodes.RETURN);
    constructor(writer, "java/lang/Object");
    writer
        .visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
            FunctionRenamer.CALL,
            signature.descriptor(),
            null,
            null)
        .visitEnd();
    callIndirect(writer, self, type, signature);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The static method: core parameters, place in the table, table, memory, instance. */
  private void callIndirect(ClassWriter writer, String self, int type, CoreSignature signature) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            FunctionRenamer.callIndirect(type),
            signature.descriptor("II" + CoreSignature.ENVIRONMENT),
            null,
            null);
    int place = signature.width();
    int table = place + 1;
    int memory = place + 2;
    int instance = place + 3;
    int elements = place + 4;
    int function = place + 5;
    int owner = place + 6;
    code.visitCode();
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, name(new ClassPart.Shaded()), "checkInterruption", "()V", false);
    // The compiler passes -1 for call_ref: what stands in place of the place is the function.
    Label inTable = new Label();
    Label known = new Label();
    code.visitVarInsn(Opcodes.ILOAD, place);
    code.visitVarInsn(Opcodes.ISTORE, function);
    code.visitVarInsn(Opcodes.ILOAD, table);
    code.visitJumpInsn(Opcodes.IFGE, inTable);
    code.visitJumpInsn(Opcodes.GOTO, known);
    code.visitLabel(inTable);
    code.visitVarInsn(Opcodes.ALOAD, instance);
    code.visitVarInsn(Opcodes.ILOAD, table);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, CoreSignature.INSTANCE, "table", "(I)L" + TABLE + ";", false);
    code.visitVarInsn(Opcodes.ASTORE, elements);
    code.visitVarInsn(Opcodes.ALOAD, elements);
    code.visitVarInsn(Opcodes.ILOAD, place);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, TABLE, "requiredRef", "(I)I", false);
    code.visitVarInsn(Opcodes.ISTORE, function);
    code.visitVarInsn(Opcodes.ALOAD, elements);
    code.visitVarInsn(Opcodes.ILOAD, place);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, TABLE, "instance", "(I)L" + CoreSignature.INSTANCE + ";", false);
    code.visitVarInsn(Opcodes.ASTORE, owner);
    code.visitVarInsn(Opcodes.ALOAD, owner);
    code.visitJumpInsn(Opcodes.IFNULL, known);
    code.visitVarInsn(Opcodes.ALOAD, owner);
    code.visitVarInsn(Opcodes.ALOAD, instance);
    code.visitJumpInsn(Opcodes.IF_ACMPEQ, known);
    foreign(code, type, signature, function, owner);
    code.visitLabel(known);
    target(code, self, type, function, instance);
    arguments(code, signature, 0);
    code.visitVarInsn(Opcodes.ALOAD, memory);
    code.visitVarInsn(Opcodes.ALOAD, instance);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, self, FunctionRenamer.CALL, signature.descriptor(), false);
    end(code, signature.result().getOpcode(Opcodes.IRETURN));
  }

  /** Calls a function of another instance, by words. */
  private void foreign(
      MethodVisitor code, int type, CoreSignature signature, int function, int owner) {
    StubClasses.words(code, signature, 0);
    Words.push(code, type);
    code.visitVarInsn(Opcodes.ILOAD, function);
    code.visitVarInsn(Opcodes.ALOAD, owner);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        name(new ClassPart.Shaded()),
        "callIndirect",
        "([JIIL" + CoreSignature.INSTANCE + ";)[J",
        false);
    Words.unbox(code, signature.result());
    code.visitInsn(signature.result().getOpcode(Opcodes.IRETURN));
  }

  /** Pushes the object for a function, which the machine makes where there is none yet. */
  private static void target(
      MethodVisitor code, String self, int type, int function, int instance) {
    Label there = new Label();
    code.visitFieldInsn(Opcodes.GETSTATIC, self, TARGETS, "[L" + self + ";");
    code.visitVarInsn(Opcodes.ILOAD, function);
    code.visitInsn(Opcodes.AALOAD);
    code.visitInsn(Opcodes.DUP);
    code.visitJumpInsn(Opcodes.IFNONNULL, there);
    code.visitInsn(Opcodes.POP);
    code.visitVarInsn(Opcodes.ALOAD, instance);
    Words.push(code, type);
    code.visitVarInsn(Opcodes.ILOAD, function);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        LAZY_MACHINE,
        "target",
        "(L" + CoreSignature.INSTANCE + ";II)Ljava/lang/Object;",
        true);
    code.visitTypeInsn(Opcodes.CHECKCAST, self);
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.GETSTATIC, self, TARGETS, "[L" + self + ";");
    code.visitInsn(Opcodes.SWAP);
    code.visitVarInsn(Opcodes.ILOAD, function);
    code.visitInsn(Opcodes.SWAP);
    code.visitInsn(Opcodes.AASTORE);
    code.visitLabel(there);
  }

  private static void arguments(MethodVisitor code, CoreSignature signature, int first) {
    int local = first;
    for (Type parameter : signature.parameters()) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
  }

  /** The class of a function as one of a type. */
  byte[] target(int type, int function, CoreSignature signature) {
    String superName = name(new ClassPart.Indirect(type));
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        name(new ClassPart.Target(type, function)),
        null,
        superName,
        null);
    constructor(writer, superName);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, FunctionRenamer.CALL, signature.descriptor(), null, null);
    code.visitCode();
    arguments(code, signature, 1);
    code.visitVarInsn(Opcodes.ALOAD, signature.width() + 1);
    code.visitVarInsn(Opcodes.ALOAD, signature.width() + 2);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        name(new ClassPart.Function(function)),
        FunctionRenamer.method(function),
        signature.descriptor(),
        false);
    end(code, signature.result().getOpcode(Opcodes.IRETURN));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer, String superName) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
    end(code, Opcodes.RETURN);
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
