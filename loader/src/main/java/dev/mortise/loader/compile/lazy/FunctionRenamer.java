package dev.mortise.loader.compile.lazy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

  private static final String PART = "part_";

  private final String prefix;
  private final List<ClassPart.OfFunction> functions;

  /**
   * Names for what was compiled together.
   *
   * @param functions by the compiler's number, the functions and parts of functions
   */
  FunctionRenamer(String prefix, List<ClassPart.OfFunction> functions) {
    this.prefix = prefix;
    this.functions = List.copyOf(functions);
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
    reader.accept(new Renaming(writer, number), 0);
    return writer.toByteArray();
  }

  private String functionClass(int number) {
    return prefix + functions.get(number).suffix();
  }

  /** The method of a function or a part, whose frame is none of the guest's. */
  private String functionMethod(int number) {
    return switch (functions.get(number)) {
      case ClassPart.Function function -> method(function.function());
      case ClassPart.Part part -> PART + part.number();
    };
  }

  private final class Renaming extends ClassVisitor {
    private final boolean part;
    private final String own;
    private final Set<String> results = new TreeSet<>();

    Renaming(ClassVisitor next, int number) {
      super(Opcodes.ASM9, next);
      part = functions.get(number) instanceof ClassPart.Part;
      own = functionClass(number);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String @Nullable [] interfaces) {
      super.visit(version, access | Opcodes.ACC_PUBLIC, own, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      boolean byWords = name.startsWith(CALL_BY_WORDS);
      if (byWords && part) {
        return null; // nobody has a reference to it
      }
      String method = byWords ? CALL : functionMethod(index(name));
      return new Calls(
          super.visitMethod(access, method, descriptor, signature, exceptions), part ? this : null);
    }

    /** Parts have results that no function of the module has. */
    @Override
    public void visitEnd() {
      results.forEach(descriptor -> StubClasses.results(cv, descriptor));
      super.visitEnd();
    }
  }

  private final class Calls extends MethodVisitor {
    private final @Nullable Renaming part;

    /**
     * The calls of a method.
     *
     * @param part its class, if that is of a part
     */
    Calls(MethodVisitor next, @Nullable Renaming part) {
      super(Opcodes.ASM9, next);
      this.part = part;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.startsWith(prefix + GROUP)) {
        int number = index(name);
        super.visitMethodInsn(
            opcode, functionClass(number), functionMethod(number), descriptor, isInterface);
      } else if (owner.equals(prefix) && name.startsWith(CALL_INDIRECT)) {
        ClassPart type = new ClassPart.Indirect(index(name));
        super.visitMethodInsn(opcode, prefix + type.suffix(), name, descriptor, isInterface);
      } else if (owner.equals(prefix) && name.startsWith(VALUES)) {
        String results = prefix + new ClassPart.Results().suffix();
        if (part != null) {
          results = part.own;
          part.results.add(descriptor);
        }
        super.visitMethodInsn(opcode, results, StubClasses.RESULTS, descriptor, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
