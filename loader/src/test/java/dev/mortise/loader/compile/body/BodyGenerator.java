package dev.mortise.loader.compile.body;

import static dev.mortise.loader.compile.body.Instructions.F32;
import static dev.mortise.loader.compile.body.Instructions.F64;
import static dev.mortise.loader.compile.body.Instructions.I32;
import static dev.mortise.loader.compile.body.Instructions.I64;
import static dev.mortise.loader.compile.body.Instructions.NONE;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/**
 * Writes bodies whose operands fit more often than not. It puts constants where operands are needed
 * and does not look into the tables that are tested, but for what operands to put there.
 */
final class BodyGenerator {
  private static final byte[] NUMBERS = {I32, I64, F32, F64};
  private static final byte[][] PARAMETERS = {{}, {I32, I32}, {I64, F32}, {}};
  private static final byte[][] RESULTS = {{}, {I32}, {F64, I32}, {I32, I64}};
  private static final byte[] LOCALS = {I32, F64};
  private static final byte[] GLOBALS = {I32, I64, F32, F64};

  /** The one among them that cannot be set. */
  private static final int CONSTANT = 1;

  private final Random random;
  private final int type;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int depth = 1;

  BodyGenerator(Random random, int type) {
    this.random = random;
    this.type = type;
  }

  byte[] body() {
    write(2, 1, I32, 1, F64);
    instructions();
    constants(RESULTS[type]);
    write(0x0b);
    return out.toByteArray();
  }

  private void write(int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private byte number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private void constants(byte... types) {
    for (byte type : types) {
      constant(oneIn(150) ? number() : type);
    }
  }

  private void constant(byte type) {
    switch (type) {
      case I32 -> write(0x41, random.nextInt(0x80));
      case I64 -> write(0x42, random.nextInt(0x80));
      case F32 -> write(0x43, 0, 0, 0, random.nextInt());
      default -> write(0x44, 0, 0, 0, 0, 0, 0, 0, random.nextInt());
    }
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      if (!oneIn(200)) {
        write(0x1a);
      }
    }
  }

  private void instructions() {
    for (int count = random.nextInt(6); count > 0; count--) {
      instruction();
    }
  }

  private void instruction() {
    switch (random.nextInt(depth > 5 ? 8 : 11)) {
      case 0, 1 -> numeric();
      case 2 -> variable();
      case 3 -> memory();
      case 4 -> branch();
      case 5 -> call();
      case 6 -> choice();
      case 7 -> write(0x01);
      default -> block();
    }
  }

  private void numeric() {
    int opcode = 0x28 + random.nextInt(0xc5 - 0x28);
    if (Instructions.FIRST[opcode] == NONE) {
      return;
    }
    constants(Instructions.FIRST[opcode]);
    if (Instructions.SECOND[opcode] != NONE) {
      constants(Instructions.SECOND[opcode]);
    }
    write(opcode);
    if (Instructions.ALIGNMENT[opcode] >= 0) {
      int alignment = Instructions.ALIGNMENT[opcode];
      write(random.nextInt(alignment + (oneIn(30) ? 2 : 1)), random.nextInt(0x80));
    }
    if (Instructions.RESULT[opcode] != NONE) {
      drop(1);
    }
  }

  private void variable() {
    int parameters = PARAMETERS[type].length;
    int local = random.nextInt(parameters + LOCALS.length + (oneIn(20) ? 1 : 0));
    byte localType =
        local < parameters ? PARAMETERS[type][local] : LOCALS[(local - parameters) & 1];
    int global = oneIn(20) ? BodyModule.GLOBALS : random.nextInt(GLOBALS.length);
    switch (random.nextInt(5)) {
      case 0 -> {
        write(0x20, local);
        drop(1);
      }
      case 1 -> {
        constants(localType);
        write(0x21, local);
      }
      case 2 -> {
        constants(localType);
        write(0x22, local);
        drop(1);
      }
      case 3 -> {
        write(0x23, global);
        drop(1);
      }
      default -> {
        int target = global == CONSTANT && !oneIn(20) ? 0 : global;
        constants(GLOBALS[target % GLOBALS.length]);
        write(0x24, target);
      }
    }
  }

  private void memory() {
    switch (random.nextInt(6)) {
      case 0 -> {
        write(0x3f, 0);
        drop(1);
      }
      case 1 -> {
        constants(I32);
        write(0x40, oneIn(30) ? 1 : 0);
        drop(1);
      }
      case 2 -> {
        constants(I32, I32, I32);
        write(0xfc, 8, oneIn(30) ? 1 : 0, 0);
      }
      case 3 -> write(0xfc, 9, oneIn(30) ? 1 : 0);
      case 4 -> {
        constants(I32, I32, I32);
        write(0xfc, 10, 0, 0);
      }
      default -> {
        constants(I32, I32, I32);
        write(0xfc, 11, 0);
      }
    }
  }

  /** Branches out of blocks that this writes: those that take nothing. */
  private void branch() {
    int label = random.nextInt(depth + (oneIn(10) ? 1 : 0));
    switch (random.nextInt(6)) {
      case 0 -> write(0x0c, label);
      case 1, 2, 3 -> {
        constants(I32);
        write(0x0d, label);
      }
      case 4 -> {
        constants(I32);
        write(0x0e, 2, label, random.nextInt(depth), random.nextInt(depth));
      }
      default -> {
        constants(RESULTS[type]);
        write(0x0f);
      }
    }
  }

  private void call() {
    int callee = random.nextInt(4);
    constants(PARAMETERS[callee]);
    if (oneIn(2)) {
      write(0x10, oneIn(30) ? 8 : callee + 1);
    } else {
      constants(I32);
      write(0x11, oneIn(30) ? 6 : callee, oneIn(30) ? 1 + random.nextInt(2) : 0);
    }
    drop(RESULTS[callee].length);
  }

  private void choice() {
    byte type = number();
    constants(type, type, I32);
    if (oneIn(2)) {
      write(0x1b);
    } else {
      write(0x1c, oneIn(30) ? 2 : 1, type);
    }
    drop(1);
  }

  private void block() {
    depth++;
    byte result = number();
    switch (random.nextInt(6)) {
      case 0 -> {
        write(0x02, 0x40);
        instructions();
        end(0);
      }
      case 1 -> {
        write(0x03, result);
        instructions();
        constants(result);
        end(1);
      }
      case 2 -> {
        constants(I32);
        write(0x04, 0x40);
        instructions();
        end(0);
      }
      case 3 -> {
        constants(I32);
        write(0x04, result);
        instructions();
        constants(result);
        write(0x05);
        instructions();
        constants(result);
        end(1);
      }
      case 4 -> {
        int index = random.nextInt(4);
        constants(PARAMETERS[index]);
        write(0x02, oneIn(40) ? 6 : index);
        drop(PARAMETERS[index].length);
        instructions();
        constants(RESULTS[index]);
        end(RESULTS[index].length);
      }
      default -> {
        write(0x02, 0x40, 0x00);
        instructions();
        end(0);
      }
    }
  }

  private void end(int results) {
    depth--;
    write(0x0b);
    drop(results);
  }
}
