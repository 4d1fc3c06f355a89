package dev.mortise.loader.compile.lazy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives the classes that the engine compiled the names that their functions have in their own
 * module, makes them public, and lets them call what belongs to no function by the names of {@link
 * ClassPart}.
 */
final class FunctionRenamer {
  /** The method by which a machine calls a function: (instance, memory, words) → words. */
  static final String CALL = "call";

  private static final String GROUP = "FuncGroup_";
  private static final String FUNCTION = "func_";
  private static final String CALL_BY_WORDS = "call_";
  private static final String CALL_INDIRECT = "call_indirect_";
  private static final String VALUES = "value_";

  private final String prefix;
  private final int[] called;
  private final int[] defined;

  /**
   * Names for what was compiled together.
   *
   * @param called the functions that come first
   * @param defined those after them
   */
  FunctionRenamer(String prefix, int[] called, int[] defined) {
    this.prefix = prefix;
    this.called = called;
    this.defined = defined;
  }

  /** The name of the method of a function. */
  static String method(int function) {
    return FUNCTION + function;
  }

  /** The function whose method that is. */
  static int index(String method) {
    return Integer.parseInt(method, method.lastIndexOf('_') + 1, method.length(), 10);
  }

  /** The method by which functions of a type are called through a table. */
  static String callIndirect(int type) {
    return CALL_INDIRECT + type;
  }

  /** The class of one compiled function; the number is the one that the compiler knows it by. */
  byte[] rename(int number, Map<String, byte[]> classes) {
    ClassReader reader =
        new ClassReader(Objects.requireNonNull(classes.get(prefix + GROUP + number)));
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new Renaming(writer), 0);
    return writer.toByteArray();
  }

  private int function(int number) {
    return number < called.length ? called[number] : defined[number - called.length];
  }

  private String functionClass(int number) {
    return prefix + new ClassPart.Function(function(number)).suffix();
  }

  private final class Renaming extends ClassVisitor {
    Renaming(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String @Nullable [] interfaces) {
      super.visit(
          version,
          access | Opcodes.ACC_PUBLIC,
          functionClass(index(name)),
          signature,
          superName,
          interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String own = name.startsWith(CALL_BY_WORDS) ? CALL : method(function(index(name)));
      return new Calls(super.visitMethod(access, own, descriptor, signature, exceptions));
    }
  }

  private final class Calls extends MethodVisitor {
    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.startsWith(prefix + GROUP)) {
        int number = index(name);
        super.visitMethodInsn(
            opcode, functionClass(number), method(function(number)), descriptor, isInterface);
      } else if (owner.equals(prefix) && name.startsWith(CALL_INDIRECT)) {
        ClassPart type = new ClassPart.Indirect(index(name));
        super.visitMethodInsn(opcode, prefix + type.suffix(), name, descriptor, isInterface);
      } else if (owner.equals(prefix) && name.startsWith(VALUES)) {
        ClassPart results = new ClassPart.Results();
        super.visitMethodInsn(
            opcode, prefix + results.suffix(), StubClasses.RESULTS, descriptor, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
