package dev.mortise.examples.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class OlderAsmTest {
  private static final Path COMPONENT = Path.of("../hello-java/hello.wasm");

  @Test
  void asm_isTheApplicationsOwn() {
    assertThat(Opcodes.class.getProtectionDomain().getCodeSource().getLocation().toString())
        .endsWith("asm-5.2.jar");
    assertThat(Opcodes.class.getFields())
        .extracting("name")
        .contains("ASM5")
        .doesNotContain("ASM6");
  }

  @Test
  void component_runsBesideIt() throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_ABSTRACT, "Example", null, "java/lang/Object", null);
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "run", "()V", null, null).visitEnd();
    writer.visitEnd();
    assertThat(OlderAsm.greetMethods(writer.toByteArray(), COMPONENT))
        .containsExactly("Hello, run!");
  }
}
