package dev.mortise.jsbridge.entry;

import dev.mortise.jsbridge.entry.HostClasses.HostClass;
import dev.mortise.jsbridge.entry.HostClasses.HostFunction;
import org.graalvm.polyglot.Value;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of an import: each method passes its arguments to a function of the glue. */
final class HostEmitter {
  private static final Type CALLS = Type.getType(HostCalls.class);
  private static final Type VALUE = Type.getType(Value.class);
  private static final Type OBJECT = Type.getType(Object.class);
  private static final String RESOURCE = Type.getInternalName(HostResource.class);

  private HostEmitter() {}

  /** The name of a class beside that of the entry. */
  static String name(String entry, int number) {
    return entry + "Host" + number;
  }

  static byte[] emit(String self, HostClass host) {
    ClassWriter writer = EntryEmitter.writer();
    String parent = host.resource() ? RESOURCE : OBJECT.getInternalName();
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self,
        null,
        parent,
        new String[] {host.contract().internalName()});
    if (host.resource()) {
      resourceConstructor(writer);
    } else {
      writer
          .visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "calls", descriptor(), null, null)
          .visitEnd();
      constructor(writer, self);
    }
    host.functions().forEach(function -> method(writer, self, function));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String descriptor() {
    return CALLS.getDescriptor();
  }

  private static void constructor(ClassWriter writer, String self) {
    MethodVisitor visitor =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + descriptor() + ")V", null, null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    code.load(OBJECT, 0);
    code.construct(OBJECT);
    code.load(OBJECT, 0);
    code.load(CALLS, 1);
    code.field(Opcodes.PUTFIELD, self, "calls", CALLS);
    end(code);
  }

  private static void resourceConstructor(ClassWriter writer) {
    Type[] params = {CALLS, VALUE};
    MethodVisitor visitor =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "<init>",
            Type.getMethodDescriptor(Type.VOID_TYPE, params),
            null,
            null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    code.load(OBJECT, 0);
    code.load(CALLS, 1);
    code.load(VALUE, 2);
    code.construct(Type.getObjectType(RESOURCE), params);
    end(code);
  }

  private static void end(OpCode code) {
    code.returns(Type.VOID_TYPE);
    EntryEmitter.end(code.visitor());
  }

  private static void method(ClassWriter writer, String self, HostFunction function) {
    MethodVisitor visitor =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            function.method().name(),
            Type.getMethodDescriptor(
                function.result().java(),
                function.params().stream().map(Slot::java).toArray(Type[]::new)),
            null,
            null);
    visitor.visitCode();
    OpCode code = new OpCode(visitor);
    code.load(OBJECT, 0);
    if (function.ofResource()) {
      code.invokeVirtual(self, "calls", "()" + descriptor());
    } else {
      code.field(Opcodes.GETFIELD, self, "calls", CALLS);
    }
    code.push(function.number());
    int first = function.ofResource() ? 1 : 0;
    code.push(function.params().size() + first);
    visitor.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT.getInternalName());
    if (function.ofResource()) {
      code.instruction(Opcodes.DUP);
      code.push(0);
      code.load(OBJECT, 0);
      code.invokeVirtual(self, "object", "()" + VALUE.getDescriptor());
      code.instruction(Opcodes.AASTORE);
    }
    int local = 1;
    for (int i = 0; i < function.params().size(); i++) {
      Slot slot = function.params().get(i);
      code.instruction(Opcodes.DUP);
      code.push(i + first);
      local = code.load(slot.java(), local);
      code.toWire(slot);
      code.box(slot.wire().type());
      code.instruction(Opcodes.AASTORE);
    }
    code.invokeVirtual(
        CALLS.getInternalName(), "call", "(I[Ljava/lang/Object;)" + VALUE.getDescriptor());
    result(code, function.result());
    EntryEmitter.end(visitor);
  }

  private static void result(OpCode code, Slot slot) {
    Wire wire = slot.wire();
    if (wire == Wire.VOID) {
      code.instruction(Opcodes.POP);
    } else {
      String getter =
          switch (wire) {
            case BOOLEAN -> "asBoolean";
            case INT, UNSIGNED_INT, ENUM, FLAGS -> "asInt";
            case LONG -> "asLong";
            case FLOAT, DOUBLE -> "asDouble";
            case STRING -> "asString";
            case OBJECT -> "asHostObject";
            case VOID -> throw new IllegalStateException("nothing to get");
          };
      code.invokeVirtual(VALUE.getInternalName(), getter, Type.getMethodDescriptor(wire.type()));
      code.toJava(slot);
    }
    code.returns(slot.java());
  }
}
