package dev.mortise.classgen.emit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a class that implements an interface by the methods of another of the same types, but that
 * the other may have views where this one has arrays of bytes.
 */
public final class AdapterEmitter {
  /** The package of the classes. */
  public static final String PACKAGE = "dev.mortise.guest.world";

  private static final String VIEW = "dev/mortise/runtime/view/ByteView";
  private static final String VIEWS = "dev/mortise/runtime/glue/Views";

  private AdapterEmitter() {}

  /**
   * The class file.
   *
   * @param name the simple name
   * @param target the interface of the objects that it adapts, which its constructor takes
   * @param implemented the interface that it implements
   * @param methods the methods of that interface, and those of the other that they call
   */
  public static byte[] emit(
      String name, Class<?> target, Class<?> implemented, Map<Method, Method> methods) {
    String self = PACKAGE.replace('.', '/') + "/" + name;
    String targetName = Type.getInternalName(target);
    String field = Type.getDescriptor(target);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(implemented)});
    writer
        .visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "world", field, null, null)
        .visitEnd();
    MethodVisitor constructor =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + field + ")V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitVarInsn(Opcodes.ALOAD, 1);
    constructor.visitFieldInsn(Opcodes.PUTFIELD, self, "world", field);
    end(constructor, Opcodes.RETURN);
    for (Map.Entry<Method, Method> entry : methods.entrySet()) {
      Method method = entry.getKey();
      String descriptor = Type.getMethodDescriptor(method);
      String called = Type.getMethodDescriptor(entry.getValue());
      Type[] wanted = Type.getArgumentTypes(called);
      MethodVisitor code =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC,
              method.getName(),
              descriptor,
              null,
              Arrays.stream(method.getExceptionTypes())
                  .map(Type::getInternalName)
                  .toArray(String[]::new));
      code.visitCode();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, self, "world", field);
      int local = 1;
      Type[] parameters = Type.getArgumentTypes(descriptor);
      for (int i = 0; i < parameters.length; i++) {
        code.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), local);
        local += parameters[i].getSize();
        if (!wanted[i].equals(parameters[i])) {
          code.visitMethodInsn(Opcodes.INVOKESTATIC, VIEW, "of", "([B)L" + VIEW + ";", true);
        }
      }
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, targetName, method.getName(), called, true);
      if (!Type.getReturnType(called).equals(Type.getReturnType(descriptor))) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, VIEWS, "array", "(Ljava/lang/Object;)[B", false);
      }
      end(code, Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
