package dev.mortise.loader.compile;

import dev.mortise.runtime.engine.Allocator;
import dev.mortise.runtime.engine.Destructor;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the two classes of a signature: the abstract one, and one that calls any core function by
 * it.
 */
public final class SignatureClasses {
  /** The package of the classes. */
  public static final String PACKAGE = "dev.mortise.guest.signature";

  private static final String INTERNAL_PACKAGE = PACKAGE.replace('.', '/') + "/";
  private static final String SUPER = Type.getInternalName(TypedFunction.class);
  private static final String FUNCTION = "dev/mortise/runtime/engine/CoreFunction";
  private static final String WORDS = "([J)[J";

  /** The signature of {@code realloc}, by which the run time calls as well. */
  private static final String ALLOCATOR = "(IIII)I";

  /** That of a destructor. */
  private static final String DESTRUCTOR = "(I)V";

  private static final String BOXED = "_Boxed";

  private final String descriptor;
  private final String self;

  private SignatureClasses(String descriptor) {
    this.descriptor = descriptor;
    self = internalName(descriptor);
  }

  /** The abstract class of a signature. */
  public static byte[] abstractClass(String descriptor) {
    return new SignatureClasses(descriptor).signature();
  }

  /** The class that calls a core function, which its constructor takes. */
  public static byte[] boxedClass(String descriptor) {
    return new SignatureClasses(descriptor).boxed();
  }

  /**
   * The name of the abstract class in class files: {@code FIJ_I} for {@code (IJ)I}, in {@link
   * #PACKAGE}.
   */
  public static String internalName(String descriptor) {
    int end = descriptor.indexOf(')');
    return INTERNAL_PACKAGE
        + "F"
        + descriptor.substring(1, end)
        + "_"
        + descriptor.substring(end + 1).replace("[J", "A");
  }

  /** The name of the class that calls any core function. */
  public static String boxedName(String descriptor) {
    return internalName(descriptor) + BOXED;
  }

  /** The signature of a class of that name in class files. */
  public static String descriptor(String internalName) {
    String simpleName = internalName.substring(INTERNAL_PACKAGE.length());
    int end = simpleName.indexOf('_');
    int boxed = simpleName.indexOf(BOXED);
    return "("
        + simpleName.substring(1, end)
        + ")"
        + simpleName.substring(end + 1, boxed < 0 ? simpleName.length() : boxed).replace("A", "[J");
  }

  private byte[] signature() {
    ClassWriter writer = writer(Opcodes.ACC_ABSTRACT, self, SUPER);
    constructor(writer, SUPER, false);
    writer
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "call", descriptor, null, null)
        .visitEnd();
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "call", WORDS, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    Type[] parameters = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < parameters.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
      Words.push(code, i);
      code.visitInsn(Opcodes.LALOAD);
      Words.fromWord(code, parameters[i]);
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, self, "call", descriptor, false);
    Words.box(code, Type.getReturnType(descriptor), 2);
    code.visitInsn(Opcodes.ARETURN);
    return finish(writer, code);
  }

  private byte[] boxed() {
    ClassWriter writer = writer(Opcodes.ACC_FINAL, boxedName(descriptor), self);
    writer
        .visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "function", "L" + FUNCTION + ";", null, null)
        .visitEnd();
    constructor(writer, self, true);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "call", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, boxedName(descriptor), "function", "L" + FUNCTION + ";");
    Words.array(code, Type.getArgumentTypes(descriptor), 1);
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, FUNCTION, "call", WORDS, true);
    Type result = Type.getReturnType(descriptor);
    Words.unbox(code, result);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    return finish(writer, code);
  }

  private ClassWriter writer(int access, String name, String superName) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | access,
        name,
        null,
        superName,
        calledByRuntime(descriptor));
    return writer;
  }

  /** The interface by which the run time calls functions of a signature, or null. */
  private static String @Nullable [] calledByRuntime(String descriptor) {
    return switch (descriptor) {
      case ALLOCATOR -> new String[] {Type.getInternalName(Allocator.class)};
      case DESTRUCTOR -> new String[] {Type.getInternalName(Destructor.class)};
      default -> null;
    };
  }

  private void constructor(ClassWriter writer, String superName, boolean boxed) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "<init>", boxed ? "(L" + FUNCTION + ";)V" : "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
    if (boxed) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitFieldInsn(
          Opcodes.PUTFIELD, boxedName(descriptor), "function", "L" + FUNCTION + ";");
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static byte[] finish(ClassWriter writer, MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
