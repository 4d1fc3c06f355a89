package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.mortise.loader.compile.ImportStubs;
import dev.mortise.loader.compile.Words;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the classes of functions that are not compiled, and what else compiled ones call. */
final class StubClasses {
  /** The methods that make an array of several results. */
  static final String RESULTS = "words";

  /** The descriptor of a method by which a machine calls a function. */
  static final String CALL_BY_WORDS =
      "(L" + CoreSignature.INSTANCE + ";L" + CoreSignature.MEMORY + ";[J)[J";

  private static final String LAZY_MACHINE = "dev/mortise/runtime/engine/chicory/stub/LazyMachine";
  private static final int STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  /** The array twice, an index and a value of two words. */
  private static final int ARRAY_STACK = 5;

  private final String prefix;

  StubClasses(String prefix) {
    this.prefix = prefix;
  }

  /** A function that another instance or the host supplies. */
  byte[] imported(int function, CoreSignature signature) {
    ClassWriter writer = writer(new ClassPart.Function(function).suffix());
    ImportStubs.stub(
        writer.visitMethod(
            STATIC, FunctionRenamer.method(function), signature.descriptor(), null, null),
        function,
        signature.descriptor());
    return finish(writer);
  }

  /** A function that is interpreted, which it leaves to the machine. */
  byte[] interpreted(int function, CoreSignature signature) {
    ClassWriter writer = writer(new ClassPart.Function(function).suffix());
    MethodVisitor code =
        writer.visitMethod(
            STATIC, FunctionRenamer.method(function), signature.descriptor(), null, null);
    code.visitCode();
    words(code, signature, 0);
    interpret(code, function, signature.width() + 1);
    Words.unbox(code, signature.result());
    end(code, signature.result().getOpcode(Opcodes.IRETURN));
    code = writer.visitMethod(STATIC, FunctionRenamer.CALL, CALL_BY_WORDS, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 2);
    interpret(code, function, 0);
    end(code, Opcodes.ARETURN);
    return finish(writer);
  }

  private static void interpret(MethodVisitor code, int function, int instance) {
    Words.push(code, function);
    code.visitVarInsn(Opcodes.ALOAD, instance);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        LAZY_MACHINE,
        "interpret",
        "([JIL" + CoreSignature.INSTANCE + ";)[J",
        true);
  }

  /** Pushes the core parameters, which begin at a local variable, as words. */
  static void words(MethodVisitor code, CoreSignature signature, int first) {
    if (signature.isBoxed()) {
      code.visitVarInsn(Opcodes.ALOAD, first);
    } else {
      Words.array(code, signature.parameters().toArray(Type[]::new), first);
    }
  }

  /** A method for each kind of several results that functions of the module have. */
  byte[] results(Iterable<FunctionType> types) {
    ClassWriter writer = writer(new ClassPart.Results().suffix());
    Set<String> written = new HashSet<>();
    for (FunctionType type : types) {
      CoreSignature signature = CoreSignature.of(type);
      if (signature == null || signature.results().size() < 2) {
        continue;
      }
      String descriptor =
          Type.getMethodDescriptor(CoreSignature.WORDS, signature.results().toArray(Type[]::new));
      if (written.add(descriptor)) {
        results(writer, descriptor);
      }
    }
    return finish(writer);
  }

  /** A method that makes an array of the results that it gets. */
  static void results(ClassVisitor writer, String descriptor) {
    MethodVisitor code = writer.visitMethod(STATIC, RESULTS, descriptor, null, null);
    code.visitCode();
    Words.array(code, Type.getArgumentTypes(descriptor), 0);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(ARRAY_STACK, Type.getArgumentsAndReturnSizes(descriptor) >> 2);
    code.visitEnd();
  }

  private ClassWriter writer(String suffix) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        prefix + suffix,
        null,
        "java/lang/Object",
        null);
    return writer;
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static byte[] finish(ClassWriter writer) {
    writer.visitEnd();
    return writer.toByteArray();
  }
}
