package dev.mortise.jsbridge.entry;

import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes an entry class. */
final class EntryEmitter {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type ENTRY = Type.getType(Entry.class);

  private EntryEmitter() {}

  /** A writer that computes frames without loading classes: what it merges is never called on. */
  static ClassWriter writer() {
    return new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
      @Override
      protected String getCommonSuperClass(String one, String other) {
        return "java/lang/Object";
      }
    };
  }

  static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /**
   * The class file.
   *
   * @param fields the interfaces of the world and of what it exports, in the order of its accessors
   * @param accessors the names of the world's methods that give what it exports
   */
  static byte[] emit(String self, EntryOps ops, List<Type> fields, List<String> accessors) {
    ClassWriter writer = writer();
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        ENTRY.getInternalName(),
        null);
    for (int i = 0; i < fields.size(); i++) {
      writer
          .visitField(Opcodes.ACC_PRIVATE, field(i), fields.get(i).getDescriptor(), null, null)
          .visitEnd();
    }
    constructor(writer);
    attach(writer, self, fields, accessors);
    ops.ops().values().forEach(op -> method(writer, op));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String field(int number) {
    return number == 0 ? "world" : "exported" + (number - 1);
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    code.load(OBJECT, 0);
    code.construct(ENTRY);
    code.returns(Type.VOID_TYPE);
    end(visitor);
  }

  private static void attach(
      ClassWriter writer, String self, List<Type> fields, List<String> accessors) {
    MethodVisitor visitor =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "attach", "(Ljava/lang/Object;)V", null, null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    Type world = fields.get(0);
    for (int i = 0; i < fields.size(); i++) {
      code.load(OBJECT, 0);
      code.load(OBJECT, 1);
      code.cast(world);
      if (i > 0) {
        code.invokeInterface(
            world.getInternalName(), accessors.get(i - 1), Type.getMethodDescriptor(fields.get(i)));
      }
      code.field(Opcodes.PUTFIELD, self, field(i), fields.get(i));
    }
    code.returns(Type.VOID_TYPE);
    end(visitor);
  }

  private static void method(ClassWriter writer, Op op) {
    MethodVisitor visitor =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, op.name(), op.descriptor(), null, null);
    visitor.visitAnnotation(Type.getDescriptor(HostAccess.Export.class), true).visitEnd();
    visitor.visitCode();
    op.body().accept(new OpCode(visitor));
    end(visitor);
  }
}
