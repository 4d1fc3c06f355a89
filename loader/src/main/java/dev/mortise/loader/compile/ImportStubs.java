package dev.mortise.loader.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Changes the classes that the engine compiled in three ways. An imported function becomes a typed
 * call instead of one with an array for the arguments and one for the results; the classes become
 * public, so that generated code elsewhere can call their functions; and what is only a part of a
 * function does not look like one. It notes on the way where each function is.
 */
public final class ImportStubs {
  private static final String FUNCTION = "func_";
  private static final String PART = "part_";
  private static final String INSTANCE = "com/dylibso/chicory/runtime/Instance";
  private static final String IMPORTS = "com/dylibso/chicory/runtime/ImportValues";
  private static final String IMPORT = "com/dylibso/chicory/runtime/ImportFunction";
  private static final String HANDLE = "com/dylibso/chicory/runtime/WasmFunctionHandle";

  /** Where a function is. */
  record Method(String owner, String descriptor) {}

  private final int imports;
  private final int own;
  private final boolean parts;
  private final Map<Integer, Method> functions = new HashMap<>();

  /**
   * Changes the classes of one module.
   *
   * @param imports how many functions it imports
   * @param own how many functions are its own, with those; all that follow are parts of them
   * @param parts whether any follow
   */
  ImportStubs(int imports, int own, boolean parts) {
    this.imports = imports;
    this.own = own;
    this.parts = parts;
  }

  /** The functions that were found, by index; without their parts. */
  Map<Integer, Method> functions() {
    return functions;
  }

  /** The core signature of an imported function. */
  String importDescriptor(int index) {
    return CompiledCode.coreDescriptor(Objects.requireNonNull(functions.get(index)).descriptor());
  }

  /**
   * Writes the code of a method that calls an imported function.
   *
   * @param index the function
   * @param descriptor the method's own: the core parameters, memory, instance
   */
  public static void stub(MethodVisitor code, int index, String descriptor) {
    String core = CompiledCode.coreDescriptor(descriptor);
    String signature = SignatureClasses.internalName(core);
    Type[] parameters = Type.getArgumentTypes(core);
    int width = 0;
    for (Type parameter : parameters) {
      width += parameter.getSize();
    }
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, width + 1);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, INSTANCE, "imports", "()L" + IMPORTS + ";", false);
    Words.push(code, index);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, IMPORTS, "function", "(I)L" + IMPORT + ";", false);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, IMPORT, "handle", "()L" + HANDLE + ";", false);
    code.visitTypeInsn(Opcodes.CHECKCAST, signature);
    int local = 0;
    for (Type parameter : parameters) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, signature, "call", core, false);
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(width + 2, width + 2);
    code.visitEnd();
  }

  byte[] rewrite(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    // A class may have as many constants as there can be: other names must come instead of the old.
    ClassWriter writer = parts ? new ClassWriter(0) : new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  private static boolean isFunction(String method) {
    return method.startsWith(FUNCTION);
  }

  private static int index(String function) {
    return Integer.parseInt(function, FUNCTION.length(), function.length(), 10);
  }

  /** Parts have names of their own: in a stack trace the function is enough. */
  private String renamed(String method) {
    return isFunction(method) && index(method) >= own ? PART + index(method) : method;
  }

  private final class Rewriter extends ClassVisitor {
    private String owner = "";

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String[] interfaces) {
      owner = name;
      super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor code =
          super.visitMethod(access, renamed(name), descriptor, signature, exceptions);
      if (isFunction(name) && index(name) < own) {
        functions.put(index(name), new Method(owner, descriptor));
        if (index(name) < imports) {
          stub(code, index(name), descriptor);
          return null;
        }
      }
      return parts ? new PartCalls(code) : code;
    }
  }

  /** Calls parts by their names. */
  private final class PartCalls extends MethodVisitor {
    PartCalls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, renamed(name), descriptor, isInterface);
    }
  }
}
