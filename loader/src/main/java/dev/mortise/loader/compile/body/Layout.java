package dev.mortise.loader.compile.body;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the instructions of a valid body stand, and the blocks that they are in. Instructions have
 * numbers from 0; a block has the number of the instruction that opens it, and the function itself,
 * which is one too, {@link #FUNCTION}.
 */
final class Layout implements BodyValidator.Visitor {
  static final int FUNCTION = -1;

  private static final byte[] NOTHING = {};
  private static final int SOME = 256;

  /** Blocks are gone through by recursion. */
  private static final int DEEPEST = 1_000;

  /** Somebody might write a function so that it takes forever to divide it. */
  private static final long MOST_WORK = 1L << 28;

  private final NumberTypes types;
  private final byte[] body;
  private final byte[] results;
  private byte[] locals = NOTHING;
  private int count;
  private int depth;
  private int[] positions = new int[SOME];
  private byte[] opcodes = new byte[SOME];
  private int[] blocks = new int[SOME];
  private int[] ends = new int[SOME];
  private final BitSet clear = new BitSet();
  private final BitSet dead = new BitSet();
  private final Map<Integer, Integer> elses = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private @Nullable Liveness liveness;

  private Layout(NumberTypes types, byte[] results, byte[] body) {
    this.types = types;
    this.results = results;
    this.body = body;
  }

  /** The layout of a body, or null when it has something that is not known here. */
  static @Nullable Layout of(NumberTypes types, int type, byte[] body) {
    byte[] results = types.results[type];
    Layout layout = new Layout(types, results == null ? NOTHING : results, body);
    boolean valid = BodyValidator.isValid(types, type, body, layout);
    return valid && layout.depth < DEEPEST && layout.work() < MOST_WORK ? layout : null;
  }

  @Override
  public void locals(byte[] types) {
    locals = types;
    open.push(FUNCTION);
  }

  @Override
  public void instruction(int position, int opcode, boolean isClear, boolean isDead) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
      opcodes = Arrays.copyOf(opcodes, 2 * count);
      blocks = Arrays.copyOf(blocks, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    positions[count] = position;
    opcodes[count] = (byte) opcode;
    blocks[count] = open.element();
    clear.set(count, isClear);
    dead.set(count, isDead);
    if (opens(opcode)) {
      open.push(count);
      depth = Math.max(depth, open.size());
    } else if (opcode == Opcodes.ELSE) {
      elses.put(open.element(), count);
    } else if (opcode == Opcodes.END) {
      int block = open.pop();
      if (block != FUNCTION) {
        ends[block] = count;
        blocks[count] = block;
      }
    }
    count++;
  }

  private static boolean opens(int opcode) {
    return opcode == Opcodes.BLOCK || opcode == Opcodes.LOOP || opcode == Opcodes.IF;
  }

  /** What it takes to look at each byte once for each block around it, and each local variable. */
  private long work() {
    return (long) body.length * (depth + locals.length);
  }

  /** How many instructions there are; the last one ends the function. */
  int count() {
    return count;
  }

  /** The types of the parameters and the other local variables. */
  byte[] locals() {
    return locals;
  }

  byte[] body() {
    return body;
  }

  int opcode(int instruction) {
    return opcodes[instruction] & 0xff;
  }

  /** Where an instruction stands; after the last one, the length of the body. */
  int position(int instruction) {
    return instruction < count ? positions[instruction] : body.length;
  }

  /** How many bytes the instructions from one to before another take. */
  int bytes(int from, int to) {
    return position(to) - position(from);
  }

  /** Whether an instruction opens a block. */
  boolean isBlock(int instruction) {
    return opens(opcode(instruction));
  }

  /**
   * The innermost block that an instruction is in; an {@code else} or {@code end} is in its own.
   */
  int block(int instruction) {
    return blocks[instruction];
  }

  /** The {@code end} of a block. */
  int end(int block) {
    return block == FUNCTION ? count - 1 : ends[block];
  }

  /** Which of the local variables are live where. */
  Liveness liveness() {
    Liveness known = liveness;
    if (known == null) {
      known = Liveness.of(this);
      liveness = known;
    }
    return known;
  }

  /** Where the first instructions of a block end: at its {@code else}, or {@code end}. */
  int firstEnd(int block) {
    return elses.getOrDefault(block, end(block));
  }

  /** Whether nothing of its block is on the stack before an instruction. */
  boolean isClear(int instruction) {
    return clear.get(instruction);
  }

  /** Whether an instruction is never reached. */
  boolean isDead(int instruction) {
    return dead.get(instruction);
  }

  /** Reads the immediate arguments of an instruction. */
  BodyReader arguments(int instruction) {
    return new BodyReader(body, positions[instruction] + 1);
  }

  /** The block that a branch goes to. */
  int target(int instruction, int label) {
    int block = blocks[instruction];
    for (int i = 0; i < label; i++) {
      block = blocks[block];
    }
    return block;
  }

  /** The types of what a branch to a block takes. */
  byte[] taken(int block) {
    if (block == FUNCTION) {
      return results;
    }
    BodyReader in = arguments(block);
    boolean loop = opcode(block) == Opcodes.LOOP;
    int code = in.peek();
    if (code == Opcodes.EMPTY_BLOCK) {
      return NOTHING;
    }
    if (code >= Instructions.F64 && code <= Instructions.I32) {
      return loop ? NOTHING : new byte[] {(byte) code};
    }
    int type = (int) in.signed(33);
    return Objects.requireNonNull(loop ? types.parameters[type] : types.results[type]);
  }
}
