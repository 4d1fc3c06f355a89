package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Operations that put component values together and take them apart. */
public sealed interface AggregateOp extends AbiOp {

  /** Makes a record, a tuple or a list of fixed length of its parts. */
  record Make(StructuralType type, List<ValType> parts) implements AggregateOp {
    public Make {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Slot> pops() {
      return Slot.values(parts);
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Takes one part of a record, a tuple or a list of fixed length. */
  record GetPart(StructuralType type, int index, ValType part) implements AggregateOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(part));
    }
  }

  /**
   * Lifts a variant, an option or a result: pops the captured operands and, below them, the
   * discriminant, runs the program of that case on the captured operands, and makes the value of
   * the payload that the program leaves, if any.
   *
   * <p><b>Traps</b> when there is no such case.
   */
  record LiftVariant(StructuralType type, List<Slot> captured, List<AbiProgram> cases)
      implements AggregateOp {
    public LiftVariant {
      captured = List.copyOf(captured);
      cases = List.copyOf(cases);
    }

    @Override
    public List<Slot> pops() {
      List<Slot> pops = new ArrayList<>();
      pops.add(AbiOp.core(Num.I32));
      pops.addAll(captured);
      return Collections.unmodifiableList(pops);
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /**
   * Lowers a variant, an option or a result: pops the captured operands and, below them, the value,
   * and runs the program of its case on the payload, if there is one, and the captured operands.
   * The program writes or pushes the discriminant.
   *
   * @param caseOf the number of each label
   */
  record LowerVariant(
      StructuralType type,
      Map<String, Integer> caseOf,
      List<Slot> captured,
      List<Slot> pushes,
      List<AbiProgram> cases)
      implements AggregateOp {
    public LowerVariant {
      caseOf = Map.copyOf(caseOf);
      captured = List.copyOf(captured);
      pushes = List.copyOf(pushes);
      cases = List.copyOf(cases);
    }

    @Override
    public List<Slot> pops() {
      List<Slot> pops = new ArrayList<>();
      pops.add(AbiOp.value(type));
      pops.addAll(captured);
      return Collections.unmodifiableList(pops);
    }
  }
}
