package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CatchOpCode;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of each tail call of a function a call and a return, as the engine's compiler does: the
 * interpreter would go on with the body of the other function, which the instance does not have.
 */
final class TailCalls {
  private TailCalls() {}

  /** The body, or one without tail calls. */
  static FunctionBody expand(FunctionBody body) {
    List<AnnotatedInstruction> old = body.instructions();
    if (old.stream().allMatch(instruction -> call(instruction.opcode()) == null)) {
      return body;
    }
    int[] places = new int[old.size() + 1];
    for (int i = 0; i < old.size(); i++) {
      places[i + 1] = places[i] + (call(old.get(i).opcode()) == null ? 1 : 2);
    }
    List<AnnotatedInstruction> expanded = new ArrayList<>();
    for (AnnotatedInstruction instruction : old) {
      OpCode call = call(instruction.opcode());
      if (call == null) {
        expanded.add(moved(instruction, places));
      } else {
        expanded.add(at(instruction, call, instruction.operands()));
        expanded.add(at(instruction, OpCode.RETURN, Instruction.EMPTY_OPERANDS));
      }
    }
    return new FunctionBody(body.localTypes(), expanded);
  }

  private static @Nullable OpCode call(OpCode opcode) {
    return switch (opcode) {
      case RETURN_CALL -> OpCode.CALL;
      case RETURN_CALL_INDIRECT -> OpCode.CALL_INDIRECT;
      case RETURN_CALL_REF -> OpCode.CALL_REF;
      default -> null;
    };
  }

  private static AnnotatedInstruction at(
      AnnotatedInstruction place, OpCode opcode, long[] operands) {
    return AnnotatedInstruction.builder()
        .from(new Instruction(place.address(), opcode, operands))
        .withDepth(place.depth())
        .build();
  }

  /** The instruction with its labels where their targets are now. */
  private static AnnotatedInstruction moved(AnnotatedInstruction instruction, int[] places) {
    AnnotatedInstruction.Builder builder =
        AnnotatedInstruction.builder().from(instruction).withDepth(instruction.depth());
    if (instruction.labelTrue() != AnnotatedInstruction.UNDEFINED_LABEL) {
      builder.withLabelTrue(places[instruction.labelTrue()]);
    }
    if (instruction.labelFalse() != AnnotatedInstruction.UNDEFINED_LABEL) {
      builder.withLabelFalse(places[instruction.labelFalse()]);
    }
    if (!instruction.labelTable().isEmpty()) {
      builder.withLabelTable(
          new ArrayList<>(instruction.labelTable().stream().map(label -> places[label]).toList()));
    }
    if (instruction.catches() != null) {
      for (CatchOpCode.Catch clause : instruction.catches()) {
        clause.resolvedLabel(places[clause.resolvedLabel()]);
      }
      builder.withCatches(instruction.catches());
    }
    if (instruction.scope() != null) {
      builder.withScope(instruction.scope());
    }
    return builder.build();
  }
}
