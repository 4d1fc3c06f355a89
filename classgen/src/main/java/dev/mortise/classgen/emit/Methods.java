package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Descriptors and signatures of methods, and the declaration of abstract ones. */
final class Methods {
  private Methods() {}

  /** Declares an abstract method with its parameters' names. */
  static void declare(ClassWriter writer, MethodDecl method) {
    ClassName thrown = method.thrown();
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
            method.name(),
            descriptor(types(method.params()), method.result()),
            signature(types(method.params()), method.result()),
            thrown == null ? null : new String[] {thrown.internalName()});
    method.params().forEach(p -> code.visitParameter(p.name(), 0));
    WitNames.annotate(code::visitAnnotation, method.name(), method.wit());
    WitNames.annotate(code::visitAnnotation, method.result());
    WitNames.annotateParameters(code, method.params());
    code.visitEnd();
  }

  static List<JavaType> types(List<Member> members) {
    return members.stream().map(Member::type).toList();
  }

  static String descriptor(List<JavaType> params, JavaType result) {
    return params.stream().map(JavaType::descriptor).collect(Collectors.joining("", "(", ")"))
        + result.descriptor();
  }

  /** The generic signature, or null where nothing is generic. */
  static @Nullable String signature(List<JavaType> params, JavaType result) {
    String descriptor = descriptor(params, result);
    String signature =
        params.stream().map(JavaType::signature).collect(Collectors.joining("", "(", ")"))
            + result.signature();
    return signature.equals(descriptor) ? null : signature;
  }

  /** The generic signature of a type, or null where nothing is generic. */
  static @Nullable String signature(JavaType type) {
    return type.signature().equals(type.descriptor()) ? null : type.signature();
  }

  /** The instruction that loads a local variable of a type. */
  static int load(JavaType type) {
    return switch (type) {
      case JavaType.Primitive primitive ->
          switch (primitive) {
            case VOID -> throw new IllegalArgumentException("void");
            case BOOLEAN, BYTE, SHORT, INT -> Opcodes.ILOAD;
            case LONG, UNSIGNED_LONG -> Opcodes.LLOAD;
            case FLOAT -> Opcodes.FLOAD;
            case DOUBLE -> Opcodes.DLOAD;
          };
      default -> Opcodes.ALOAD;
    };
  }

  /** The instruction that returns a value of a type. */
  static int ret(JavaType type) {
    return type == JavaType.Primitive.VOID
        ? Opcodes.RETURN
        : load(type) + (Opcodes.IRETURN - Opcodes.ILOAD);
  }

  /** How many local variables a value of a type takes. */
  static int slots(JavaType type) {
    return type.descriptor().equals("J") || type.descriptor().equals("D") ? 2 : 1;
  }
}
