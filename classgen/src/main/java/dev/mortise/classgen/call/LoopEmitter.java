package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.ListOp;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the bodies of methods that lift or lower the elements of a list or map one by one. */
final class LoopEmitter {
  private static final Type INT = Type.INT_TYPE;
  private static final Type OBJECTS = Type.getType("[Ljava/lang/Object;");

  private final SharedPrograms shared;
  private final Body body;
  private final ProgramEmitter programs;

  LoopEmitter(SharedPrograms shared, Body body) {
    this.shared = shared;
    this.body = body;
    programs = new ProgramEmitter(shared, body);
  }

  /** Writes the body; its parameters are the operands of the operation, from local 0 on. */
  void emit(ListOp op) {
    switch (op) {
      case ListOp.LoadList load -> {
        int count = checkedCount(load.stride());
        int elements = newArray(count);
        loadElements(load.element(), load.stride(), count, elements);
        list(elements);
      }
      case ListOp.LoadFixedList load -> {
        body.push(ListEmitter.length(load.type()));
        int count = body.store(INT);
        int elements = newArray(count);
        loadElements(load.element(), load.stride(), count, elements);
        list(elements);
      }
      case ListOp.LoadMap load -> loadMap(load);
      case ListOp.StoreList store -> {
        int elements = elements(0);
        int count = length(elements);
        int address = allocate(store.stride(), count);
        storeElements(store.element(), store.stride(), elements, count, address);
        range(address, count);
      }
      case ListOp.StoreFixedList store -> {
        int elements = elements(0);
        storeElements(store.element(), store.stride(), elements, length(elements), 1);
        body.code().visitInsn(Opcodes.RETURN);
      }
      case ListOp.StoreMap store -> storeMap(store);
      case ListOp.LoadNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.StoreNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.LoadFixedNumbers numbers -> throw new AssertionError(numbers);
      case ListOp.StoreFixedNumbers numbers -> throw new AssertionError(numbers);
    }
  }

  /** Checks the range in locals 0 and 1. */
  private int checkedCount(ListOp.Stride stride) {
    body.context();
    body.load(INT, 0);
    body.load(INT, 1);
    body.push(stride.alignmentBytes());
    body.push(stride.byteLength());
    body.invokeStatic(Names.LISTS, "check", "(" + Names.CONTEXT_DESCRIPTOR + "IIII)I");
    return body.store(INT);
  }

  private int newArray(int count) {
    body.load(INT, count);
    body.code().visitTypeInsn(Opcodes.ANEWARRAY, Names.OBJECT);
    return body.store(OBJECTS);
  }

  private int elements(int list) {
    body.load(Forms.OBJECT, list);
    body.code().visitLdcInsn("the list");
    body.invokeStatic(
        Names.LISTS,
        "elements",
        "(Ljava/util/List;" + Names.STRING_DESCRIPTOR + ")" + OBJECTS.getDescriptor());
    return body.store(OBJECTS);
  }

  private int length(int array) {
    body.load(OBJECTS, array);
    body.code().visitInsn(Opcodes.ARRAYLENGTH);
    return body.store(INT);
  }

  private int allocate(ListOp.Stride stride, int count) {
    body.context();
    body.load(INT, count);
    body.push(stride.alignmentBytes());
    body.push(stride.byteLength());
    body.invokeStatic(Names.LISTS, "allocate", "(" + Names.CONTEXT_DESCRIPTOR + "III)I");
    return body.store(INT);
  }

  private void list(int elements) {
    body.load(OBJECTS, elements);
    body.invokeStatic(Names.LISTS, "of", "(" + OBJECTS.getDescriptor() + ")Ljava/util/List;");
    body.code().visitInsn(Opcodes.ARETURN);
  }

  /** Returns an address and a count as one long. */
  private void range(int address, int count) {
    body.load(INT, address);
    body.code().visitInsn(Opcodes.I2L);
    body.push(Integer.SIZE);
    body.code().visitInsn(Opcodes.LSHL);
    body.load(INT, count);
    body.code().visitInsn(Opcodes.I2L);
    body.code().visitInsn(Opcodes.LOR);
    body.code().visitInsn(Opcodes.LRETURN);
  }

  /** What a loop does for each index. */
  private interface Step {
    void emit(int index, int address);
  }

  /** A loop over indices, with the address of each element. */
  private void loop(int count, int first, ListOp.Stride stride, Step step) {
    body.push(0);
    int index = body.store(INT);
    int address = body.local(INT);
    Label top = body.mark();
    Label end = new Label();
    body.load(INT, index);
    body.load(INT, count);
    body.code().visitJumpInsn(Opcodes.IF_ICMPGE, end);
    body.load(INT, first);
    body.load(INT, index);
    body.push(stride.byteLength());
    body.code().visitInsn(Opcodes.IMUL);
    body.code().visitInsn(Opcodes.IADD);
    body.code().visitVarInsn(Opcodes.ISTORE, address);
    body.line("for each element", () -> step.emit(index, address));
    body.line("next");
    body.code().visitIincInsn(index, 1);
    body.code().visitJumpInsn(Opcodes.GOTO, top);
    body.code().visitLabel(end);
  }

  private void loadElements(AbiProgram program, ListOp.Stride stride, int count, int elements) {
    Type type = shared.forms().type(program.outputs().get(0));
    loop(
        count,
        0,
        stride,
        (index, address) -> {
          body.load(OBJECTS, elements);
          body.load(INT, index);
          programs.run(program, new int[] {address}, List.of());
          Boxes.box(body, type);
          body.code().visitInsn(Opcodes.AASTORE);
        });
  }

  private void storeElements(
      AbiProgram program, ListOp.Stride stride, int elements, int count, int first) {
    Type type = shared.forms().type(program.inputs().get(0));
    loop(
        count,
        first,
        stride,
        (index, address) -> {
          int element = element(elements, index, type);
          programs.run(program, new int[] {element, address}, ListEmitter.elementNames());
        });
  }

  private int element(int elements, int index, Type type) {
    body.load(OBJECTS, elements);
    body.load(INT, index);
    body.code().visitInsn(Opcodes.AALOAD);
    Boxes.unbox(body, type);
    return body.store(type);
  }

  private void loadMap(ListOp.LoadMap load) {
    int count = checkedCount(load.stride());
    int keys = newArray(count);
    int values = newArray(count);
    Type[] types = shared.forms().types(load.entry().outputs());
    loop(
        count,
        0,
        load.stride(),
        (index, address) -> {
          programs.run(load.entry(), new int[] {address}, List.of());
          int[] entry = body.storeAll(types);
          put(keys, index, types[0], entry[0]);
          put(values, index, types[1], entry[1]);
        });
    body.load(OBJECTS, keys);
    body.load(OBJECTS, values);
    body.invokeStatic(
        Names.LISTS,
        "mapOf",
        "(" + OBJECTS.getDescriptor() + OBJECTS.getDescriptor() + ")Ljava/util/Map;");
    body.code().visitInsn(Opcodes.ARETURN);
  }

  private void put(int array, int index, Type type, int local) {
    body.load(OBJECTS, array);
    body.load(INT, index);
    body.load(type, local);
    Boxes.box(body, type);
    body.code().visitInsn(Opcodes.AASTORE);
  }

  private void storeMap(ListOp.StoreMap store) {
    int keys = parts("keySet", "()Ljava/util/Set;");
    int values = parts("values", "()Ljava/util/Collection;");
    int count = length(keys);
    int first = allocate(store.stride(), count);
    Type[] types = shared.forms().types(store.entry().inputs());
    loop(
        count,
        first,
        store.stride(),
        (index, address) -> {
          int key = element(keys, index, types[0]);
          int value = element(values, index, types[1]);
          programs.run(store.entry(), new int[] {key, value, address}, List.of("key", "value"));
        });
    range(first, count);
  }

  /** The keys or the values of the map in local 0, in the same order. */
  private int parts(String name, String descriptor) {
    body.load(Forms.OBJECT, 0);
    body.invokeInterface("java/util/Map", name, descriptor);
    body.invokeInterface("java/util/Collection", "toArray", "()" + OBJECTS.getDescriptor());
    return body.store(OBJECTS);
  }
}
