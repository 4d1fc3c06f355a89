package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the classes that implement the Java interfaces of what a component exports: interfaces,
 * resources, and the world. Their methods pass on to the lifted functions, which an object of the
 * unit's class has in its fields.
 */
final class ImplementationEmitter {
  private final String unit;
  private final Forms forms;

  /** The fields of the unit that hold what the methods call. */
  private final Map<MethodDecl, UnitEmitter.Field> fields;

  ImplementationEmitter(String unit, Forms forms, Map<MethodDecl, UnitEmitter.Field> fields) {
    this.unit = unit;
    this.forms = forms;
    this.fields = fields;
  }

  /** The class of an exported interface. */
  byte[] implementation(String self, ClassName implemented, List<MethodDecl> methods) {
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, implemented.internalName());
    ClassFiles.field(writer, "unit", "L" + unit + ";");
    MethodVisitor code = constructor(writer, "(" + Names.OBJECT_DESCRIPTOR + ")V");
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    finishConstructor(code, self, 1);
    methods.forEach(method -> method(writer, self, method, false));
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The class of an exported resource. */
  byte[] resource(String self, ClassName implemented, List<MethodDecl> methods) {
    ClassWriter writer = ClassFiles.writer(self, Names.GUEST_RESOURCE, implemented.internalName());
    ClassFiles.field(writer, "unit", "L" + unit + ";");
    MethodVisitor code =
        constructor(writer, "(" + Names.OBJECT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")V");
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        Names.GUEST_RESOURCE,
        "<init>",
        "(" + Names.OBJECT_DESCRIPTOR + ")V",
        false);
    finishConstructor(code, self, 2);
    methods.forEach(method -> method(writer, self, method, true));
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The class of the world, whose interfaces come in an array in the order of the accessors. */
  byte[] world(String self, WorldDecl world) {
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, world.name().internalName());
    ClassFiles.field(writer, "unit", "L" + unit + ";");
    MethodVisitor code =
        constructor(writer, "(" + Names.OBJECT_DESCRIPTOR + "[" + Names.OBJECT_DESCRIPTOR + ")V");
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    for (int i = 0; i < world.accessors().size(); i++) {
      String type = world.accessors().get(i).type().internalName();
      ClassFiles.field(writer, "interface" + i, "L" + type + ";");
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 2);
      dev.mortise.loader.compile.Words.push(code, i);
      code.visitInsn(Opcodes.AALOAD);
      code.visitTypeInsn(Opcodes.CHECKCAST, type);
      code.visitFieldInsn(Opcodes.PUTFIELD, self, "interface" + i, "L" + type + ";");
    }
    finishConstructor(code, self, 1);
    for (int i = 0; i < world.accessors().size(); i++) {
      accessor(writer, self, world.accessors().get(i), i);
    }
    world.methods().forEach(method -> method(writer, self, method, false));
    MethodVisitor close = writer.visitMethod(Opcodes.ACC_PUBLIC, "close", "()V", null, null);
    close.visitCode();
    close.visitInsn(Opcodes.RETURN);
    ClassFiles.end(close);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void accessor(
      ClassWriter writer, String self, WorldDecl.Accessor accessor, int index) {
    String type = "L" + accessor.type().internalName() + ";";
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, accessor.name(), "()" + type, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "interface" + index, type);
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  private static MethodVisitor constructor(ClassWriter writer, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    return code;
  }

  private void finishConstructor(MethodVisitor code, String self, int unitLocal) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, unitLocal);
    code.visitTypeInsn(Opcodes.CHECKCAST, unit);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, "unit", "L" + unit + ";");
    code.visitInsn(Opcodes.RETURN);
    ClassFiles.end(code);
  }

  private void method(ClassWriter writer, String self, MethodDecl method, boolean ofResource) {
    UnitEmitter.Field field = fields.get(method);
    if (field == null) {
      throw new IllegalStateException("no lifted function for " + method.wit());
    }
    Type result = Type.getType(method.result().descriptor());
    Type[] params =
        method.params().stream().map(p -> Type.getType(p.type().descriptor())).toArray(Type[]::new);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            method.name(),
            Type.getMethodDescriptor(result, params),
            null,
            null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "unit", "L" + unit + ";");
    code.visitFieldInsn(Opcodes.GETFIELD, unit, field.name(), "L" + field.type() + ";");
    if (field.type().equals(Names.FUNCTION_OBJECT)) {
      callFunction(code, params, result, ofResource);
      return;
    }
    if (ofResource) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    int local = 1;
    for (Type param : params) {
      code.visitVarInsn(param.getOpcode(Opcodes.ILOAD), local);
      local += param.getSize();
    }
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, field.type(), "call", LiftEmitter.descriptor(method, forms), false);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    ClassFiles.end(code);
  }

  /** Calls the function on the stack with the arguments in an array. */
  private static void callFunction(
      MethodVisitor code, Type[] params, Type result, boolean ofResource) {
    int first = ofResource ? 1 : 0;
    Body body = new Body(code, 1, new Listing("method", "values"));
    body.push(params.length + first);
    code.visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
    if (ofResource) {
      code.visitInsn(Opcodes.DUP);
      body.push(0);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitInsn(Opcodes.AASTORE);
    }
    int local = 1;
    for (int i = 0; i < params.length; i++) {
      code.visitInsn(Opcodes.DUP);
      body.push(i + first);
      body.load(params[i], local);
      Boxes.box(body, params[i]);
      code.visitInsn(Opcodes.AASTORE);
      local += params[i].getSize();
    }
    body.invokeInterface(
        Names.FUNCTION_OBJECT,
        "apply",
        "(" + Names.OBJECT_DESCRIPTOR + ")" + Names.OBJECT_DESCRIPTOR);
    if (result.equals(Type.VOID_TYPE)) {
      code.visitInsn(Opcodes.POP);
    } else {
      Boxes.unbox(body, result);
    }
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    ClassFiles.end(code);
  }
}
