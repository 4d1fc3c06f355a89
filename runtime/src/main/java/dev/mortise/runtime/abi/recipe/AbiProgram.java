package dev.mortise.runtime.abi.recipe;

import java.util.List;

/**
 * A recipe: inputs that can be read any number of times, operations on a stack of operands, and the
 * outputs that remain on the stack at its end.
 *
 * <p>Programs form a graph without cycles: one program per type object and direction, shared by all
 * that call it. A program is equal to itself alone. Immutable.
 *
 * <p>The recipe for {@code func(name: string)}, lowered by a caller of the component:
 *
 * <pre>{@code
 * lower-values (string) -> (i32 i32)
 *   input 0
 *   store-string utf8
 * }</pre>
 */
public final class AbiProgram {
  private final String name;
  private final List<Slot> inputs;
  private final List<Slot> outputs;
  private final List<AbiOp> ops;
  private final int maxOperands;

  AbiProgram(String name, List<Slot> inputs, List<Slot> outputs, List<AbiOp> ops, int maxOperands) {
    this.name = name;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.ops = List.copyOf(ops);
    this.maxOperands = maxOperands;
  }

  /** What it does, such as {@code load record}; not unique. */
  public String name() {
    return name;
  }

  /** What it is given. */
  public List<Slot> inputs() {
    return inputs;
  }

  /** What it leaves on the stack. */
  public List<Slot> outputs() {
    return outputs;
  }

  /** The operations in order. */
  public List<AbiOp> ops() {
    return ops;
  }

  /** The most operands that are on the stack at a time, without the inputs. */
  public int maxOperands() {
    return maxOperands;
  }

  /** The name and the shape, such as {@code load string (i32) -> (string)}. */
  @Override
  public String toString() {
    return name + " " + shape(inputs) + " -> " + shape(outputs);
  }

  private static String shape(List<Slot> slots) {
    return "(" + String.join(" ", slots.stream().map(Slot::toString).toList()) + ")";
  }
}
