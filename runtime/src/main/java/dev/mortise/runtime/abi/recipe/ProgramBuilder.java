package dev.mortise.runtime.abi.recipe;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a program and keeps the shape of its stack, so that a wrong recipe fails where it is
 * written and not where it is run.
 */
final class ProgramBuilder {
  private final String name;
  private final List<Slot> inputs;
  private final List<AbiOp> ops = new ArrayList<>();
  private final List<Slot> stack = new ArrayList<>();
  private int maxOperands;

  ProgramBuilder(String name, List<Slot> inputs) {
    this.name = name;
    this.inputs = inputs;
  }

  /** Pushes an input. */
  ProgramBuilder input(int index) {
    return emit(new CoreOp.Input(index, inputs.get(index)));
  }

  /** Pushes several inputs in a row. */
  ProgramBuilder inputs(int first, int count) {
    for (int i = first; i < first + count; i++) {
      input(i);
    }
    return this;
  }

  /** Appends an operation, whose operands must lie on the stack. */
  ProgramBuilder emit(AbiOp op) {
    List<Slot> pops = op.pops();
    int base = stack.size() - pops.size();
    if (base < 0 || !stack.subList(base, stack.size()).equals(pops)) {
      throw new IllegalStateException(
          name + ": " + op.getClass().getSimpleName() + " takes " + pops + ", found " + stack);
    }
    stack.subList(base, stack.size()).clear();
    stack.addAll(op.pushes());
    maxOperands = Math.max(maxOperands, stack.size());
    ops.add(op);
    return this;
  }

  /** The program, whose stack must hold {@code outputs} and nothing else. */
  AbiProgram build(List<Slot> outputs) {
    if (!stack.equals(outputs)) {
      throw new IllegalStateException(name + ": ends with " + outputs + ", found " + stack);
    }
    return new AbiProgram(name, inputs, outputs, ops, maxOperands);
  }
}
