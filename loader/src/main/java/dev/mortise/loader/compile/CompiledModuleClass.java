package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.CompiledFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class by which the run time finds what a module was compiled to ahead of time. */
final class CompiledModuleClass {
  private static final String STUB = "dev/mortise/runtime/engine/chicory/stub/";
  private static final String MODULE = STUB + "CompiledModule";
  private static final String TYPED = STUB + "TypedFunction";
  private static final String FUNCTION = "dev/mortise/runtime/engine/CoreFunction";
  private static final String COMPILED = "dev/mortise/runtime/engine/CompiledFunction";
  private static final String HANDLE = "com/dylibso/chicory/runtime/WasmFunctionHandle";
  private static final String MACHINE = "com/dylibso/chicory/runtime/Machine";
  private static final String OBJECT = "java/lang/Object";

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

  private CompiledModuleClass() {}

  static byte[] emit(String self, CompiledCode code, Map<Integer, CompiledFunction> exported) {
    CompiledModuleClass made = new CompiledModuleClass();
    made.writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        OBJECT,
        new String[] {MODULE});
    made.constructor();
    made.machine(code.machine().replace('.', '/'));
    made.function();
    made.importable(code.imports());
    made.export(exported);
    made.writer.visitEnd();
    return made.writer.toByteArray();
  }

  private MethodVisitor method(String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void constructor() {
    MethodVisitor code = method("<init>", "()V");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    end(code, Opcodes.RETURN);
  }

  private void machine(String machine) {
    MethodVisitor code = method("machine", "(L" + CompiledCode.INSTANCE + ";)L" + MACHINE + ";");
    code.visitTypeInsn(Opcodes.NEW, machine);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, machine, "<init>", "(L" + CompiledCode.INSTANCE + ";)V", false);
    end(code, Opcodes.ARETURN);
  }

  /** Only who generates calls asks for this, and none is generated any more. */
  private void function() {
    MethodVisitor code = method("function", "(I)L" + COMPILED + ";");
    code.visitInsn(Opcodes.ACONST_NULL);
    end(code, Opcodes.ARETURN);
  }

  private void importable(List<String> imports) {
    MethodVisitor code =
        method("importable", "(IL" + TYPED + ";L" + FUNCTION + ";)L" + HANDLE + ";");
    NumberSwitch.write(
        code,
        IntStream.range(0, imports.size()).toArray(),
        index -> {
          String signature = imports.get(index);
          String boxed = SignatureClasses.boxedName(signature);
          Label other = new Label();
          code.visitVarInsn(Opcodes.ALOAD, 2);
          code.visitTypeInsn(Opcodes.INSTANCEOF, SignatureClasses.internalName(signature));
          code.visitJumpInsn(Opcodes.IFEQ, other);
          code.visitVarInsn(Opcodes.ALOAD, 2);
          code.visitInsn(Opcodes.ARETURN);
          code.visitLabel(other);
          code.visitTypeInsn(Opcodes.NEW, boxed);
          code.visitInsn(Opcodes.DUP);
          code.visitVarInsn(Opcodes.ALOAD, 3);
          code.visitMethodInsn(
              Opcodes.INVOKESPECIAL, boxed, "<init>", "(L" + FUNCTION + ";)V", false);
        });
  }

  private void export(Map<Integer, CompiledFunction> exported) {
    MethodVisitor code = method("export", "(IL" + CompiledCode.INSTANCE + ";)L" + TYPED + ";");
    NumberSwitch.write(
        code,
        exported.keySet().stream().mapToInt(Integer::intValue).sorted().toArray(),
        index -> {
          String export = ExportClass.name(index, Objects.requireNonNull(exported.get(index)));
          code.visitTypeInsn(Opcodes.NEW, export);
          code.visitInsn(Opcodes.DUP);
          code.visitVarInsn(Opcodes.ALOAD, 2);
          code.visitMethodInsn(
              Opcodes.INVOKEVIRTUAL,
              CompiledCode.INSTANCE,
              "memory",
              "()L" + CompiledCode.MEMORY + ";",
              false);
          code.visitVarInsn(Opcodes.ALOAD, 2);
          code.visitMethodInsn(
              Opcodes.INVOKESPECIAL,
              export,
              "<init>",
              "(L" + CompiledCode.MEMORY + ";L" + CompiledCode.INSTANCE + ";)V",
              false);
        });
  }
}
