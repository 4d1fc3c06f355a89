package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.JavaModel;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the static methods by which a world that has all its classes makes instances. */
final class InstantiateMethods {
  private static final String IMPORTS = "Ldev/mortise/runtime/Imports;";
  private static final String OBJECT = "Ljava/lang/Object;";

  private InstantiateMethods() {}

  static void emit(ClassWriter writer, JavaModel model) {
    JavaModel.Entry entry = model.entry();
    if (entry == null) {
      return;
    }
    List<JavaModel.Import> imports = model.imports();
    if (model.takesEachImport()) {
      StringBuilder params = new StringBuilder();
      imports.forEach(i -> params.append('L').append(i.type().internalName()).append(';'));
      MethodVisitor code = begin(writer, model, params.toString());
      imports.forEach(i -> code.visitParameter(i.parameter(), 0));
      code.visitCode();
      component(code, entry);
      code.visitIntInsn(Opcodes.BIPUSH, imports.size());
      code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      for (int i = 0; i < imports.size(); i++) {
        code.visitInsn(Opcodes.DUP);
        code.visitIntInsn(Opcodes.BIPUSH, i);
        code.visitVarInsn(Opcodes.ALOAD, i);
        code.visitInsn(Opcodes.AASTORE);
      }
      // The component, the array, the array again, an index, an element.
      end(code, model, entry, "[" + OBJECT, imports.isEmpty() ? 2 : 5, imports.size());
    }
    MethodVisitor code = begin(writer, model, IMPORTS);
    code.visitParameter("imports", 0);
    code.visitCode();
    component(code, entry);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    end(code, model, entry, IMPORTS, 2, 1);
  }

  private static MethodVisitor begin(ClassWriter writer, JavaModel model, String params) {
    return writer.visitMethod(
        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
        "instantiate",
        "(" + params + ")L" + model.world().name().internalName() + ";",
        null,
        null);
  }

  private static void component(MethodVisitor code, JavaModel.Entry entry) {
    String component = entry.component().internalName();
    code.visitFieldInsn(Opcodes.GETSTATIC, component, JavaModel.Entry.FIELD, "L" + component + ";");
  }

  private static void end(
      MethodVisitor code,
      JavaModel model,
      JavaModel.Entry entry,
      String argument,
      int stack,
      int locals) {
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        entry.component().internalName(),
        "instantiate",
        "(" + argument + ")" + OBJECT,
        false);
    code.visitTypeInsn(Opcodes.CHECKCAST, model.world().name().internalName());
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(stack, locals);
    code.visitEnd();
  }
}
