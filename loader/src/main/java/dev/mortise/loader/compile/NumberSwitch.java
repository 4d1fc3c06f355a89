package dev.mortise.loader.compile;

import java.util.function.IntConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The code of methods that return an object for a number, or null. */
public final class NumberSwitch {
  private NumberSwitch() {}

  /**
   * Writes all the code of such a method, to its return, whose first parameter is the number.
   *
   * @param numbers the numbers, in order
   * @param push writes what pushes the object for a number
   */
  public static void write(MethodVisitor code, int[] numbers, IntConsumer push) {
    if (numbers.length > 0) {
      Label[] labels = new Label[numbers.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = new Label();
      }
      Label none = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 1);
      code.visitLookupSwitchInsn(none, numbers, labels);
      for (int i = 0; i < labels.length; i++) {
        code.visitLabel(labels[i]);
        push.accept(numbers[i]);
        code.visitInsn(Opcodes.ARETURN);
      }
      code.visitLabel(none);
    }
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
