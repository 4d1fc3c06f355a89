package dev.mortise.jsbridge.entry;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The methods of an entry class that call the functions which a component exports. */
public final class EntryCalls {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type THROWABLE = Type.getType(Throwable.class);

  private final JavaModel model;
  private final EntryOps ops;
  private final String self;
  private final Map<String, Integer> accessors = new HashMap<>();
  private int calls;

  /**
   * Methods for the functions of a component.
   *
   * @param self the internal name of the entry class
   */
  EntryCalls(JavaModel model, EntryOps ops, String self) {
    this.model = model;
    this.ops = ops;
    this.self = self;
    List<JavaModel.WorldDecl.Accessor> all = model.world().accessors();
    for (int i = 0; i < all.size(); i++) {
      accessors.put(all.get(i).wit(), i);
    }
  }

  /**
   * A call.
   *
   * @param name the method
   * @param error the method that gives the wire of the error after a failure, or null when the
   *     function has no error with a value
   */
  public record Call(String name, @Nullable String error) {}

  /**
   * A method that calls a function with the wires of its parameters, a method's self first.
   *
   * @param owner the exported interface, or null for a function of the world
   * @throws UnmappableTypeException when the function has no form in Java
   */
  public Call of(@Nullable String owner, Function function) {
    MethodDecl method = find(owner, function);
    boolean ofResource = function.wit().startsWith("[method]");
    List<ValType> paramTypes = function.type().paramTypes();
    List<Slot> slots = paramTypes.stream().map(ops::slot).toList();
    ValType declared = function.type().result();
    ClassName thrown = method.thrown();
    ResultType either =
        thrown != null && declared != null && declared.structure() instanceof ResultType found
            ? found
            : null;
    Slot result = ops.slot(either == null ? declared : either.ok());
    Type target =
        ofResource
            ? slots.get(0).java()
            : EntryOps.type(owner == null ? model.world().name() : exported(owner).name());
    String field = owner == null ? "world" : "exported" + accessors.get(owner);
    String descriptor =
        Type.getMethodDescriptor(
            result.java(),
            slots.stream().skip(ofResource ? 1 : 0).map(Slot::java).toArray(Type[]::new));
    String name = "call" + calls++;
    ops.addApart(
        name,
        EntryOps.wires(slots),
        result.wire().type(),
        code -> {
          Label start = new Label();
          Label end = new Label();
          Label handler = new Label();
          code.visitor().visitTryCatchBlock(start, end, handler, THROWABLE.getInternalName());
          code.visitor().visitLabel(start);
          int local = 1;
          if (!ofResource) {
            code.load(OBJECT, 0);
            code.field(Opcodes.GETFIELD, self, field, target);
          }
          for (Slot slot : slots) {
            local = code.load(slot.wire().type(), local);
            code.toJava(slot);
          }
          code.invokeInterface(target.getInternalName(), method.name(), descriptor);
          code.toWire(result);
          code.returns(result.wire().type());
          code.visitor().visitLabel(end);
          code.visitor().visitLabel(handler);
          code.load(OBJECT, 0);
          code.instruction(Opcodes.SWAP);
          if (thrown == null) {
            code.instruction(Opcodes.ACONST_NULL);
          } else {
            code.visitor().visitLdcInsn(EntryOps.type(thrown));
          }
          code.invokeVirtual(
              self,
              "failed",
              "(Ljava/lang/Throwable;Ljava/lang/Class;)Ljava/lang/RuntimeException;");
          code.instruction(Opcodes.ATHROW);
        });
    return new Call(
        name,
        either == null || either.err() == null || thrown == null
            ? null
            : error(name + "Error", thrown, ops.slot(either.err())));
  }

  private String error(String name, ClassName exception, Slot slot) {
    Type type = EntryOps.type(exception);
    return ops.add(
        name,
        List.of(),
        slot.wire().type(),
        code -> {
          code.load(OBJECT, 0);
          code.invokeVirtual(self, "error", "()Ljava/lang/Throwable;");
          code.cast(type);
          code.invokeVirtual(
              type.getInternalName(), "error", Type.getMethodDescriptor(slot.java()));
          code.toWire(slot);
          code.returns(slot.wire().type());
        });
  }

  /**
   * The fields that hold what the functions are called on: that of the world first, then the
   * exported interfaces in the order of the world's accessors.
   */
  List<Type> fields() {
    List<Type> fields = new ArrayList<>();
    fields.add(EntryOps.type(model.world().name()));
    model.world().accessors().forEach(a -> fields.add(EntryOps.type(a.type())));
    return fields;
  }

  private InterfaceDecl exported(String wit) {
    Integer accessor = accessors.get(wit);
    if (accessor == null) {
      throw new UnmappableTypeException("the interface " + wit + " has no Java form");
    }
    ClassName name = model.world().accessors().get(accessor).type();
    return declared(name);
  }

  private InterfaceDecl declared(ClassName name) {
    return model.interfaces().stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnmappableTypeException(name + " is not declared"));
  }

  private MethodDecl find(@Nullable String owner, Function function) {
    return owner == null
        ? find(model.world().methods(), model.world().types(), function.wit())
        : find(exported(owner), function.wit());
  }

  /** The method of a function of an interface. */
  static MethodDecl find(InterfaceDecl declared, String wit) {
    return find(declared.methods(), declared.types(), wit);
  }

  private static MethodDecl find(
      List<MethodDecl> methods, List<JavaModel.TypeDecl> types, String wit) {
    for (MethodDecl method : methods) {
      if (method.wit().equals(wit)) {
        return method;
      }
    }
    for (JavaModel.TypeDecl type : types) {
      if (type instanceof ResourceDecl resource) {
        for (MethodDecl method : resource.methods()) {
          if (method.wit().equals(wit)) {
            return method;
          }
        }
      }
    }
    throw new UnmappableTypeException(wit + " has no form in Java");
  }
}
