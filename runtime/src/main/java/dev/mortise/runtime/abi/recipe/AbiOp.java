package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.ValType;
import java.util.List;

/**
 * One operation of an {@link AbiProgram}: it takes operands off the stack and puts others on it.
 * All its parameters are known when the program is built.
 */
public sealed interface AbiOp permits CoreOp, LeafOp, ListOp, AggregateOp {

  /** What it takes off the stack; the last one lies on top. */
  List<Slot> pops();

  /** What it puts on the stack; the last one lies on top. */
  List<Slot> pushes();

  /** The slot of a core value. */
  static Slot core(Num type) {
    return new Slot.Core(type);
  }

  /** The slot of an address, or of a length in the same width. */
  static Slot address(AddressWidth width) {
    return new Slot.Core(width.coreType());
  }

  /** The slot of a component value. */
  static Slot value(ValType type) {
    return new Slot.Value(type);
  }
}
