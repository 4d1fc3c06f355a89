package dev.mortise.classgen.jar;

import dev.mortise.runtime.error.Diagnostic;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Whether a class that was made before has what a component needs of it. */
public final class ContractCheck {
  private static final String HINT =
      "Make the contract anew from the WIT that the component was built with";

  private ContractCheck() {}

  /**
   * Compares a declaration with the class that takes its place.
   *
   * @param where who has that class, such as {@code module wit.docs.text.v1}
   * @param name the internal name of both
   * @param declared the class file that a component needs
   * @param found the class file that there is, or null
   * @return what is missing, or null
   */
  public static @Nullable Diagnostic of(
      String where, String name, byte[] declared, byte @Nullable [] found) {
    String className = name.replace('/', '.').replace('$', '.');
    Diagnostic diagnostic = Diagnostic.of("contract-mismatch", where);
    if (found == null) {
      return diagnostic.expecting("the class " + className, "none of that name").withHint(HINT);
    }
    Set<String> missing = new TreeSet<>(methods(declared));
    missing.removeAll(methods(found));
    return missing.isEmpty()
        ? null
        : diagnostic
            .expecting(className + " with " + String.join(", ", missing), "one without")
            .withHint(HINT);
  }

  private static Set<String> methods(byte[] bytes) {
    Set<String> methods = new TreeSet<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) == 0) {
                  methods.add(inJava(name, Type.getMethodType(descriptor)));
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return methods;
  }

  /** A method as Java writes it, but for the names of parameters. */
  private static String inJava(String name, Type type) {
    return Arrays.stream(type.getArgumentTypes())
        .map(Type::getClassName)
        .collect(
            Collectors.joining(", ", type.getReturnType().getClassName() + " " + name + "(", ")"));
  }
}
