package dev.mortise.loader.compile.body;

import java.util.BitSet;
import java.util.Collection;
import java.util.TreeSet;

/**
 * What instructions do with the rest of their function.
 *
 * @param used the local variables that they read or write
 * @param written those that they write
 * @param exits the blocks around them that they may leave, outermost first; {@link Layout#FUNCTION}
 *     where they may return
 */
record Effects(BitSet used, BitSet written, Collection<Integer> exits) {
  /** Of the instructions from one to before another. */
  static Effects of(Layout layout, int from, int to) {
    Effects effects = new Effects(new BitSet(), new BitSet(), new TreeSet<>());
    for (int i = from; i < to; i++) {
      effects.add(layout, i, from);
    }
    return effects;
  }

  private void add(Layout layout, int instruction, int from) {
    switch (layout.opcode(instruction)) {
      case Opcodes.LOCAL_GET -> used.set(layout.arguments(instruction).u32());
      case Opcodes.LOCAL_SET, Opcodes.LOCAL_TEE -> {
        int local = layout.arguments(instruction).u32();
        used.set(local);
        written.set(local);
      }
      case Opcodes.RETURN -> exits.add(Layout.FUNCTION);
      case Opcodes.BR, Opcodes.BR_IF ->
          branch(layout.target(instruction, layout.arguments(instruction).u32()), from);
      case Opcodes.BR_TABLE -> {
        BodyReader in = layout.arguments(instruction);
        for (int more = in.u32(); more >= 0; more--) { // the default is one more
          branch(layout.target(instruction, in.u32()), from);
        }
      }
      default -> {}
    }
  }

  private void branch(int target, int from) {
    if (target < from) {
      exits.add(target);
    }
  }
}
