package dev.mortise.loader.compile.body;

import java.util.Arrays;

/**
 * The types of what is on the stack, in the blocks that are open (core spec, Appendix, "Validation
 * Algorithm").
 */
final class OperandStack {
  /** An operand of code that is never reached may be of any type. */
  static final byte ANY = 1;

  private static final int FEW = 32;

  private byte[] operands = new byte[FEW];
  private int height;
  private Block[] blocks = new Block[0];
  private int depth;
  private Block top = new Block();

  /** A block that is open. */
  static final class Block {
    private int opcode;
    private byte[] start = {};
    private byte[] end = {};
    private int height;
    private boolean unreachable;

    int opcode() {
      return opcode;
    }

    byte[] start() {
      return start;
    }

    byte[] end() {
      return end;
    }
  }

  void push(byte type) {
    if (height == operands.length) {
      operands = Arrays.copyOf(operands, 2 * height);
    }
    operands[height++] = type;
  }

  void push(byte[] types) {
    for (byte type : types) {
      push(type);
    }
  }

  byte pop() {
    if (height == top.height) {
      Unsure.unless(top.unreachable);
      return ANY;
    }
    return operands[--height];
  }

  void pop(byte type) {
    byte found = pop();
    Unsure.unless(found == type || found == ANY);
  }

  void pop(byte[] types) {
    for (int i = types.length - 1; i >= 0; i--) {
      pop(types[i]);
    }
  }

  /** Types that have to be on top, and stay as they are. */
  void peek(byte[] types) {
    byte[] found = new byte[types.length];
    for (int i = types.length - 1; i >= 0; i--) {
      found[i] = pop();
      Unsure.unless(found[i] == types[i] || found[i] == ANY);
    }
    push(found);
  }

  boolean isOpen() {
    return depth > 0;
  }

  /** Whether the innermost block has left nothing on the stack so far. */
  boolean isEmpty() {
    return height == top.height;
  }

  /** Whether what comes next is never reached. */
  boolean isUnreachable() {
    return top.unreachable;
  }

  /** Opens a block whose parameters are off the stack. */
  void open(int opcode, byte[] start, byte[] end) {
    if (depth == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * depth + FEW);
      for (int i = depth; i < blocks.length; i++) {
        blocks[i] = new Block();
      }
    }
    top = blocks[depth++];
    top.opcode = opcode;
    top.start = start;
    top.end = end;
    top.height = height;
    top.unreachable = false;
    push(start);
  }

  /** Closes the innermost block, of which nothing is left on the stack. */
  Block close() {
    Block closed = top;
    pop(closed.end);
    Unsure.unless(height == closed.height);
    depth--;
    if (depth > 0) {
      top = blocks[depth - 1];
    }
    return closed;
  }

  void unreachable() {
    height = top.height;
    top.unreachable = true;
  }

  /** What a branch takes. */
  byte[] label(int label) {
    Unsure.unless(label >= 0 && label < depth);
    Block block = blocks[depth - 1 - label];
    return block.opcode == Opcodes.LOOP ? block.start : block.end;
  }

  /** What a return takes. */
  byte[] results() {
    return blocks[0].end;
  }
}
