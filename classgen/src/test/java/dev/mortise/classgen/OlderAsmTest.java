package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** An application's own ASM comes first on the class path, and is older than ours. */
class OlderAsmTest {

  @Test
  void asm9_0_willDo() throws Exception {
    ChildJvm.Outcome outcome = callWith("asm-9.0.jar");
    assertThat(outcome.output()).contains("asm-9.0.jar", "sum 42");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void asm5_2_isRefusedWithWhatToDo() throws Exception {
    ChildJvm.Outcome outcome = callWith("asm-5.2.jar");
    assertThat(outcome.output())
        .contains("[old-asm] class path: expected ASM 9.0 or newer, found")
        .contains("asm-5.2.jar")
        .contains("mortise-standalone");
    assertThat(outcome.exitCode()).isNotZero();
  }

  private static ChildJvm.Outcome callWith(String asm) throws Exception {
    Path jar = Path.of("target/older-asm", asm).toAbsolutePath();
    assertThat(jar).exists();
    String classPath = jar + File.pathSeparator + System.getProperty("java.class.path");
    return ChildJvm.run(List.of("-cp", classPath), Add.class);
  }

  /** Says which ASM there is, and calls a component. */
  static final class Add {
    private Add() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(Opcodes.class.getProtectionDomain().getCodeSource().getLocation());
      TypedComponent component = Guests.load("calls");
      Object world = component.instantiate(Guests.imports(component, (proxy, method, args) -> 7L));
      System.out.println(
          "sum "
              + component.world().getMethod("add", long.class, long.class).invoke(world, 20L, 22L));
    }
  }
}
