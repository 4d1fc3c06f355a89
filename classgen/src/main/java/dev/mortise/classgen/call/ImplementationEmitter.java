package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.classgen.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  private final Views views;

  ImplementationEmitter(
      String unit, Forms forms, Map<MethodDecl, UnitEmitter.Field> fields, Views views) {
    this.unit = unit;
    this.forms = forms;
    this.fields = fields;
    this.views = views;
  }

  /** The interfaces that a class shows: the declared one, and one written by hand. */
  private static String[] interfaces(ClassName declared, Views.@Nullable Implemented more) {
    List<String> names = new ArrayList<>(List.of(declared.internalName()));
    if (more != null) {
      names.add(more.name());
    }
    return names.toArray(String[]::new);
  }

  /** The class of an exported interface. */
  byte[] implementation(String self, ClassName implemented, List<MethodDecl> methods) {
    Views.Implemented more = views.of(implemented);
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, interfaces(implemented, more));
    ClassFiles.field(writer, "unit", "L" + unit + ";");
    MethodVisitor code = constructor(writer, "(" + Names.OBJECT_DESCRIPTOR + ")V");
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
    finishConstructor(code, self, 1);
    methods.forEach(method -> method(writer, self, method, false));
    if (more != null) {
      more.methods().forEach(view -> view(writer, self, view));
    }
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
    Views.Implemented more = views.of(world.name());
    ClassWriter writer = ClassFiles.writer(self, Names.OBJECT, interfaces(world.name(), more));
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
    if (more != null) {
      more.methods().forEach(view -> view(writer, self, view));
      more.accessors().forEach(accessor -> accessor(writer, self, world, accessor));
    }
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

  /** An accessor under the interface that somebody wrote by hand, which the object has too. */
  private static void accessor(
      ClassWriter writer, String self, WorldDecl world, Views.Accessor accessor) {
    WorldDecl.Accessor declared =
        world.accessors().stream()
            .filter(a -> a.name().equals(accessor.name()))
            .findFirst()
            .orElseThrow();
    String descriptor = "L" + declared.type().internalName() + ";";
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, accessor.name(), "()L" + accessor.type() + ";", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(
        Opcodes.GETFIELD, self, "interface" + world.accessors().indexOf(declared), descriptor);
    code.visitTypeInsn(Opcodes.CHECKCAST, accessor.type());
    code.visitInsn(Opcodes.ARETURN);
    ClassFiles.end(code);
  }

  /** A method with views, which is an overload of the lifted function's {@code call}. */
  private void view(ClassWriter writer, String self, ViewMethod view) {
    UnitEmitter.Field field = field(view.declared());
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, view.name(), view.descriptor(), null, null);
    code.visitCode();
    if (field.type().equals(Names.FUNCTION_OBJECT)) {
      viewByValues(code, self, view);
    } else {
      loadField(code, self, field);
      load(code, Type.getArgumentTypes(view.descriptor()));
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, field.type(), "call", view.descriptor(), false);
    }
    code.visitInsn(view.returned().getOpcode(Opcodes.IRETURN));
    ClassFiles.end(code);
  }

  /** Calls the declared method with arrays: the function has no code of its own. */
  private static void viewByValues(MethodVisitor code, String self, ViewMethod view) {
    Body body = new Body(code, 1, new Listing("method", "values"));
    MethodDecl declared = view.declared();
    Type result = Type.getType(declared.result().descriptor());
    Type[] plain =
        declared.params().stream()
            .map(p -> Type.getType(p.type().descriptor()))
            .toArray(Type[]::new);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    int local = 1;
    for (int i = 0; i < plain.length; i++) {
      body.load(plain[i], local);
      if (view.isView(i)) {
        body.invokeStatic(Names.VIEWS, "array", "(" + Names.OBJECT_DESCRIPTOR + ")[B");
      }
      local += plain[i].getSize();
    }
    body.invokeVirtual(self, declared.name(), Type.getMethodDescriptor(result, plain));
    if (view.lends()) {
      Lending.ofArray(body);
      Lending.lend(body, view, local);
      Lending.outcome(body, view);
    }
  }

  private UnitEmitter.Field field(MethodDecl method) {
    UnitEmitter.Field field = fields.get(method);
    if (field == null) {
      throw new IllegalStateException("no lifted function for " + method.wit());
    }
    return field;
  }

  private void loadField(MethodVisitor code, String self, UnitEmitter.Field field) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "unit", "L" + unit + ";");
    code.visitFieldInsn(Opcodes.GETFIELD, unit, field.name(), "L" + field.type() + ";");
  }

  private static void load(MethodVisitor code, Type[] params) {
    int local = 1;
    for (Type param : params) {
      code.visitVarInsn(param.getOpcode(Opcodes.ILOAD), local);
      local += param.getSize();
    }
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
    UnitEmitter.Field field = field(method);
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
    loadField(code, self, field);
    if (field.type().equals(Names.FUNCTION_OBJECT)) {
      callFunction(code, params, result, ofResource);
      return;
    }
    if (ofResource) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
    load(code, params);
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
