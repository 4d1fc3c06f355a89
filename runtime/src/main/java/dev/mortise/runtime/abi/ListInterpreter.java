package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the operations on lists and maps in memory. */
final class ListInterpreter {
  private final AbiContext context;
  private final AbiInterpreter interpreter;

  ListInterpreter(AbiContext context, AbiInterpreter interpreter) {
    this.context = context;
    this.interpreter = interpreter;
  }

  void run(ListOp op, Operands stack) {
    switch (op) {
      case ListOp.LoadList load -> {
        long length = stack.popWord();
        long address = stack.popWord();
        int count = checkedCount(load.stride(), address, length);
        stack.push(loadElements(load.element(), load.stride(), address, count));
      }
      case ListOp.LoadNumbers load -> {
        long length = stack.popWord();
        long address = stack.popWord();
        int count = checkedCount(load.stride(), address, length);
        stack.push(loadNumbers(load.element(), address, count));
      }
      case ListOp.LoadMap load -> {
        long length = stack.popWord();
        long address = stack.popWord();
        int count = checkedCount(load.stride(), address, length);
        stack.push(loadEntries(load.entry(), load.stride(), address, count));
      }
      case ListOp.LoadFixedList load ->
          stack.push(
              loadElements(
                  load.element(), load.stride(), stack.popWord(), fixedLength(load.type())));
      case ListOp.LoadFixedNumbers load ->
          stack.push(loadNumbers(load.element(), stack.popWord(), fixedLength(load.type())));
      case ListOp.StoreList store -> {
        List<ComponentValue> elements = elements(stack.popValue());
        long address = allocate(store.width(), store.stride(), elements.size());
        storeElements(store.element(), store.stride(), elements, address);
        stack.push(address);
        stack.push((long) elements.size());
      }
      case ListOp.StoreNumbers store -> {
        NumberList numbers = NumberArrays.of(store.element(), elements(stack.popValue()));
        long address = allocate(store.width(), store.stride(), numbers.size());
        NumberArrays.store(context.memory(), numbers, address);
        stack.push(address);
        stack.push((long) numbers.size());
      }
      case ListOp.StoreMap store -> {
        List<ComponentValue.MapValue.Entry> entries =
            ((ComponentValue.MapValue) stack.popValue()).entries();
        long address = allocate(store.width(), store.stride(), entries.size());
        storeEntries(store.entry(), store.stride(), entries, address);
        stack.push(address);
        stack.push((long) entries.size());
      }
      case ListOp.StoreFixedList store -> {
        long address = stack.popWord();
        storeElements(store.element(), store.stride(), elements(stack.popValue()), address);
      }
      case ListOp.StoreFixedNumbers store -> {
        long address = stack.popWord();
        NumberList numbers = NumberArrays.of(store.element(), elements(stack.popValue()));
        NumberArrays.store(context.memory(), numbers, address);
      }
    }
  }

  private int checkedCount(ListOp.Stride stride, long address, long length) {
    return Areas.checkList(context, address, length, stride.alignmentBytes(), stride.byteLength());
  }

  private long allocate(AddressWidth width, ListOp.Stride stride, int length) {
    long byteLength = (long) length * stride.byteLength();
    return Areas.allocate(context, width, Areas.LIST, stride.alignmentBytes(), byteLength);
  }

  private ComponentValue loadElements(
      AbiProgram program, ListOp.Stride stride, long address, int count) {
    List<ComponentValue> elements = new ArrayList<>();
    Operands operands = new Operands(program);
    for (int i = 0; i < count; i++) {
      operands.clear();
      operands.push(address + (long) i * stride.byteLength());
      interpreter.run(program, operands);
      elements.add(operands.popValue());
    }
    return new ComponentValue.ListValue(elements);
  }

  private ComponentValue loadNumbers(PrimType element, long address, int count) {
    return new ComponentValue.ListValue(
        NumberArrays.load(context.memory(), element, address, count));
  }

  private ComponentValue loadEntries(
      AbiProgram program, ListOp.Stride stride, long address, int count) {
    List<ComponentValue.MapValue.Entry> entries = new ArrayList<>();
    Operands operands = new Operands(program);
    for (int i = 0; i < count; i++) {
      operands.clear();
      operands.push(address + (long) i * stride.byteLength());
      interpreter.run(program, operands);
      ComponentValue value = operands.popValue();
      entries.add(new ComponentValue.MapValue.Entry(operands.popValue(), value));
    }
    return new ComponentValue.MapValue(entries);
  }

  private void storeElements(
      AbiProgram program, ListOp.Stride stride, List<ComponentValue> elements, long address) {
    Operands operands = new Operands(program);
    for (int i = 0; i < elements.size(); i++) {
      operands.clear();
      operands.push(elements.get(i));
      operands.push(address + (long) i * stride.byteLength());
      interpreter.run(program, operands);
    }
  }

  private void storeEntries(
      AbiProgram program,
      ListOp.Stride stride,
      List<ComponentValue.MapValue.Entry> entries,
      long address) {
    Operands operands = new Operands(program);
    for (int i = 0; i < entries.size(); i++) {
      operands.clear();
      operands.push(entries.get(i).key());
      operands.push(entries.get(i).value());
      operands.push(address + (long) i * stride.byteLength());
      interpreter.run(program, operands);
    }
  }

  private static List<ComponentValue> elements(ComponentValue value) {
    return ((ComponentValue.ListValue) value).elements();
  }

  private static int fixedLength(ListType type) {
    return Math.toIntExact(Objects.requireNonNull(type.length()));
  }
}
