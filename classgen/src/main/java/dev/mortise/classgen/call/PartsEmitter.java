package dev.mortise.classgen.call;

import dev.mortise.loader.compile.NumberSwitch;
import dev.mortise.loader.compile.Words;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class that makes the objects of a unit's other classes. */
final class PartsEmitter {
  private static final String PARTS = "dev/mortise/runtime/generated/UnitParts";
  private static final String TYPED = "dev/mortise/runtime/engine/chicory/stub/TypedFunction";
  private static final String CONSUMER = "java/util/function/ObjIntConsumer";
  private static final String LIFTED_DESCRIPTOR = "L" + Names.LIFTED + ";";
  private static final String TARGET = Names.CONTEXT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR;
  private static final String CALLEE = Names.CONTEXT_DESCRIPTOR + LIFTED_DESCRIPTOR;

  private final ClassWriter writer;

  private PartsEmitter(String self) {
    writer = ClassFiles.writer(self, Names.OBJECT, PARTS);
  }

  static byte[] emit(
      String self,
      String unit,
      List<GeneratedUnit.Lift> lifts,
      List<GeneratedUnit.Method> methods,
      List<GeneratedUnit.Lower> lowers,
      List<GeneratedUnit.Fused> fused,
      List<String> interfaces,
      String world) {
    PartsEmitter emitter = new PartsEmitter(self);
    emitter.constructor();
    emitter.unit(unit);
    emitter.lifts(lifts);
    emitter.withoutCode(methods);
    emitter.lift(lifts);
    TreeMap<Integer, String> lowered = new TreeMap<>();
    lowers.forEach(lower -> lowered.put(lower.coreFunction(), lower.className()));
    emitter.function("lower", TARGET, Names.OBJECT_DESCRIPTOR, lowered);
    TreeMap<Integer, String> calls = new TreeMap<>();
    fused.forEach(call -> calls.put(call.coreFunction(), call.className()));
    emitter.function("fused", CALLEE, LIFTED_DESCRIPTOR, calls);
    emitter.world(interfaces, world);
    emitter.writer.visitEnd();
    return emitter.writer.toByteArray();
  }

  private MethodVisitor method(String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private void constructor() {
    MethodVisitor code = method("<init>", "()V");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }

  private void unit(String unit) {
    MethodVisitor code = method("unit", "()L" + CONSUMER + ";");
    make(code, unit, "()V", () -> {});
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  private void lifts(List<GeneratedUnit.Lift> lifts) {
    MethodVisitor code = method("lifts", "()[I");
    Words.push(code, lifts.size());
    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
    for (int i = 0; i < lifts.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      Words.push(code, i);
      Words.push(code, lifts.get(i).function());
      code.visitInsn(Opcodes.IASTORE);
    }
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  private void withoutCode(List<GeneratedUnit.Method> methods) {
    MethodVisitor code = method("withoutCode", "()[" + Names.STRING_DESCRIPTOR);
    Words.push(code, methods.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
    for (int i = 0; i < methods.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      Words.push(code, i);
      code.visitLdcInsn(methods.get(i).method().wit());
      code.visitInsn(Opcodes.AASTORE);
    }
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  private void lift(List<GeneratedUnit.Lift> lifts) {
    MethodVisitor code = method("lift", "(I" + LIFTED_DESCRIPTOR + ")" + Names.OBJECT_DESCRIPTOR);
    NumberSwitch.write(
        code,
        IntStream.range(0, lifts.size()).toArray(),
        place ->
            make(
                code,
                lifts.get(place).className(),
                "(" + LIFTED_DESCRIPTOR + ")V",
                () -> code.visitVarInsn(Opcodes.ALOAD, 2)));
  }

  private void function(
      String name, String params, String last, SortedMap<Integer, String> classes) {
    MethodVisitor code = method(name, "(I" + params + ")L" + TYPED + ";");
    NumberSwitch.write(
        code,
        classes.keySet().stream().mapToInt(Integer::intValue).toArray(),
        number ->
            make(
                code,
                String.valueOf(classes.get(number)),
                "(" + Names.CONTEXT_DESCRIPTOR + last + ")V",
                () -> {
                  code.visitVarInsn(Opcodes.ALOAD, 2);
                  code.visitVarInsn(Opcodes.ALOAD, 3);
                }));
  }

  private void world(List<String> interfaces, String world) {
    MethodVisitor code =
        method(
            "world",
            Type.getMethodDescriptor(Type.getType(Object.class), Type.getType(Object.class)));
    make(
        code,
        world,
        "(" + Names.OBJECT_DESCRIPTOR + "[" + Names.OBJECT_DESCRIPTOR + ")V",
        () -> {
          code.visitVarInsn(Opcodes.ALOAD, 1);
          Words.push(code, interfaces.size());
          code.visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
          for (int i = 0; i < interfaces.size(); i++) {
            code.visitInsn(Opcodes.DUP);
            Words.push(code, i);
            make(
                code,
                interfaces.get(i),
                "(" + Names.OBJECT_DESCRIPTOR + ")V",
                () -> code.visitVarInsn(Opcodes.ALOAD, 1));
            code.visitInsn(Opcodes.AASTORE);
          }
        });
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  private static void make(
      MethodVisitor code, String className, String constructor, Runnable arguments) {
    code.visitTypeInsn(Opcodes.NEW, className);
    code.visitInsn(Opcodes.DUP);
    arguments.run();
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, className, "<init>", constructor, false);
  }
}
