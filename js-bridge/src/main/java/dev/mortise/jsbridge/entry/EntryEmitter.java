package dev.mortise.jsbridge.entry;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes an entry class.
 *
 * <p>What runs a component stands apart from the method that JavaScript calls, which reaches it by
 * a method handle in a field that is not final. The compiler of JavaScript follows a call of Java's
 * as far as it can tell where it goes, and when all of that is more than it takes, it takes
 * nothing: the call then passes its arguments in an array of objects, to code that suits any
 * method. Here it always finds an end, and what comes after is left to Java's own compiler.
 */
final class EntryEmitter {
  private static final Type HANDLE = Type.getType(MethodHandle.class);
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
    ops.ops().values().forEach(op -> method(writer, self, op));
    handles(writer, self, ops.ops().values().stream().filter(Op::apart).toList());
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

  private static void method(ClassWriter writer, String self, Op op) {
    MethodVisitor visitor =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, op.name(), op.descriptor(), null, null);
    visitor.visitAnnotation(Type.getDescriptor(HostAccess.Export.class), true).visitEnd();
    visitor.visitCode();
    if (op.apart()) {
      handOn(new OpCode(visitor), self, op);
      body(writer, op);
    } else {
      op.body().accept(new OpCode(visitor));
    }
    end(visitor);
  }

  private static void handOn(OpCode code, String self, Op op) {
    code.field(Opcodes.GETSTATIC, self, handle(op), HANDLE);
    code.load(OBJECT, 0);
    int local = 1;
    for (Type param : op.params()) {
      local = code.load(param, local);
    }
    code.invokeVirtual(
        HANDLE.getInternalName(),
        "invokeExact",
        op.descriptor().replace("(", "(" + Type.getObjectType(self).getDescriptor()));
    code.returns(op.result());
  }

  private static void body(ClassWriter writer, Op op) {
    MethodVisitor visitor =
        writer.visitMethod(Opcodes.ACC_PRIVATE, apart(op), op.descriptor(), null, null);
    visitor.visitCode();
    op.body().accept(new OpCode(visitor));
    end(visitor);
  }

  /** Fills the fields of the handles. */
  private static void handles(ClassWriter writer, String self, List<Op> apart) {
    MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    for (Op op : apart) {
      writer
          .visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
              handle(op),
              HANDLE.getDescriptor(),
              null,
              null)
          .visitEnd();
      visitor.visitLdcInsn(
          new Handle(Opcodes.H_INVOKEVIRTUAL, self, apart(op), op.descriptor(), false));
      code.field(Opcodes.PUTSTATIC, self, handle(op), HANDLE);
    }
    code.returns(Type.VOID_TYPE);
    end(visitor);
  }

  private static String apart(Op op) {
    return "run$" + op.name();
  }

  private static String handle(Op op) {
    return "handle$" + op.name();
  }
}
