package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.Member;
import dev.mortise.classgen.mapping.JavaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Writes a record class (JLS 8.10). */
final class RecordEmitter {
  private static final Handle OBJECT_METHODS =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/runtime/ObjectMethods",
          "bootstrap",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;"
              + "[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;",
          false);

  private final String self;
  private final List<Member> components;
  private final ClassWriter writer =
      new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);

  private RecordEmitter(ClassName name, List<Member> components) {
    this.self = name.internalName();
    this.components = components;
  }

  /** The class; of a variant's case, with the interface of the variant. */
  static ClassWriter emit(
      ClassName name, String wit, List<Member> components, @Nullable ClassName variant, Nest nest) {
    RecordEmitter emitter = new RecordEmitter(name, components);
    emitter.write(name, wit, variant, nest);
    return emitter.writer;
  }

  private void write(ClassName name, String wit, @Nullable ClassName variant, Nest nest) {
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_RECORD,
        self,
        null,
        "java/lang/Record",
        variant == null ? null : new String[] {variant.internalName()});
    WitNames.annotate(writer::visitAnnotation, name.simpleName(), wit);
    nest.describe(writer, name);
    writer.visitInnerClass(
        "java/lang/invoke/MethodHandles$Lookup",
        "java/lang/invoke/MethodHandles",
        "Lookup",
        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL);
    for (Member component : components) {
      String descriptor = component.type().descriptor();
      String signature = Methods.signature(component.type());
      RecordComponentVisitor declared =
          writer.visitRecordComponent(component.name(), descriptor, signature);
      WitNames.annotate(declared::visitAnnotation, component.name(), component.wit());
      WitNames.annotate(declared::visitAnnotation, component.type());
      declared.visitEnd();
      FieldVisitor field =
          writer.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              component.name(),
              descriptor,
              signature,
              null);
      WitNames.annotate(field::visitAnnotation, component.name(), component.wit());
      WitNames.annotate(field::visitAnnotation, component.type());
      field.visitEnd();
    }
    constructor();
    components.forEach(this::accessor);
    objectMethod("toString", "()Ljava/lang/String;");
    objectMethod("hashCode", "()I");
    objectMethod("equals", "(Ljava/lang/Object;)Z");
  }

  private void constructor() {
    List<JavaType> types = Methods.types(components);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "<init>",
            Methods.descriptor(types, JavaType.Primitive.VOID),
            Methods.signature(types, JavaType.Primitive.VOID),
            null);
    components.forEach(c -> code.visitParameter(c.name(), Opcodes.ACC_MANDATED));
    WitNames.annotateParameters(code, components);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Record", "<init>", "()V", false);
    int local = 1;
    for (Member component : components) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Methods.load(component.type()), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, self, component.name(), component.type().descriptor());
      local += Methods.slots(component.type());
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void accessor(Member component) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            component.name(),
            Methods.descriptor(List.of(), component.type()),
            Methods.signature(List.of(), component.type()),
            null);
    WitNames.annotate(code::visitAnnotation, component.name(), component.wit());
    WitNames.annotate(code::visitAnnotation, component.type());
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, component.name(), component.type().descriptor());
    code.visitInsn(Methods.ret(component.type()));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void objectMethod(String name, String descriptor) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    if (name.equals("equals")) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
    }
    Object[] arguments = new Object[components.size() + 2];
    arguments[0] = Type.getObjectType(self);
    arguments[1] = components.stream().map(Member::name).collect(Collectors.joining(";"));
    for (int i = 0; i < components.size(); i++) {
      Member component = components.get(i);
      arguments[i + 2] =
          new Handle(
              Opcodes.H_GETFIELD, self, component.name(), component.type().descriptor(), false);
    }
    code.visitInvokeDynamicInsn(
        name, "(L" + self + ";" + descriptor.substring(1), OBJECT_METHODS, arguments);
    code.visitInsn(
        switch (name) {
          case "toString" -> Opcodes.ARETURN;
          default -> Opcodes.IRETURN;
        });
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
