package dev.mortise.runtime.abi.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Prints a program and all programs that it calls, each once, numbered in the order in which they
 * are met: for tests, for dumps and for those who want to see what a type costs.
 */
public final class ProgramPrinter {
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<AbiProgram, Integer> numbers = new IdentityHashMap<>();
  private final Deque<AbiProgram> pending = new ArrayDeque<>();

  private ProgramPrinter() {}

  /** The text of a program. */
  public static String print(AbiProgram program) {
    ProgramPrinter printer = new ProgramPrinter();
    printer.reference(program);
    while (!printer.pending.isEmpty()) {
      printer.append(printer.pending.removeFirst());
    }
    return printer.text.toString();
  }

  private void append(AbiProgram program) {
    text.append(reference(program)).append(' ').append(program).append('\n');
    for (AbiOp op : program.ops()) {
      text.append("  ").append(OpPrinter.print(op, this::reference)).append('\n');
    }
  }

  /** The number by which a program is called; an unknown one is printed later. */
  private String reference(AbiProgram program) {
    Integer known = numbers.get(program);
    if (known == null) {
      known = numbers.size();
      numbers.put(program, known);
      pending.add(program);
    }
    return "#" + known;
  }
}
