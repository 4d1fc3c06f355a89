package dev.mortise.classgen.call;

import dev.mortise.loader.compile.Words;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.engine.CompiledFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call of a core function: of the static method that it was compiled to, or, where there is none,
 * by words. What the method needs beside its arguments is in fields of the class that calls.
 */
final class CoreCall {
  private static final String ENVIRONMENT = "()[" + Names.OBJECT_DESCRIPTOR;

  private final String owner;
  private final String field;
  private final String text;
  private final @Nullable CompiledFunction target;
  private final Type[] params;
  private final Type[] results;

  /**
   * A call.
   *
   * @param field how the fields are called
   * @param text how the listing calls it
   */
  CoreCall(
      String owner,
      String field,
      String text,
      @Nullable CompiledFunction target,
      CoreFuncType signature) {
    this.owner = owner;
    this.field = field;
    this.text = text;
    this.target = target;
    params = types(signature.params());
    results = types(signature.results());
  }

  private static Type[] types(List<? extends dev.mortise.runtime.core.CoreValType> types) {
    return types.stream()
        .map(t -> Forms.core((dev.mortise.runtime.core.CoreValType.Num) t))
        .toArray(Type[]::new);
  }

  Type[] results() {
    return results;
  }

  void declare(ClassWriter writer) {
    if (target == null) {
      ClassFiles.field(writer, field, Names.FUNCTION_DESCRIPTOR);
      return;
    }
    for (int i = 0; i < target.environment().size(); i++) {
      ClassFiles.field(writer, field + i, environment(target, i));
    }
  }

  /** Sets the fields in a constructor from the function in a local variable. */
  void initialize(MethodVisitor code, int function) {
    if (target == null) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, function);
      code.visitFieldInsn(Opcodes.PUTFIELD, owner, field, Names.FUNCTION_DESCRIPTOR);
      return;
    }
    for (int i = 0; i < target.environment().size(); i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, function);
      code.visitMethodInsn(
          Opcodes.INVOKEINTERFACE, Names.FUNCTION, "environment", ENVIRONMENT, true);
      Words.push(code, i);
      code.visitInsn(Opcodes.AALOAD);
      code.visitTypeInsn(Opcodes.CHECKCAST, target.environment().get(i));
      code.visitFieldInsn(Opcodes.PUTFIELD, owner, field + i, environment(target, i));
    }
  }

  private static String environment(CompiledFunction target, int i) {
    return "L" + target.environment().get(i) + ";";
  }

  /** Calls the function on the arguments on the stack, from a method of the owner. */
  void call(Body body) {
    body.line(text + (target == null ? ", by words" : ""));
    MethodVisitor code = body.code();
    if (target != null) {
      for (int i = 0; i < target.environment().size(); i++) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, owner, field + i, environment(target, i));
      }
      body.invokeStatic(target.owner(), target.name(), target.descriptor());
      return;
    }
    int[] locals = body.storeAll(params);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field, Names.FUNCTION_DESCRIPTOR);
    body.push(params.length);
    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
    for (int i = 0; i < params.length; i++) {
      code.visitInsn(Opcodes.DUP);
      body.push(i);
      body.load(params[i], locals[i]);
      Words.toWord(code, params[i]);
      code.visitInsn(Opcodes.LASTORE);
    }
    body.invokeInterface(Names.FUNCTION, "call", "([J)[J");
    if (results.length == 0) {
      code.visitInsn(Opcodes.POP);
    } else {
      Words.unbox(code, results[0]);
    }
  }
}
