package dev.mortise.classgen.jar;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.SharedComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the service providers of a component's jar: of its world, and of each interface that it
 * exports. They share one instance, whose imports are services of other modules. An interface that
 * the component imports as well is not provided, since the component would find itself.
 */
final class ServiceEmitter {
  private static final String SUPER = Type.getInternalName(SharedComponent.class);
  private static final String COMPONENT = Type.getDescriptor(GeneratedComponent.class);
  private static final String LOADER = "java/util/ServiceLoader";
  private static final String FIELD = "SHARED";

  private final JavaModel.Entry entry;
  private final ClassName world;
  private final ClassName shared;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> provided = new LinkedHashMap<>();

  private ServiceEmitter(JavaModel.Entry entry, ClassName world) {
    this.entry = entry;
    this.world = world;
    shared = ClassName.of(entry.component().packageName(), "Shared");
  }

  /**
   * The services of a jar.
   *
   * @param files class files by path
   * @param clauses what the module says of them
   */
  record Written(Map<String, byte[]> files, ModuleDescriptor.Services clauses) {}

  /** The classes for a component that has all its classes. */
  static Written emit(JavaModel model) {
    JavaModel.Entry entry = model.entry();
    if (entry == null) {
      throw new IllegalArgumentException(model.world().name() + " has declarations only");
    }
    ServiceEmitter emitter = new ServiceEmitter(entry, model.world().name());
    Set<String> used =
        model.imports().stream()
            .map(wanted -> wanted.type().internalName())
            .collect(Collectors.toCollection(TreeSet::new));
    emitter.shared();
    emitter.service(model.world().name(), null);
    model.world().accessors().stream()
        .filter(accessor -> !used.contains(accessor.type().internalName()))
        .forEach(accessor -> emitter.service(accessor.type(), accessor.name()));
    return new Written(emitter.files, new ModuleDescriptor.Services(used, emitter.provided));
  }

  private void shared() {
    ClassWriter writer = begin(shared, SUPER);
    String descriptor = "L" + shared.internalName() + ";";
    writer
        .visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, FIELD, descriptor, null, null)
        .visitEnd();
    method(
        writer,
        Opcodes.ACC_STATIC,
        "<clinit>",
        "()V",
        code -> {
          code.visitTypeInsn(Opcodes.NEW, shared.internalName());
          code.visitInsn(Opcodes.DUP);
          code.visitMethodInsn(
              Opcodes.INVOKESPECIAL, shared.internalName(), "<init>", "()V", false);
          code.visitFieldInsn(Opcodes.PUTSTATIC, shared.internalName(), FIELD, descriptor);
          code.visitInsn(Opcodes.RETURN);
        });
    method(
        writer,
        Opcodes.ACC_PRIVATE,
        "<init>",
        "()V",
        code -> {
          String component = entry.component().internalName();
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitFieldInsn(
              Opcodes.GETSTATIC, component, JavaModel.Entry.FIELD, "L" + component + ";");
          code.visitMethodInsn(
              Opcodes.INVOKESPECIAL, SUPER, "<init>", "(" + COMPONENT + ")V", false);
          code.visitInsn(Opcodes.RETURN);
        });
    method(
        writer,
        Opcodes.ACC_PROTECTED,
        "services",
        "(Ljava/lang/ModuleLayer;Ljava/lang/Class;)Ljava/lang/Iterable;",
        code -> {
          code.visitVarInsn(Opcodes.ALOAD, 1);
          code.visitVarInsn(Opcodes.ALOAD, 2);
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              LOADER,
              "load",
              "(Ljava/lang/ModuleLayer;Ljava/lang/Class;)L" + LOADER + ";",
              false);
          code.visitInsn(Opcodes.ARETURN);
        });
    end(writer, shared);
  }

  /**
   * A provider.
   *
   * @param accessor the world's method that gives it, or null for the world itself
   */
  private void service(ClassName type, @Nullable String accessor) {
    ClassName self = ClassName.of(shared.packageName(), "Service" + provided.size());
    ClassWriter writer = begin(self, "java/lang/Object");
    method(
        writer,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
        "provider",
        "()L" + type.internalName() + ";",
        code -> {
          code.visitFieldInsn(
              Opcodes.GETSTATIC, shared.internalName(), FIELD, "L" + shared.internalName() + ";");
          code.visitMethodInsn(
              Opcodes.INVOKEVIRTUAL, shared.internalName(), "world", "()Ljava/lang/Object;", false);
          code.visitTypeInsn(Opcodes.CHECKCAST, world.internalName());
          if (accessor != null) {
            code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                world.internalName(),
                accessor,
                "()L" + type.internalName() + ";",
                true);
          }
          code.visitInsn(Opcodes.ARETURN);
        });
    end(writer, self);
    provided.put(type.internalName(), self.internalName());
  }

  private static ClassWriter begin(ClassName self, String superclass) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        self.internalName(),
        null,
        superclass,
        null);
    return writer;
  }

  private static void method(
      ClassWriter writer,
      int access,
      String name,
      String descriptor,
      Consumer<MethodVisitor> body) {
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    body.accept(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void end(ClassWriter writer, ClassName self) {
    writer.visitEnd();
    files.put(self.internalName() + ".class", writer.toByteArray());
  }
}
