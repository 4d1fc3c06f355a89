package dev.mortise.loader.compile.body;

import java.util.BitSet;

/**
 * Which local variables may still be read after each place of a body, before they are written. It
 * is found from the end to the beginning, again and again until loops bring nothing new.
 */
final class Liveness {
  private final Layout layout;
  private final int words;

  /** By instruction, what is live before it; after the last one nothing is. */
  private final long[] live;

  private Liveness(Layout layout) {
    this.layout = layout;
    words = (layout.locals().length + Long.SIZE - 1) / Long.SIZE;
    live = new long[Math.multiplyExact(layout.count() + 1, words)];
  }

  /** Of the local variables of a body. */
  static Liveness of(Layout layout) {
    Liveness liveness = new Liveness(layout);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = layout.count() - 1; i >= 0; i--) {
        again |= liveness.find(i);
      }
    }
    return liveness;
  }

  /** The local variables that are live before an instruction. */
  BitSet before(int instruction) {
    int from = instruction * words;
    long[] some = new long[words];
    System.arraycopy(live, from, some, 0, words);
    return BitSet.valueOf(some);
  }

  /** Those that are live where a branch to a block goes. */
  BitSet atLabel(int block) {
    return before(label(block));
  }

  private int label(int block) {
    return block != Layout.FUNCTION && layout.opcode(block) == Opcodes.LOOP
        ? block
        : layout.end(block) + 1;
  }

  /** Finds what is live before an instruction; whether a loop has to look again. */
  private boolean find(int i) {
    int opcode = layout.opcode(i);
    long[] found = new long[words];
    switch (opcode) {
      case Opcodes.UNREACHABLE, Opcodes.RETURN -> {}
      case Opcodes.BR -> add(found, label(layout.target(i, layout.arguments(i).u32())));
      case Opcodes.BR_TABLE -> {
        BodyReader in = layout.arguments(i);
        for (int more = in.u32(); more >= 0; more--) { // the default is one more
          add(found, label(layout.target(i, in.u32())));
        }
      }
      case Opcodes.BR_IF -> {
        add(found, i + 1);
        add(found, label(layout.target(i, layout.arguments(i).u32())));
      }
      case Opcodes.IF -> {
        add(found, i + 1);
        add(found, layout.firstEnd(i) + 1);
      }
      case Opcodes.ELSE -> add(found, layout.end(layout.block(i)) + 1);
      case Opcodes.LOCAL_GET -> {
        add(found, i + 1);
        int local = layout.arguments(i).u32();
        found[local / Long.SIZE] |= 1L << local;
      }
      case Opcodes.LOCAL_SET, Opcodes.LOCAL_TEE -> {
        add(found, i + 1);
        int local = layout.arguments(i).u32();
        found[local / Long.SIZE] &= ~(1L << local);
      }
      default -> add(found, i + 1);
    }
    boolean changed = false;
    for (int word = 0; word < words; word++) {
      changed |= live[i * words + word] != found[word];
      live[i * words + word] = found[word];
    }
    return changed && opcode == Opcodes.LOOP;
  }

  private void add(long[] found, int instruction) {
    for (int word = 0; word < words; word++) {
      found[word] |= live[instruction * words + word];
    }
  }
}
