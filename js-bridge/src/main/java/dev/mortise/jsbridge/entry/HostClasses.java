package dev.mortise.jsbridge.entry;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.shape.JsShape.Function;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The implementations of a component's imports that call JavaScript: a class for each interface and
 * for each resource. Not thread-safe.
 */
public final class HostClasses {
  /**
   * A function that JavaScript supplies.
   *
   * @param number its place among the functions of the glue
   */
  record HostFunction(
      int number, MethodDecl method, List<Slot> params, Slot result, boolean ofResource) {}

  /**
   * An implementation.
   *
   * @param contract the Java interface
   * @param resource whether its objects are resources
   */
  record HostClass(ClassName contract, boolean resource, List<HostFunction> functions) {}

  private final JavaModel model;
  private final EntryOps ops;
  private final String entry;
  private final Map<ClassName, HostClass> classes = new LinkedHashMap<>();
  private int functions;

  HostClasses(JavaModel model, EntryOps ops, String entry) {
    this.model = model;
    this.ops = ops;
    this.entry = entry;
  }

  List<HostClass> all() {
    return List.copyOf(classes.values());
  }

  /**
   * Adds the class of an imported interface, which may turn out to have no function.
   *
   * @param wit the name, or an empty one for what belongs to no interface
   * @return the Java interface
   * @throws UnmappableTypeException when it has no Java form
   */
  public ClassName contract(String wit) {
    ClassName name = declared(wit).name();
    classes.putIfAbsent(name, new HostClass(name, false, new ArrayList<>()));
    return name;
  }

  private InterfaceDecl declared(String wit) {
    InterfaceDecl host = model.world().host();
    if (wit.isEmpty()) {
      if (host == null) {
        throw new UnmappableTypeException("nothing is imported by itself");
      }
      return host;
    }
    return model.interfaces().stream()
        .filter(i -> i.wit().equals(wit) && model.world().imports().contains(i.name()))
        .findFirst()
        .orElseThrow(() -> new UnmappableTypeException(wit + " has no Java form"));
  }

  /**
   * A function of an imported interface.
   *
   * @param number its number among the glue's functions
   * @param raise the method of the entry that takes note of the function's error, or null
   */
  public record Import(int number, @Nullable String raise) {}

  /**
   * Adds a function of an imported interface.
   *
   * @throws UnmappableTypeException when it has no Java form
   */
  public Import function(String wit, Function function) {
    MethodDecl method = EntryCalls.find(declared(wit), function.wit());
    boolean ofResource = function.wit().startsWith("[method]");
    List<ValType> types = function.type().paramTypes();
    List<Slot> params = types.stream().skip(ofResource ? 1 : 0).map(ops::slot).toList();
    ValType declared = function.type().result();
    ClassName thrown = method.thrown();
    ResultType either =
        thrown != null && declared != null && declared.structure() instanceof ResultType found
            ? found
            : null;
    Slot result = ops.slot(either == null ? declared : either.ok());
    String raise =
        either == null || thrown == null
            ? null
            : raise("raise" + functions, thrown, ops.slot(either.err()));
    HostClass owner;
    if (ofResource) {
      String resource = function.wit().substring("[method]".length(), function.wit().indexOf('.'));
      owner = resource(declared(wit), resource);
    } else {
      ClassName unused = contract(wit);
      owner = found(classes.get(declared(wit).name()));
    }
    HostFunction host = new HostFunction(functions++, method, params, result, ofResource);
    owner.functions().add(host);
    return new Import(host.number(), raise);
  }

  private static HostClass found(@Nullable HostClass found) {
    if (found == null) {
      throw new IllegalStateException("the class was added before");
    }
    return found;
  }

  private HostClass resource(InterfaceDecl declared, String label) {
    ResourceDecl resource =
        declared.types().stream()
            .filter(t -> t instanceof ResourceDecl && t.wit().equals(label))
            .map(ResourceDecl.class::cast)
            .findFirst()
            .orElseThrow(() -> new UnmappableTypeException(label + " has no Java form"));
    return classes.computeIfAbsent(
        resource.name(), name -> new HostClass(name, true, new ArrayList<>()));
  }

  private String raise(String name, ClassName exception, Slot slot) {
    Type type = EntryOps.type(exception);
    boolean empty = slot.wire() == Wire.VOID;
    return ops.add(
        name,
        empty ? List.of() : List.of(slot.wire().type()),
        Type.VOID_TYPE,
        code -> {
          code.load(Type.getType(Object.class), 0);
          code.create(type);
          if (empty) {
            code.construct(type);
          } else {
            code.load(slot.wire().type(), 1);
            code.toJava(slot);
            code.construct(type, slot.java());
          }
          code.invokeVirtual(entry, "raise", "(Ljava/lang/Throwable;)V");
          code.returns(Type.VOID_TYPE);
        });
  }

  /**
   * The method that makes the Java object of a resource of JavaScript's.
   *
   * @throws UnmappableTypeException when the resource has no Java form
   */
  public String newResource(ResourceType resource) {
    ClassName contract = model.types().declared(resource);
    if (contract == null) {
      throw new UnmappableTypeException(resource + " has no Java form");
    }
    classes.putIfAbsent(contract, new HostClass(contract, true, new ArrayList<>()));
    List<ClassName> names = List.copyOf(classes.keySet());
    Type type = Type.getObjectType(HostEmitter.name(entry, names.indexOf(contract)));
    Type calls = Type.getType(HostCalls.class);
    Type value = Type.getType(Value.class);
    return ops.add(
        "host" + names.indexOf(contract),
        List.of(value),
        Type.getType(Object.class),
        code -> {
          code.create(type);
          code.load(Type.getType(Object.class), 0);
          code.invokeVirtual(entry, "calls", Type.getMethodDescriptor(calls));
          code.load(value, 1);
          code.construct(type, calls, value);
          code.visitor().visitInsn(Opcodes.ARETURN);
        });
  }
}
