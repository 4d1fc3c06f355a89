package dev.mortise.loader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ImportStubsTest {
  /** With the name of a method, what names it, and the call, these are 60,000 constants. */
  private static final int METHODS = 20_000;

  /** A class of functions each of which calls the next. */
  private static byte[] chain() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, 0, "Chain", null, "java/lang/Object", null);
    for (int i = 0; i < METHODS; i++) {
      MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "func_" + i, "()V", null, null);
      code.visitCode();
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, "Chain", "func_" + (i + 1) % METHODS, "()V", false);
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The methods and, after each, those that it calls. */
  private static List<String> names(byte[] bytes) {
    List<String> names = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String method,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                names.add(method);
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String type, boolean isInterface) {
                    names.add(name);
                  }
                };
              }
            },
            0);
    return names;
  }

  @Test
  void classWithoutParts_isAsItWas() {
    byte[] chain = chain();
    ImportStubs stubs = new ImportStubs(0, METHODS, false);
    assertThat(names(stubs.rewrite(chain))).isEqualTo(names(chain));
    assertThat(stubs.functions()).hasSize(METHODS);
  }

  @Test
  void parts_haveOtherNames_whereTheyAreAndAreCalled() {
    ImportStubs stubs = new ImportStubs(0, METHODS - 2, true);
    List<String> names = names(stubs.rewrite(chain()));
    assertThat(names)
        .endsWith("func_19997", "part_19998", "part_19998", "part_19999", "part_19999", "func_0");
    assertThat(stubs.functions()).hasSize(METHODS - 2);
  }

  /** The old names of the parts would be 30,000 constants more. */
  @Test
  void classWithManyConstants_hasNoMoreOfThemForItsParts() {
    ImportStubs stubs = new ImportStubs(0, METHODS / 2, true);
    assertThat(names(stubs.rewrite(chain()))).contains("part_" + METHODS / 2);
  }
}
