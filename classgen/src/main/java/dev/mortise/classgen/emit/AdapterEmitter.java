package dev.mortise.classgen.emit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes a class that implements an interface by the methods of another of the same types. */
public final class AdapterEmitter {
  /** The package of the classes. */
  public static final String PACKAGE = "dev.mortise.guest.world";

  private AdapterEmitter() {}

  /**
   * The class file.
   *
   * @param name the simple name
   * @param target the interface of the objects that it adapts, which its constructor takes
   * @param implemented the interface that it implements
   * @param methods the methods of that interface
   */
  public static byte[] emit(
      String name, Class<?> target, Class<?> implemented, List<Method> methods) {
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
    for (Method method : methods) {
      String descriptor = Type.getMethodDescriptor(method);
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
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
        local += parameter.getSize();
      }
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, targetName, method.getName(), descriptor, true);
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
