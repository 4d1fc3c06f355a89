package dev.mortise.examples.asm;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.runtime.Imports;
import hello.Hello;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lists a class's methods with the ASM of this application, which is a decade old, and greets each
 * by a typed component, whose code Mortise makes with a newer one.
 */
public final class OlderAsm {
  private OlderAsm() {}

  /** A greeting for each method of a class file, which must be one of Java 8 or older. */
  public static List<String> greetMethods(byte[] classFile, Path component) throws IOException {
    List<String> methods = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM5) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                methods.add(name);
                return super.visitMethod(access, name, type, signature, exceptions);
              }
            },
            0);
    try (Hello hello = TypedComponent.load(component).as(Hello.class).instantiate(Imports.NONE)) {
      return methods.stream().map(hello::greet).toList();
    }
  }
}
