package dev.mortise.classgen.jar;

import dev.mortise.loader.compile.PrecompiledModule;
import dev.mortise.loader.compile.Words;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreTypeId;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.PrebuiltModule;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.ModuleItem;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that makes a plan again: code that calls the constructors of its records. Each
 * object is made once, as often as it is referred to, for resource types are what they are by
 * identity; the objects stand in an array while they are made, so that the code can be cut into
 * methods of a size that the JVM takes.
 */
final class PlanEmitter {
  private static final int OBJECTS_PER_METHOD = 200;
  private static final String OBJECT = "java/lang/Object";
  private static final String OBJECTS = "[L" + OBJECT + ";";
  private static final String COMPONENT = Type.getDescriptor(GeneratedComponent.class);
  private static final String LIST = "java/util/List";
  private static final String MAP = "java/util/LinkedHashMap";
  private static final String RESOURCE = Type.getInternalName(ResourceType.class);
  private static final String PART = "(" + OBJECTS + COMPONENT + ")V";

  private final String self;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final Map<Object, Integer> known = new IdentityHashMap<>();
  private int parts;
  private MethodVisitor code;

  private PlanEmitter(String self) {
    this.self = self;
    writer.visit(Opcodes.V21, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, self, null, OBJECT, null);
    code = part();
  }

  /**
   * The class, whose static method {@code make} takes the component and returns the plan.
   *
   * @param plan one whose modules were {@link PrecompiledModule compiled for another process}
   */
  static byte[] emit(String self, LinkPlan plan) {
    PlanEmitter emitter = new PlanEmitter(self);
    int root = emitter.object(plan);
    emitter.end();
    emitter.make(root);
    emitter.writer.visitEnd();
    return emitter.writer.toByteArray();
  }

  private MethodVisitor part() {
    MethodVisitor part =
        writer.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + parts++, PART, null, null);
    part.visitCode();
    return part;
  }

  private void end() {
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void make(int root) {
    String plan = Type.getInternalName(LinkPlan.class);
    MethodVisitor make =
        writer.visitMethod(
            Opcodes.ACC_STATIC, "make", "(" + COMPONENT + ")L" + plan + ";", null, null);
    make.visitCode();
    Words.push(make, known.size());
    make.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    make.visitVarInsn(Opcodes.ASTORE, 1);
    for (int i = 0; i < parts; i++) {
      make.visitVarInsn(Opcodes.ALOAD, 1);
      make.visitVarInsn(Opcodes.ALOAD, 0);
      make.visitMethodInsn(Opcodes.INVOKESTATIC, self, "part" + i, PART, false);
    }
    make.visitVarInsn(Opcodes.ALOAD, 1);
    Words.push(make, root);
    make.visitInsn(Opcodes.AALOAD);
    make.visitTypeInsn(Opcodes.CHECKCAST, plan);
    make.visitInsn(Opcodes.ARETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
  }

  /** Writes the code that makes an object, after that of its parts; gives its place. */
  private int object(Object item) {
    Object value = item instanceof ModuleItem module ? module.load() : item;
    Integer place = known.get(value);
    if (place != null) {
      return place;
    }
    children(value).forEach(this::part);
    int made = known.size();
    known.put(value, made);
    if (made % OBJECTS_PER_METHOD == OBJECTS_PER_METHOD - 1) {
      end();
      code = part();
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    Words.push(code, made);
    construct(value);
    code.visitInsn(Opcodes.AASTORE);
    return made;
  }

  private void part(@Nullable Object value) {
    if (value != null && !isConstant(value)) {
      int unused = object(value);
    }
  }

  private static boolean isConstant(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof CoreTypeId;
  }

  private static List<? extends @Nullable Object> children(Object value) {
    return switch (value) {
      case List<?> list -> list;
      case Map<?, ?> map ->
          map.entrySet().stream()
              .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
              .toList();
      case ResourceType resource -> Arrays.asList(resource.aliased());
      case NamedType named -> List.of(named.type());
      case PrecompiledModule module -> List.of(module.type());
      case Record record ->
          Arrays.stream(record.getClass().getRecordComponents())
              .<@Nullable Object>map(component -> get(record, component))
              .toList();
      default -> throw new IllegalArgumentException("no code makes a " + value.getClass());
    };
  }

  private static @Nullable Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private void construct(Object value) {
    switch (value) {
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case ResourceType resource -> resource(resource);
      case NamedType named -> {
        begin(NamedType.class);
        push(named.name(), String.class);
        push(named.type(), ValType.class);
        construct(NamedType.class, String.class, ValType.class);
      }
      case PrecompiledModule module -> {
        begin(PrebuiltModule.class);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        push(module.file(), String.class);
        push(module.offset(), long.class);
        push(module.type(), CoreModuleType.class);
        code.visitTypeInsn(Opcodes.NEW, module.className());
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, module.className(), "<init>", "()V", false);
        construct(
            PrebuiltModule.class,
            GeneratedComponent.class,
            String.class,
            long.class,
            CoreModuleType.class,
            CompiledModule.class);
      }
      case Record record -> {
        RecordComponent[] components = record.getClass().getRecordComponents();
        begin(record.getClass());
        for (RecordComponent component : components) {
          push(get(record, component), component.getType());
        }
        construct(
            record.getClass(),
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      }
      default -> throw new IllegalArgumentException("no code makes a " + value.getClass());
    }
  }

  private void begin(Class<?> type) {
    code.visitTypeInsn(Opcodes.NEW, Type.getInternalName(type));
    code.visitInsn(Opcodes.DUP);
  }

  private void construct(Class<?> type, Class<?>... params) {
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        Type.getInternalName(type),
        "<init>",
        Type.getMethodDescriptor(
            Type.VOID_TYPE, Arrays.stream(params).map(Type::getType).toArray(Type[]::new)),
        false);
  }

  private void list(List<?> list) {
    Words.push(code, list.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    for (int i = 0; i < list.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      Words.push(code, i);
      push(list.get(i), Object.class);
      code.visitInsn(Opcodes.AASTORE);
    }
    code.visitMethodInsn(Opcodes.INVOKESTATIC, LIST, "of", "(" + OBJECTS + ")L" + LIST + ";", true);
  }

  private void map(Map<?, ?> map) {
    code.visitTypeInsn(Opcodes.NEW, MAP);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, MAP, "<init>", "()V", false);
    map.forEach(
        (key, value) -> {
          code.visitInsn(Opcodes.DUP);
          push(key, Object.class);
          push(value, Object.class);
          code.visitMethodInsn(
              Opcodes.INVOKEVIRTUAL,
              MAP,
              "put",
              "(L" + OBJECT + ";L" + OBJECT + ";)L" + OBJECT + ";",
              false);
          code.visitInsn(Opcodes.POP);
        });
  }

  private void resource(ResourceType resource) {
    ResourceType aliased = resource.aliased();
    CoreValType.Num rep = resource.rep();
    String result = "L" + RESOURCE + ";";
    if (aliased != null) {
      push(aliased, ResourceType.class);
      push(resource.name(), String.class);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, RESOURCE, "named", "(Ljava/lang/String;)" + result, false);
      return;
    }
    push(resource.name(), String.class);
    String num = "";
    if (rep != null) {
      push(rep, CoreValType.Num.class);
      num = Type.getDescriptor(CoreValType.Num.class);
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        RESOURCE,
        rep == null ? "imported" : "defined",
        "(Ljava/lang/String;" + num + ")" + result,
        false);
  }

  /** Pushes a value for a parameter or an element of a type. */
  private void push(@Nullable Object value, Class<?> type) {
    switch (value) {
      case null -> code.visitInsn(Opcodes.ACONST_NULL);
      // Code is linked by now: nobody asks what a core type was declared as.
      case CoreTypeId id -> code.visitInsn(Opcodes.ACONST_NULL);
      case String text -> code.visitLdcInsn(text);
      case Integer number -> {
        Words.push(code, number);
        box(type, Integer.class, "(I)");
      }
      case Long number -> {
        code.visitLdcInsn(number);
        box(type, Long.class, "(J)");
      }
      case Boolean flag -> {
        Words.push(code, flag ? 1 : 0);
        box(type, Boolean.class, "(Z)");
      }
      case Enum<?> constant -> {
        Class<?> owner = constant.getDeclaringClass();
        code.visitFieldInsn(
            Opcodes.GETSTATIC,
            Type.getInternalName(owner),
            constant.name(),
            Type.getDescriptor(owner));
      }
      default -> {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        Words.push(code, object(value));
        code.visitInsn(Opcodes.AALOAD);
        if (type != Object.class) {
          code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
      }
    }
  }

  private void box(Class<?> wanted, Class<?> boxed, String param) {
    if (!wanted.isPrimitive()) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(boxed),
          "valueOf",
          param + Type.getDescriptor(boxed),
          false);
    }
  }
}
