package dev.mortise.loader.compile.body;

import static dev.mortise.loader.compile.body.Instructions.F32;
import static dev.mortise.loader.compile.body.Instructions.F64;
import static dev.mortise.loader.compile.body.Instructions.I32;
import static dev.mortise.loader.compile.body.Instructions.I64;
import static dev.mortise.loader.compile.body.Instructions.NONE;

import dev.mortise.loader.compile.body.OperandStack.Block;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Validates a body in one pass over its bytes, from which nothing is made (core spec, Appendix,
 * "Validation Algorithm"). It knows what compilers of C and Rust use of numbers, memory and calls.
 * What it does not know and what it finds wrong are the same to it: the engine has to look, which
 * takes a multiple of the time, and whose messages are the only ones.
 */
public final class BodyValidator {
  /** So many the decoder lets through. */
  private static final int MOST_LOCALS = 50_000;

  private static final byte[] EMPTY = {};
  private static final byte[][] ONE = {{F64}, {F32}, {I64}, {I32}};

  private final NumberTypes types;
  private final BodyReader in;
  private final OperandStack stack = new OperandStack();
  private final @Nullable Visitor visitor;
  private byte[] locals = EMPTY;

  /** Is told of a body what becomes known while it is validated. */
  interface Visitor {
    /** The types of the parameters and the other local variables. */
    void locals(byte[] types);

    /**
     * An instruction, which may yet turn out not to be valid.
     *
     * @param position where its opcode stands in the body
     * @param clear whether nothing is on the stack of the innermost block before it
     * @param dead whether it is never reached
     */
    void instruction(int position, int opcode, boolean clear, boolean dead);
  }

  private BodyValidator(NumberTypes types, byte[] body, @Nullable Visitor visitor) {
    this.types = types;
    this.visitor = visitor;
    in = new BodyReader(body);
  }

  /**
   * Whether a body is certainly valid.
   *
   * @param types what it may refer to
   * @param type the function's type, by its index
   * @param body its locals and instructions, as they stand in the code section
   */
  public static boolean isValid(NumberTypes types, int type, byte[] body) {
    return isValid(types, type, body, null);
  }

  static boolean isValid(NumberTypes types, int type, byte[] body, @Nullable Visitor visitor) {
    try {
      return new BodyValidator(types, body, visitor).isValid(type);
    } catch (Unsure e) {
      return false;
    }
  }

  private boolean isValid(int type) {
    readLocals(known(types.parameters[type]));
    stack.open(Opcodes.BLOCK, EMPTY, known(types.results[type]));
    if (visitor != null) {
      visitor.locals(locals);
    }
    while (stack.isOpen()) {
      if (visitor != null) {
        visitor.instruction(in.position(), in.peek(), stack.isEmpty(), stack.isUnreachable());
      }
      instruction(in.next());
    }
    return in.isAtEnd();
  }

  private static byte[] known(byte @Nullable [] types) {
    if (types == null) {
      throw new Unsure();
    }
    return types;
  }

  private void readLocals(byte[] parameters) {
    locals = parameters;
    for (int groups = in.u32(); groups != 0; groups--) {
      int count = in.u32();
      byte type = numberType(in.next());
      int before = locals.length;
      Unsure.unless(count >= 0 && count <= MOST_LOCALS - before);
      locals = Arrays.copyOf(locals, before + count);
      Arrays.fill(locals, before, before + count, type);
    }
  }

  private static byte numberType(int code) {
    Unsure.unless(code >= F64 && code <= I32);
    return (byte) code;
  }

  private void instruction(int opcode) {
    byte first = Instructions.FIRST[opcode];
    if (first == NONE) {
      special(opcode);
      return;
    }
    if (Instructions.ALIGNMENT[opcode] >= 0) {
      memoryArgument(Instructions.ALIGNMENT[opcode]);
    }
    byte second = Instructions.SECOND[opcode];
    if (second != NONE) {
      stack.pop(second);
    }
    stack.pop(first);
    byte result = Instructions.RESULT[opcode];
    if (result != NONE) {
      stack.push(result);
    }
  }

  private void memoryArgument(int most) {
    Unsure.unless(types.memory);
    int alignment = in.u32();
    Unsure.unless(alignment >= 0 && alignment <= most);
    int unused = in.u32();
  }

  private void special(int opcode) {
    switch (opcode) {
      case Opcodes.UNREACHABLE -> stack.unreachable();
      case Opcodes.NOP -> {}
      case Opcodes.BLOCK, Opcodes.LOOP, Opcodes.IF -> block(opcode);
      case Opcodes.ELSE -> {
        Block block = stack.close();
        Unsure.unless(block.opcode() == Opcodes.IF);
        stack.open(Opcodes.ELSE, block.start(), block.end());
      }
      case Opcodes.END -> {
        Block block = stack.close();
        Unsure.unless(block.opcode() != Opcodes.IF || Arrays.equals(block.start(), block.end()));
        stack.push(block.end());
      }
      case Opcodes.BR -> {
        stack.pop(stack.label(in.u32()));
        stack.unreachable();
      }
      case Opcodes.BR_IF -> {
        stack.pop(I32);
        byte[] label = stack.label(in.u32());
        stack.pop(label);
        stack.push(label);
      }
      case Opcodes.BR_TABLE -> branchTable();
      case Opcodes.RETURN -> {
        stack.pop(stack.results());
        stack.unreachable();
      }
      case Opcodes.CALL -> call(types.functions[in.index(types.functions.length)]);
      case Opcodes.CALL_INDIRECT -> {
        int type = in.index(types.parameters.length);
        Unsure.unless(types.tables[in.index(types.tables.length)]);
        stack.pop(I32);
        call(type);
      }
      case Opcodes.DROP -> {
        byte unused = stack.pop();
      }
      case Opcodes.SELECT -> select();
      case Opcodes.SELECT_TYPED -> {
        Unsure.unless(in.u32() == 1);
        byte type = numberType(in.next());
        stack.pop(I32);
        stack.pop(type);
        stack.pop(type);
        stack.push(type);
      }
      default -> access(opcode);
    }
  }

  /** What has to do with variables, constants and memory. */
  private void access(int opcode) {
    switch (opcode) {
      case Opcodes.LOCAL_GET -> stack.push(locals[in.index(locals.length)]);
      case Opcodes.LOCAL_SET -> stack.pop(locals[in.index(locals.length)]);
      case Opcodes.LOCAL_TEE -> {
        byte type = locals[in.index(locals.length)];
        stack.pop(type);
        stack.push(type);
      }
      case Opcodes.GLOBAL_GET -> stack.push(global(in.index(types.globals.length)));
      case Opcodes.GLOBAL_SET -> {
        int global = in.index(types.globals.length);
        Unsure.unless(types.mutable[global]);
        stack.pop(global(global));
      }
      case Opcodes.MEMORY_SIZE -> {
        memory();
        stack.push(I32);
      }
      case Opcodes.MEMORY_GROW -> {
        memory();
        stack.pop(I32);
        stack.push(I32);
      }
      case Opcodes.I32_CONST -> {
        long unused = in.signed(Integer.SIZE);
        stack.push(I32);
      }
      case Opcodes.I64_CONST -> {
        long unused = in.signed(Long.SIZE);
        stack.push(I64);
      }
      case Opcodes.F32_CONST -> {
        in.skip(Float.BYTES);
        stack.push(F32);
      }
      case Opcodes.F64_CONST -> {
        in.skip(Double.BYTES);
        stack.push(F64);
      }
      case Opcodes.PREFIX -> prefixed(in.u32());
      default -> throw new Unsure();
    }
  }

  private byte global(int index) {
    byte type = types.globals[index];
    Unsure.unless(type != NONE);
    return type;
  }

  /** The only memory. */
  private void memory() {
    Unsure.unless(types.memory && in.next() == 0);
  }

  private void prefixed(int opcode) {
    if (opcode >= 0 && opcode < Instructions.SATURATING_OPERAND.length) {
      stack.pop(Instructions.SATURATING_OPERAND[opcode]);
      stack.push(Instructions.SATURATING_RESULT[opcode]);
      return;
    }
    switch (opcode) {
      case Opcodes.MEMORY_INIT -> {
        int unused = in.index(types.dataSegments);
        memory();
        threeNumbers();
      }
      case Opcodes.DATA_DROP -> {
        int unused = in.index(types.dataSegments);
      }
      case Opcodes.MEMORY_COPY -> {
        memory();
        memory();
        threeNumbers();
      }
      case Opcodes.MEMORY_FILL -> {
        memory();
        threeNumbers();
      }
      default -> throw new Unsure();
    }
  }

  private void threeNumbers() {
    stack.pop(I32);
    stack.pop(I32);
    stack.pop(I32);
  }

  private void block(int opcode) {
    byte[] start = EMPTY;
    byte[] end = EMPTY;
    int code = in.peek();
    if (code == Opcodes.EMPTY_BLOCK) {
      in.skip(1);
    } else if (code >= F64 && code <= I32) {
      in.skip(1);
      end = ONE[code - F64];
    } else {
      long type = in.signed(33);
      Unsure.unless(type >= 0 && type < types.parameters.length);
      start = known(types.parameters[(int) type]);
      end = known(types.results[(int) type]);
    }
    if (opcode == Opcodes.IF) {
      stack.pop(I32);
    }
    stack.pop(start);
    stack.open(opcode, start, end);
  }

  private void branchTable() {
    stack.pop(I32);
    int arity = -1;
    byte[] label = EMPTY;
    for (long i = Integer.toUnsignedLong(in.u32()); i >= 0; i--) { // the default is one more
      label = stack.label(in.u32());
      Unsure.unless(arity < 0 || arity == label.length);
      arity = label.length;
      stack.peek(label);
    }
    stack.pop(label);
    stack.unreachable();
  }

  private void call(int type) {
    stack.pop(known(types.parameters[type]));
    stack.push(known(types.results[type]));
  }

  private void select() {
    stack.pop(I32);
    byte one = stack.pop();
    byte other = stack.pop();
    Unsure.unless(one == other || one == OperandStack.ANY || other == OperandStack.ANY);
    stack.push(one == OperandStack.ANY ? other : one);
  }
}
