package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.runtime.type.ResultType;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes what becomes of a function's result: a {@code result<T, E>} is returned as a {@code T} or
 * thrown as an exception with the {@code E}.
 */
final class ResultWriter {
  private static final Type RESULT = Type.getObjectType(Names.RESULT);

  private final Body body;
  private final Forms forms;
  private final MethodDecl method;

  ResultWriter(Body body, Forms forms, MethodDecl method) {
    this.body = body;
    this.forms = forms;
    this.method = method;
  }

  /** Returns, or throws, the lifted value in a local variable. */
  void returnLifted(@Nullable Type lifted, int local) {
    Type declared = Type.getType(method.result().descriptor());
    ClassName thrown = method.thrown();
    if (lifted == null) {
      body.code().visitInsn(Opcodes.RETURN);
      return;
    }
    if (thrown == null) {
      body.load(lifted, local);
      body.code().visitInsn(lifted.getOpcode(Opcodes.IRETURN));
      return;
    }
    Label failed = new Label();
    body.load(RESULT, local);
    body.code().visitTypeInsn(Opcodes.INSTANCEOF, Names.OK);
    body.code().visitJumpInsn(Opcodes.IFEQ, failed);
    if (!declared.equals(Type.VOID_TYPE)) {
      body.load(RESULT, local);
      body.checkCast(Names.OK);
      body.invokeVirtual(Names.OK, "value", "()" + Names.OBJECT_DESCRIPTOR);
      Boxes.unbox(body, declared);
    }
    body.code().visitInsn(declared.getOpcode(Opcodes.IRETURN));
    body.code().visitLabel(failed);
    throwError(thrown, local);
  }

  private void throwError(ClassName thrown, int local) {
    Type error = error();
    body.code().visitTypeInsn(Opcodes.NEW, thrown.internalName());
    body.code().visitInsn(Opcodes.DUP);
    if (error != null) {
      body.load(RESULT, local);
      body.checkCast(Names.ERR);
      body.invokeVirtual(Names.ERR, "error", "()" + Names.OBJECT_DESCRIPTOR);
      Boxes.unbox(body, error);
    }
    body.code()
        .visitMethodInsn(
            Opcodes.INVOKESPECIAL,
            thrown.internalName(),
            "<init>",
            "(" + (error == null ? "" : error.getDescriptor()) + ")V",
            false);
    body.code().visitInsn(Opcodes.ATHROW);
  }

  private @Nullable Type error() {
    return method.type().resultTypes().get(0).structure() instanceof ResultType result
            && result.err() != null
        ? forms.type(result.err())
        : null;
  }

  /** Turns what a call returned, on the stack, into the value to lower. */
  void returned() {
    if (method.thrown() == null) {
      return;
    }
    Type declared = Type.getType(method.result().descriptor());
    if (declared.equals(Type.VOID_TYPE)) {
      body.code().visitInsn(Opcodes.ACONST_NULL);
    } else {
      Boxes.box(body, declared);
    }
    construct(Names.OK);
  }

  /** Turns the exception on the stack into the value to lower. */
  void thrown(ClassName thrown) {
    Type error = error();
    if (error == null) {
      body.code().visitInsn(Opcodes.POP);
      body.code().visitInsn(Opcodes.ACONST_NULL);
    } else {
      body.invokeVirtual(thrown.internalName(), "error", "()" + error.getDescriptor());
      Boxes.box(body, error);
    }
    construct(Names.ERR);
  }

  private void construct(String owner) {
    int value = body.store(Forms.OBJECT);
    body.code().visitTypeInsn(Opcodes.NEW, owner);
    body.code().visitInsn(Opcodes.DUP);
    body.load(Forms.OBJECT, value);
    body.code()
        .visitMethodInsn(
            Opcodes.INVOKESPECIAL, owner, "<init>", "(" + Names.OBJECT_DESCRIPTOR + ")V", false);
  }
}
