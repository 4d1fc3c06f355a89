package dev.mortise.jsbridge.entry;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaTypes;
import dev.mortise.runtime.Result;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The methods that the glue needs to make and to read values, each asked for by its type and made
 * once. Each gives the method's name. Not thread-safe.
 *
 * <p>Each throws {@link dev.mortise.classgen.mapping.UnmappableTypeException} where Java has no
 * form of a type.
 */
public final class EntryOps {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type OPTIONAL = Type.getType(Optional.class);

  private final JavaTypes types;
  private final Map<StructuralType, Integer> numbers = new IdentityHashMap<>();
  private final Map<String, Op> ops = new LinkedHashMap<>();

  /** Methods for the types of a component. */
  public EntryOps(JavaTypes types) {
    this.types = types;
  }

  Map<String, Op> ops() {
    return ops;
  }

  /** The slot of a type, or of nothing. */
  Slot slot(@Nullable ValType type) {
    return Slot.of(type, types);
  }

  /** How values of a type pass. */
  public Wire wire(@Nullable ValType type) {
    return slot(type).wire();
  }

  /** The number of a type, which names its methods. */
  public int number(StructuralType type) {
    return numbers.computeIfAbsent(type, t -> numbers.size());
  }

  /** Adds a method unless it is there. */
  String add(String name, List<Type> params, Type result, Consumer<OpCode> body) {
    ops.putIfAbsent(name, new Op(name, params, result, false, body));
    return name;
  }

  /** Adds a method whose body is compiled by itself. */
  void addApart(String name, List<Type> params, Type result, Consumer<OpCode> body) {
    ops.put(name, new Op(name, params, result, true, body));
  }

  /** Makes a record of the wires of its fields. */
  public String newRecord(RecordType record) {
    List<Slot> slots = record.fields().stream().map(f -> slot(f.type())).toList();
    return constructor(
        "make" + number(record), type(types.declaration(record).name()), slots, false);
  }

  /** Makes a tuple. */
  public String newTuple(TupleType tuple) {
    List<Slot> slots = tuple.elements().stream().map(this::slot).toList();
    return constructor("make" + number(tuple), slot(tuple).java(), slots, true);
  }

  private String constructor(String name, Type owner, List<Slot> slots, boolean boxed) {
    return add(
        name,
        wires(slots),
        OBJECT,
        code -> {
          code.create(owner);
          int local = 1;
          for (Slot slot : slots) {
            local = code.load(slot.wire().type(), local);
            code.toJava(slot);
            if (boxed) {
              code.box(slot.java());
            }
          }
          code.construct(
              owner, slots.stream().map(s -> boxed ? OBJECT : s.java()).toArray(Type[]::new));
          code.returns(OBJECT);
        });
  }

  /** The wire of a record's field. */
  public String field(RecordType record, int index) {
    RecordDecl declaration = (RecordDecl) types.declaration(record);
    return getter(
        "part" + number(record) + "_" + index,
        type(declaration.name()),
        declaration.components().get(index).name(),
        slot(record.fields().get(index).type()),
        false);
  }

  /** The wire of a tuple's element. */
  public String element(TupleType tuple, int index) {
    return getter(
        "part" + number(tuple) + "_" + index,
        slot(tuple).java(),
        "v" + (index + 1),
        slot(tuple.elements().get(index)),
        true);
  }

  private String getter(String name, Type owner, String accessor, Slot slot, boolean boxed) {
    return add(
        name,
        List.of(OBJECT),
        slot.wire().type(),
        code -> {
          code.load(OBJECT, 1);
          code.cast(owner);
          code.invokeVirtual(
              owner.getInternalName(),
              accessor,
              Type.getMethodDescriptor(boxed ? OBJECT : slot.java()));
          if (boxed) {
            code.unbox(slot.java());
          }
          code.toWire(slot);
          code.returns(slot.wire().type());
        });
  }

  private VariantDecl declaration(VariantType variant) {
    return (VariantDecl) types.declaration(variant);
  }

  /** Makes a variant of a case. */
  public String newCase(VariantType variant, int index) {
    ValType payload = variant.cases().get(index).type();
    return constructor(
        "make" + number(variant) + "_" + index,
        type(declaration(variant).cases().get(index).name()),
        payload == null ? List.of() : List.of(slot(payload)),
        false);
  }

  /** The number of a variant's case. */
  public String caseOf(VariantType variant) {
    List<VariantDecl.Case> cases = declaration(variant).cases();
    return add(
        "case" + number(variant),
        List.of(OBJECT),
        Type.INT_TYPE,
        code -> {
          for (int i = 0; i < cases.size() - 1; i++) {
            Label next = new Label();
            code.load(OBJECT, 1);
            code.visitor().visitTypeInsn(Opcodes.INSTANCEOF, cases.get(i).name().internalName());
            code.visitor().visitJumpInsn(Opcodes.IFEQ, next);
            code.push(i);
            code.returns(Type.INT_TYPE);
            code.visitor().visitLabel(next);
          }
          code.push(cases.size() - 1);
          code.returns(Type.INT_TYPE);
        });
  }

  /** The wire of the payload of a variant's case. */
  public String payload(VariantType variant, int index) {
    return getter(
        "part" + number(variant) + "_" + index,
        type(declaration(variant).cases().get(index).name()),
        "value",
        slot(variant.cases().get(index).type()),
        false);
  }

  /** An option with a value. */
  public String some(OptionType option) {
    Slot slot = slot(option.type());
    return add(
        "make" + number(option),
        List.of(slot.wire().type()),
        OBJECT,
        code -> {
          code.load(slot.wire().type(), 1);
          code.toJava(slot);
          code.box(slot.java());
          code.invokeStatic(Optional.class, "of", Type.getMethodDescriptor(OPTIONAL, OBJECT));
          code.returns(OBJECT);
        });
  }

  /** The value of an option that has one. */
  public String value(OptionType option) {
    return getter("part" + number(option), OPTIONAL, "get", slot(option.type()), true);
  }

  /** A result where it is a value: success or failure. */
  public String newResult(ResultType result, boolean ok) {
    Slot slot = slot(ok ? result.ok() : result.err());
    boolean empty = slot.wire() == Wire.VOID;
    Type owner = Type.getType(ok ? Result.Ok.class : Result.Err.class);
    return add(
        (ok ? "ok" : "err") + number(result),
        empty ? List.of() : List.of(slot.wire().type()),
        OBJECT,
        code -> {
          code.create(owner);
          if (!empty) {
            code.load(slot.wire().type(), 1);
            code.toJava(slot);
          }
          code.box(slot.java());
          code.construct(owner, OBJECT);
          code.returns(OBJECT);
        });
  }

  /** The payload of a result, which there is. */
  public String payload(ResultType result, boolean ok) {
    return getter(
        (ok ? "okOf" : "errOf") + number(result),
        Type.getType(ok ? Result.Ok.class : Result.Err.class),
        ok ? "value" : "error",
        slot(ok ? result.ok() : result.err()),
        true);
  }

  /** Adds an element to a list. */
  public String addElement(ListType list) {
    Slot slot = slot(list.element());
    return add(
        "add" + number(list),
        List.of(OBJECT, slot.wire().type()),
        Type.VOID_TYPE,
        code -> {
          code.load(OBJECT, 1);
          code.cast(Type.getType(List.class));
          code.load(slot.wire().type(), 2);
          code.toJava(slot);
          code.box(slot.java());
          code.invokeInterface("java/util/List", "add", "(Ljava/lang/Object;)Z");
          code.instruction(Opcodes.POP);
          code.returns(Type.VOID_TYPE);
        });
  }

  /** An element of a list. */
  public String element(ListType list) {
    Slot slot = slot(list.element());
    return add(
        "get" + number(list),
        List.of(OBJECT, Type.INT_TYPE),
        slot.wire().type(),
        code -> {
          code.load(OBJECT, 1);
          code.cast(Type.getType(List.class));
          code.load(Type.INT_TYPE, 2);
          code.invokeInterface("java/util/List", "get", "(I)Ljava/lang/Object;");
          code.unbox(slot.java());
          code.toWire(slot);
          code.returns(slot.wire().type());
        });
  }

  /** Puts an entry into a map. */
  public String put(MapType map) {
    List<Slot> slots = List.of(slot(map.key()), slot(map.value()));
    List<Type> params = new ArrayList<>(List.of(OBJECT));
    params.addAll(wires(slots));
    return add(
        "put" + number(map),
        params,
        Type.VOID_TYPE,
        code -> {
          code.load(OBJECT, 1);
          code.cast(Type.getType(Map.class));
          int local = 2;
          for (Slot slot : slots) {
            local = code.load(slot.wire().type(), local);
            code.toJava(slot);
            code.box(slot.java());
          }
          code.invokeInterface(
              "java/util/Map", "put", Type.getMethodDescriptor(OBJECT, OBJECT, OBJECT));
          code.instruction(Opcodes.POP);
          code.returns(Type.VOID_TYPE);
        });
  }

  /** The key or value of one of the entries of a map. */
  public String entry(MapType map, boolean key) {
    Slot slot = slot(key ? map.key() : map.value());
    return add(
        (key ? "key" : "value") + number(map),
        List.of(OBJECT, Type.INT_TYPE),
        slot.wire().type(),
        code -> {
          code.load(OBJECT, 1);
          code.cast(Type.getType(List.class));
          code.load(Type.INT_TYPE, 2);
          code.invokeInterface("java/util/List", "get", "(I)Ljava/lang/Object;");
          code.cast(Type.getType(Map.Entry.class));
          code.invokeInterface(
              "java/util/Map$Entry", key ? "getKey" : "getValue", "()Ljava/lang/Object;");
          code.unbox(slot.java());
          code.toWire(slot);
          code.returns(slot.wire().type());
        });
  }

  /** How many labels an enum or flags have in Java. */
  int constants(StructuralType type) {
    return ((EnumDecl) types.declaration(type)).constants().size();
  }

  static List<Type> wires(List<Slot> slots) {
    return slots.stream().map(slot -> slot.wire().type()).toList();
  }

  static Type type(ClassName name) {
    return Type.getObjectType(name.internalName());
  }
}
