package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes how lists and maps are carried from one memory to another. */
final class FusedLists {
  private static final Type INT = Type.INT_TYPE;

  private final Fusion fusion;
  private final Body body;

  FusedLists(Fusion fusion, Body body) {
    this.fusion = fusion;
    this.body = body;
  }

  void run(ListOp op, List<Sym> stack) {
    switch (op) {
      case ListOp.LoadList load -> range(load, stack);
      case ListOp.LoadNumbers load -> range(load, stack);
      case ListOp.LoadMap load -> range(load, stack);
      case ListOp.LoadFixedList load ->
          stack.add(new Sym.Fixed(load, Fusion.popCore(stack).local()));
      case ListOp.LoadFixedNumbers load ->
          stack.add(new Sym.Fixed(load, Fusion.popCore(stack).local()));
      case ListOp.StoreList store -> {
        Sym.Range from = (Sym.Range) Fusion.pop(stack);
        ListOp.LoadList load = (ListOp.LoadList) from.load();
        elements(from, load.stride(), load.element(), store.stride(), store.element(), stack);
      }
      case ListOp.StoreMap store -> {
        Sym.Range from = (Sym.Range) Fusion.pop(stack);
        ListOp.LoadMap load = (ListOp.LoadMap) from.load();
        elements(from, load.stride(), load.entry(), store.stride(), store.entry(), stack);
      }
      case ListOp.StoreNumbers store -> {
        Sym.Range from = (Sym.Range) Fusion.pop(stack);
        context(fusion.source());
        body.load(INT, from.address());
        body.load(INT, from.length());
        context(fusion.target());
        body.push(store.stride().byteLength());
        body.push(isFloat(store.element()) ? 1 : 0);
        body.invokeStatic(
            Names.TRANSFERS,
            "numbers",
            "(" + Names.CONTEXT_DESCRIPTOR + "II" + Names.CONTEXT_DESCRIPTOR + "IZ)J");
        fusion.splitRange(stack);
      }
      case ListOp.StoreFixedList store -> {
        int address = Fusion.popCore(stack).local();
        storeFixed(store, Fusion.pop(stack), address);
      }
      case ListOp.StoreFixedNumbers store -> {
        int address = Fusion.popCore(stack).local();
        storeFixed(store, Fusion.pop(stack), address);
      }
    }
  }

  private static void range(ListOp load, List<Sym> stack) {
    int length = Fusion.popCore(stack).local();
    stack.add(new Sym.Range(load, Fusion.popCore(stack).local(), length));
  }

  private static boolean isFloat(PrimType type) {
    return type == PrimType.F32 || type == PrimType.F64;
  }

  private void context(Fusion.Side side) {
    body.load(Forms.OBJECT, side.context());
  }

  private void elements(
      Sym.Range from,
      ListOp.Stride fromStride,
      AbiProgram lift,
      ListOp.Stride toStride,
      AbiProgram lower,
      List<Sym> stack) {
    context(fusion.source());
    body.load(INT, from.address());
    body.load(INT, from.length());
    body.push(fromStride.alignmentBytes());
    body.push(fromStride.byteLength());
    body.invokeStatic(Names.LISTS, "check", "(" + Names.CONTEXT_DESCRIPTOR + "IIII)I");
    int count = body.store(INT);
    context(fusion.target());
    body.load(INT, count);
    body.push(toStride.alignmentBytes());
    body.push(toStride.byteLength());
    body.invokeStatic(Names.LISTS, "allocate", "(" + Names.CONTEXT_DESCRIPTOR + "III)I");
    int target = body.store(INT);
    loop(count, from.address(), fromStride, target, toStride, lift, lower);
    stack.add(new Sym.Core(INT, target));
    stack.add(new Sym.Core(INT, count));
  }

  private void loop(
      int count,
      int from,
      ListOp.Stride fromStride,
      int to,
      ListOp.Stride toStride,
      AbiProgram lift,
      AbiProgram lower) {
    body.push(0);
    int index = body.store(INT);
    int source = body.local(INT);
    int target = body.local(INT);
    Label top = body.mark();
    Label end = new Label();
    body.load(INT, index);
    body.load(INT, count);
    body.code().visitJumpInsn(Opcodes.IF_ICMPGE, end);
    address(from, index, fromStride, source);
    address(to, index, toStride, target);
    body.line(
        "for each element",
        () -> {
          List<Sym> element = fusion.lift(lift, List.of(new Sym.Core(INT, source)));
          element.add(new Sym.Core(INT, target));
          List<Sym> unused = fusion.lower(lower, element);
        });
    body.line("next");
    body.code().visitIincInsn(index, 1);
    body.code().visitJumpInsn(Opcodes.GOTO, top);
    body.code().visitLabel(end);
  }

  private void address(int first, int index, ListOp.Stride stride, int result) {
    body.load(INT, first);
    body.load(INT, index);
    body.push(stride.byteLength());
    body.code().visitInsn(Opcodes.IMUL);
    body.code().visitInsn(Opcodes.IADD);
    body.code().visitVarInsn(Opcodes.ISTORE, result);
  }

  /** One element of a list of fixed length that lies in the source's memory. */
  Sym element(Sym.Fixed fixed, int index) {
    return switch (fixed.load()) {
      case ListOp.LoadFixedNumbers load ->
          fusion.loadNumber(load.element(), fixed.address(), index * load.stride().byteLength());
      case ListOp.LoadFixedList load -> {
        Sym.Core address = offset(fixed.address(), index * load.stride().byteLength());
        yield fusion.lift(load.element(), List.of(address)).get(0);
      }
      case ListOp other -> throw new AssertionError(other);
    };
  }

  private Sym.Core offset(int address, int offset) {
    body.load(INT, address);
    body.push(offset);
    body.code().visitInsn(Opcodes.IADD);
    return fusion.store(INT);
  }

  private void storeFixed(ListOp.StoreFixedNumbers store, Sym value, int address) {
    int length = ListEmitter.length(store.type());
    switch (value) {
      case Sym.Fixed fixed -> {
        context(fusion.source());
        body.load(INT, fixed.address());
        body.push(length);
        context(fusion.target());
        body.load(INT, address);
        body.push(store.stride().byteLength());
        body.push(isFloat(store.element()) ? 1 : 0);
        body.invokeStatic(
            Names.TRANSFERS,
            "numbersAt",
            "(" + Names.CONTEXT_DESCRIPTOR + "II" + Names.CONTEXT_DESCRIPTOR + "IIZ)V");
      }
      case Sym.Parts parts -> {
        for (int i = 0; i < length; i++) {
          fusion.storeNumber(
              store.element(), parts.parts().get(i), address, i * store.stride().byteLength());
        }
      }
      default -> throw new AssertionError(value);
    }
  }

  private void storeFixed(ListOp.StoreFixedList store, Sym value, int address) {
    int length = ListEmitter.length(store.type());
    switch (value) {
      case Sym.Fixed fixed -> {
        ListOp.LoadFixedList load = (ListOp.LoadFixedList) fixed.load();
        body.push(length);
        loop(
            body.store(INT),
            fixed.address(),
            load.stride(),
            address,
            store.stride(),
            load.element(),
            store.element());
      }
      case Sym.Parts parts -> {
        for (int i = 0; i < length; i++) {
          Sym.Core target = offset(address, i * store.stride().byteLength());
          List<Sym> unused = fusion.lower(store.element(), List.of(parts.parts().get(i), target));
        }
      }
      default -> throw new AssertionError(value);
    }
  }
}
