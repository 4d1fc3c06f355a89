package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaType;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes {@link dev.mortise.runtime.WitName} where the name in Java is another than that in WIT,
 * and {@link dev.mortise.runtime.Unsigned} where Java would show another number.
 */
final class WitNames {
  private static final String DESCRIPTOR = "Ldev/mortise/runtime/WitName;";

  private static final String UNSIGNED = "Ldev/mortise/runtime/Unsigned;";

  private WitNames() {}

  /** Whatever can be annotated: ASM has no type for it. */
  interface Annotated {
    AnnotationVisitor visitAnnotation(String descriptor, boolean visible);
  }

  static void annotate(Annotated element, String java, String wit) {
    if (!java.equals(wit)) {
      AnnotationVisitor annotation = element.visitAnnotation(DESCRIPTOR, true);
      annotation.visit("value", wit);
      annotation.visitEnd();
    }
  }

  /** Writes the annotation on an element of a type whose bits are unsigned. */
  static void annotate(Annotated element, JavaType type) {
    if (type.isUnsigned()) {
      element.visitAnnotation(UNSIGNED, true).visitEnd();
    }
  }

  static void annotateParameters(MethodVisitor method, List<Member> params) {
    for (int i = 0; i < params.size(); i++) {
      int index = i;
      annotate(
          (descriptor, visible) -> method.visitParameterAnnotation(index, descriptor, visible),
          params.get(i).name(),
          params.get(i).wit());
      annotate(
          (descriptor, visible) -> method.visitParameterAnnotation(index, descriptor, visible),
          params.get(i).type());
    }
  }
}
