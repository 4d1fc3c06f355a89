package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the classes of interfaces and of the types that they declare. */
public final class DeclarationEmitter {
  private static final String NULL_MARKED = "Lorg/jspecify/annotations/NullMarked;";

  private final Map<String, byte[]> classes = new TreeMap<>();
  private final Nest nest;

  private DeclarationEmitter(Nest nest) {
    this.nest = nest;
  }

  /** The class files of a model's interfaces, by internal name. */
  public static Map<String, byte[]> emit(JavaModel model) {
    Map<String, byte[]> classes = new TreeMap<>();
    for (InterfaceDecl declaration : model.topLevel()) {
      DeclarationEmitter emitter = new DeclarationEmitter(Nest.of(declaration));
      emitter.emit(declaration);
      classes.putAll(emitter.classes);
    }
    if (model.hasWorld()) {
      DeclarationEmitter emitter = new DeclarationEmitter(Nest.ofWorld(model));
      emitter.world(model);
      model.inWorld().forEach(emitter::emit);
      classes.putAll(emitter.classes);
    }
    return classes;
  }

  private void world(JavaModel model) {
    WorldDecl world = model.world();
    ClassWriter writer =
        interfaceWriter(
            world.name(), world.name().simpleName(), "java/lang/AutoCloseable", List.of());
    for (WorldDecl.Accessor accessor : world.accessors()) {
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
              accessor.name(),
              "()L" + accessor.type().internalName() + ";",
              null,
              null);
      WitNames.annotate(method::visitAnnotation, accessor.name(), accessor.wit());
      method.visitEnd();
    }
    world.methods().forEach(method -> Methods.declare(writer, method));
    writer
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "close", "()V", null, null)
        .visitEnd();
    InstantiateMethods.emit(writer, model);
    finish(world.name(), writer);
    world.types().forEach(this::emit);
  }

  private void emit(InterfaceDecl declaration) {
    ClassWriter writer = interfaceWriter(declaration.name(), declaration.wit(), null, List.of());
    declaration.methods().forEach(method -> Methods.declare(writer, method));
    finish(declaration.name(), writer);
    declaration.types().forEach(this::emit);
  }

  private void emit(TypeDecl type) {
    switch (type) {
      case RecordDecl record ->
          finish(
              record.name(),
              RecordEmitter.emit(record.name(), record.wit(), record.components(), null, nest));
      case VariantDecl variant -> emit(variant);
      case EnumDecl constants -> finish(constants.name(), EnumEmitter.emit(constants, nest));
      case ResourceDecl resource -> emit(resource);
      case ExceptionDecl exception ->
          finish(exception.name(), ExceptionEmitter.emit(exception, nest));
    }
  }

  private void emit(ResourceDecl resource) {
    ClassWriter writer =
        interfaceWriter(resource.name(), resource.wit(), "java/lang/AutoCloseable", List.of());
    for (MethodDecl method : resource.methods()) {
      Methods.declare(writer, method);
    }
    writer
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "close", "()V", null, null)
        .visitEnd();
    finish(resource.name(), writer);
  }

  private void emit(VariantDecl variant) {
    List<ClassName> cases = variant.cases().stream().map(VariantDecl.Case::name).toList();
    finish(variant.name(), interfaceWriter(variant.name(), variant.wit(), null, cases));
    for (VariantDecl.Case c : variant.cases()) {
      var payload = c.payload();
      List<JavaModel.Member> components =
          payload == null ? List.of() : List.of(new JavaModel.Member("value", "value", payload));
      finish(c.name(), RecordEmitter.emit(c.name(), c.wit(), components, variant.name(), nest));
    }
  }

  private ClassWriter interfaceWriter(
      ClassName name, String wit, @Nullable String superInterface, List<ClassName> permitted) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE,
        name.internalName(),
        null,
        "java/lang/Object",
        superInterface == null ? null : new String[] {superInterface});
    if (name.simpleNames().size() == 1) {
      writer.visitAnnotation(NULL_MARKED, true).visitEnd();
    }
    WitNames.annotate(writer::visitAnnotation, name.simpleName(), wit);
    nest.describe(writer, name);
    permitted.forEach(c -> writer.visitPermittedSubclass(c.internalName()));
    return writer;
  }

  private void finish(ClassName name, ClassWriter writer) {
    writer.visitEnd();
    classes.put(name.internalName(), writer.toByteArray());
  }
}
