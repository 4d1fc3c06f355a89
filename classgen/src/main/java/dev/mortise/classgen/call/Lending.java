package dev.mortise.classgen.call;

import dev.mortise.classgen.view.ViewMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes how a result is lent to the last parameter of a method with views. */
final class Lending {
  private Lending() {}

  /**
   * Lends the view on the stack; what came of that is there afterwards.
   *
   * @param user the local variable of the one who uses it
   */
  static void lend(Body body, ViewMethod method, int user) {
    Type type = method.user();
    body.load(type, user);
    body.invokeStatic(
        Names.VIEWS,
        switch (method.use()) {
          case LENT_TO_FUNCTION -> "lend";
          case LENT_TO_CONSUMER -> "lendTo";
          case RETURNED -> throw new IllegalArgumentException(method.toString());
        },
        "(" + Names.BYTE_VIEW_DESCRIPTOR + type.getDescriptor() + ")" + Names.OBJECT_DESCRIPTOR);
  }

  /** Makes a view of the array on the stack. */
  static void ofArray(Body body) {
    body.code()
        .visitMethodInsn(
            Opcodes.INVOKESTATIC, Names.BYTE_VIEW, "of", "([B)" + Names.BYTE_VIEW_DESCRIPTOR, true);
  }

  /** Takes what came of lending off the stack, and puts what the method returns on it. */
  static void outcome(Body body, ViewMethod method) {
    body.invokeStatic(
        Names.VIEWS, "outcome", "(" + Names.OBJECT_DESCRIPTOR + ")" + Names.OBJECT_DESCRIPTOR);
    if (method.returned().equals(Type.VOID_TYPE)) {
      body.code().visitInsn(Opcodes.POP);
    } else {
      body.checkCast(method.returned().getInternalName());
    }
  }
}
