package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.abi.recipe.CoreOp;
import dev.mortise.runtime.abi.recipe.LeafOp;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.abi.recipe.MemoryAccess;
import dev.mortise.runtime.abi.recipe.Slot;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.value.ComponentValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs step by step on {@link ComponentValue}s. It is slow and plain on purpose: compiled
 * programs are measured against it.
 *
 * <p>Values that are lowered must have been checked against their types ({@code ValueChecker}).
 */
public final class AbiInterpreter {
  private final AbiContext context;
  private final LeafInterpreter leaves;
  private @Nullable ListInterpreter lists;
  private @Nullable AggregateInterpreter aggregates;

  /** An interpreter for one call. */
  public AbiInterpreter(AbiContext context) {
    this.context = context;
    leaves = new LeafInterpreter(context);
  }

  private ListInterpreter lists() {
    ListInterpreter made = lists;
    if (made == null) {
      made = new ListInterpreter(context, this);
      lists = made;
    }
    return made;
  }

  private AggregateInterpreter aggregates() {
    AggregateInterpreter made = aggregates;
    if (made == null) {
      made = new AggregateInterpreter(this);
      aggregates = made;
    }
    return made;
  }

  /**
   * Runs a program that leaves component values.
   *
   * @param words one for each input; of an i32 or f32, the high half is ignored
   */
  public List<ComponentValue> lift(AbiProgram program, long... words) {
    Operands operands = new Operands(program);
    pushWords(operands, program.inputs(), words);
    run(program, operands);
    int count = program.outputs().size();
    if (count == 1) {
      return List.of(operands.popValue());
    }
    ComponentValue[] values = new ComponentValue[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = operands.popValue();
    }
    return Arrays.asList(values);
  }

  /**
   * Runs a program that takes component values and leaves core values.
   *
   * @param values the first inputs
   * @param words the inputs after them
   */
  public long[] lower(AbiProgram program, List<ComponentValue> values, long... words) {
    Operands operands = new Operands(program);
    for (int i = 0; i < values.size(); i++) {
      operands.push(values.get(i));
    }
    List<Slot> inputs = program.inputs();
    if (words.length > 0 || inputs.size() != values.size()) {
      pushWords(operands, inputs.subList(values.size(), inputs.size()), words);
    }
    run(program, operands);
    long[] results = new long[program.outputs().size()];
    for (int i = results.length - 1; i >= 0; i--) {
      results[i] = operands.popWord();
    }
    return results;
  }

  /** Runs a program on its inputs; its outputs lie on the stack afterwards. */
  void run(AbiProgram program, Operands operands) {
    for (AbiOp op : program.ops()) {
      switch (op) {
        case CoreOp core -> run(core, operands);
        case LeafOp leaf -> leaves.run(leaf, operands);
        case ListOp list -> lists().run(list, operands);
        case AggregateOp aggregate -> aggregates().run(aggregate, operands);
      }
    }
  }

  private void run(CoreOp op, Operands stack) {
    switch (op) {
      case CoreOp.Input input -> stack.pushInput(input.index());
      case CoreOp.Constant constant -> stack.push(constant.bits());
      case CoreOp.Coerce coerce -> coerce(coerce, stack);
      case CoreOp.Offset offset -> stack.push(stack.popWord() + offset.byteOffset());
      case CoreOp.Call call -> {
        AbiProgram callee = call.program();
        Operands inner = new Operands(callee);
        stack.moveTo(inner, callee.inputs().size());
        run(callee, inner);
        inner.moveTo(stack, callee.outputs().size());
      }
      case CoreOp.LoadScalar load ->
          stack.push(load(load.access(), stack.popWord() + load.byteOffset()));
      case CoreOp.StoreScalar store -> {
        long bits = stack.popWord();
        store(store.access(), stack.popWord() + store.byteOffset(), bits);
      }
      case CoreOp.StoreRange store -> {
        long length = stack.popWord();
        long pointer = stack.popWord();
        long address = stack.popWord() + store.byteOffset();
        int addressBytes = store.width().byteLength();
        MemoryAccess access = addressBytes == 4 ? MemoryAccess.I32 : MemoryAccess.I64;
        store(access, address, pointer);
        store(access, address + addressBytes, length);
      }
      case CoreOp.CheckArea check ->
          Areas.check(context, stack.popWord(), check.alignmentBytes(), check.byteLength());
      case CoreOp.Allocate allocate ->
          stack.push(
              Areas.allocate(
                  context,
                  allocate.width(),
                  "parameters or results",
                  allocate.alignmentBytes(),
                  allocate.byteLength()));
    }
  }

  private static void coerce(CoreOp.Coerce coerce, Operands stack) {
    int count = coerce.from().size();
    long[] words = new long[count];
    for (int i = count - 1; i >= 0; i--) {
      words[i] = stack.popWord();
    }
    for (int i = 0; i < count; i++) {
      stack.push(normalise(coerce.to().get(i), words[i]));
    }
  }

  private long load(MemoryAccess access, long address) {
    CoreMemory memory = context.memory();
    return switch (access) {
      case I8 -> memory.loadByte(address) & 0xffL;
      case I16 -> memory.loadShort(address) & 0xffffL;
      case I32, F32 -> memory.loadInt(address) & 0xffff_ffffL;
      case I64, F64 -> memory.loadLong(address);
    };
  }

  private void store(MemoryAccess access, long address, long bits) {
    CoreMemory memory = context.memory();
    switch (access) {
      case I8 -> memory.storeByte(address, (byte) bits);
      case I16 -> memory.storeShort(address, (short) bits);
      case I32, F32 -> memory.storeInt(address, (int) bits);
      case I64, F64 -> memory.storeLong(address, bits);
    }
  }

  private static void pushWords(Operands operands, List<Slot> slots, long[] words) {
    if (slots.size() != words.length) {
      throw new IllegalArgumentException(
          slots.size() + " core values expected, " + words.length + " given");
    }
    for (int i = 0; i < words.length; i++) {
      if (!(slots.get(i) instanceof Slot.Core core)) {
        throw new IllegalArgumentException("a component value is expected, not a core value");
      }
      operands.push(normalise(core.type(), words[i]));
    }
  }

  /** The bits that a core type has; the others are zero on the stack. */
  private static long normalise(Num type, long word) {
    return switch (type) {
      case I32, F32 -> word & 0xffff_ffffL;
      case I64, F64 -> word;
      case V128 -> throw new IllegalArgumentException("vectors are no part of the Canonical ABI");
    };
  }
}
