package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.CoreOp;
import dev.mortise.runtime.abi.recipe.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the operands of a recipe come from, and where they go. */
final class Provenance {
  private Provenance() {}

  /** The place of the operation that makes each output. */
  static List<Integer> ofOutputs(AbiProgram program) {
    List<Integer> stack = new ArrayList<>();
    for (int i = 0; i < program.ops().size(); i++) {
      step(stack, program.ops().get(i), i);
    }
    return stack;
  }

  /** The places of the operations that take an input as it is. */
  static Set<Integer> takers(AbiProgram program, int input) {
    Set<Integer> takers = new HashSet<>();
    List<Integer> stack = new ArrayList<>();
    for (int i = 0; i < program.ops().size(); i++) {
      for (int from : step(stack, program.ops().get(i), i)) {
        if (program.ops().get(from) instanceof CoreOp.Input taken && taken.index() == input) {
          takers.add(i);
        }
      }
    }
    return takers;
  }

  /** Runs an operation on a stack of places; gives what it takes off. */
  private static List<Integer> step(List<Integer> stack, AbiOp op, int place) {
    List<Integer> top = stack.subList(stack.size() - op.pops().size(), stack.size());
    List<Integer> taken = List.copyOf(top);
    top.clear();
    for (Slot unused : op.pushes()) {
      stack.add(place);
    }
    return taken;
  }
}
