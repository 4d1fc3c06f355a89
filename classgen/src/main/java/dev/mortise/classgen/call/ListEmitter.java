package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.type.ListType;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the operations on lists and maps. Numbers move in one go; the loop over other elements is
 * a method of its own, which {@link SharedPrograms} has once for all who use it.
 */
final class ListEmitter {
  private static final Type INT = Type.INT_TYPE;

  private final ProgramEmitter programs;
  private final Body body;

  ListEmitter(ProgramEmitter programs, Body body) {
    this.programs = programs;
    this.body = body;
  }

  /**
   * Writes an operation.
   *
   * @param movesView whether it moves the bytes of a view
   */
  void run(ListOp op, boolean movesView) {
    if (movesView) {
      moveView(op);
      return;
    }
    switch (op) {
      case ListOp.LoadNumbers load -> loadNumbers(load);
      case ListOp.StoreNumbers store -> {
        Type array = programs.forms().type(store.type());
        int value = body.store(array);
        body.context();
        body.load(array, value);
        body.invokeStatic(
            Names.LISTS, "store", "(" + Names.CONTEXT_DESCRIPTOR + array.getDescriptor() + ")J");
        body.splitRange();
      }
      case ListOp.LoadFixedNumbers load -> {
        Type array = programs.forms().type(load.type());
        int address = body.store(INT);
        body.context();
        body.load(INT, address);
        body.push(length(load.type()));
        body.invokeStatic(
            Names.LISTS,
            "fixed" + plural(array),
            "(" + Names.CONTEXT_DESCRIPTOR + "II)" + array.getDescriptor());
      }
      case ListOp.StoreFixedNumbers store -> {
        Type array = programs.forms().type(store.type());
        int address = body.store(INT);
        int value = body.store(array);
        checkLength(store.type(), array, value);
        body.context();
        body.load(array, value);
        body.load(INT, address);
        body.invokeStatic(
            Names.LISTS, "storeAt", "(" + Names.CONTEXT_DESCRIPTOR + array.getDescriptor() + "I)V");
      }
      case ListOp.StoreFixedList store -> {
        int address = body.store(INT);
        Type list = programs.forms().type(store.type());
        int value = body.store(list);
        checkLength(store.type(), list, value);
        body.load(list, value);
        body.load(INT, address);
        loop(store);
      }
      case ListOp.LoadFixedList load -> loop(load);
      case ListOp.LoadList load -> loop(load);
      case ListOp.LoadMap load -> loop(load);
      case ListOp.StoreList store -> {
        loop(store);
        body.splitRange();
      }
      case ListOp.StoreMap store -> {
        loop(store);
        body.splitRange();
      }
    }
  }

  private void moveView(ListOp op) {
    if (op instanceof ListOp.LoadNumbers) {
      int[] range = body.storeAll(new Type[] {INT, INT});
      body.context();
      body.load(INT, range[0]);
      body.load(INT, range[1]);
      body.invokeStatic(
          Names.VIEWS, "load", "(" + Names.CONTEXT_DESCRIPTOR + "II)L" + Names.GUEST_BYTES + ";");
      return;
    }
    int value = body.store(Forms.OBJECT);
    body.context();
    body.load(Forms.OBJECT, value);
    body.invokeStatic(
        Names.VIEWS, "store", "(" + Names.CONTEXT_DESCRIPTOR + Names.OBJECT_DESCRIPTOR + ")J");
    body.splitRange();
  }

  private void loop(ListOp op) {
    programs.shared().loop(body, op);
  }

  private void loadNumbers(ListOp.LoadNumbers load) {
    Type array = programs.forms().type(load.type());
    int[] range = body.storeAll(new Type[] {INT, INT});
    body.context();
    body.load(INT, range[0]);
    body.load(INT, range[1]);
    body.invokeStatic(
        Names.LISTS,
        "load" + plural(array),
        "(" + Names.CONTEXT_DESCRIPTOR + "II)" + array.getDescriptor());
  }

  private void checkLength(ListType type, Type java, int value) {
    body.load(java, value);
    if (java.getSort() == Type.ARRAY) {
      body.code().visitInsn(Opcodes.ARRAYLENGTH);
    } else {
      body.invokeInterface("java/util/List", "size", "()I");
    }
    body.push(length(type));
    body.code().visitLdcInsn(programs.where());
    body.invokeStatic(Names.SCALARS, "checkLength", "(II" + Names.STRING_DESCRIPTOR + ")V");
  }

  static int length(ListType type) {
    return Math.toIntExact(Objects.requireNonNull(type.length()));
  }

  /** How {@code Lists} calls an array: {@code Ints} for {@code int[]}. */
  private static String plural(Type array) {
    String element = array.getElementType().getClassName();
    return Character.toUpperCase(element.charAt(0)) + element.substring(1) + "s";
  }

  /** What messages call the elements. */
  static List<String> elementNames() {
    return List.of("element of a list");
  }
}
