package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.value.ComponentValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs and the stack of one run of a program: core values as words, and component values. */
final class Operands {
  private final long[] words;
  private final @Nullable ComponentValue[] values;
  private int top;

  Operands(AbiProgram program) {
    int capacity =
        program.inputs().size() + Math.max(program.maxOperands(), program.outputs().size());
    words = new long[capacity];
    values = new @Nullable ComponentValue[capacity];
  }

  /** Empties the stack and the inputs. */
  void clear() {
    top = 0;
  }

  void push(long word) {
    words[top++] = word;
  }

  void push(ComponentValue value) {
    values[top++] = value;
  }

  /** Pushes a copy of an input. */
  void pushInput(int index) {
    words[top] = words[index];
    values[top++] = values[index];
  }

  long popWord() {
    return words[--top];
  }

  ComponentValue popValue() {
    return Objects.requireNonNull(values[--top]);
  }

  /** Moves the topmost operands to another stack, in their order. */
  void moveTo(Operands target, int count) {
    top -= count;
    System.arraycopy(words, top, target.words, target.top, count);
    System.arraycopy(values, top, target.values, target.top, count);
    target.top += count;
  }
}
