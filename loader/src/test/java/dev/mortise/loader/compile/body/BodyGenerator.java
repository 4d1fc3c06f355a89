package dev.mortise.loader.compile.body;

import static dev.mortise.loader.compile.body.Instructions.F32;
import static dev.mortise.loader.compile.body.Instructions.F64;
import static dev.mortise.loader.compile.body.Instructions.I32;
import static dev.mortise.loader.compile.body.Instructions.I64;
import static dev.mortise.loader.compile.body.Instructions.NONE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Writes bodies whose operands fit more often than not. It puts constants where operands are needed
 * and does not look into the tables that are tested, but for what operands to put there.
 */
final class BodyGenerator {
  private static final byte[] NUMBERS = {I32, I64, F32, F64};
  private static final byte[] NOTHING = {};
  private static final byte[][] PARAMETERS = {{}, {I32, I32}, {I64, F32}, {}};
  private static final byte[][] RESULTS = {{}, {I32}, {F64, I32}, {I32, I64}};
  private static final byte[] LOCALS = {I32, F64, I32, I32};
  private static final byte[] GLOBALS = {I32, I64, F32, F64};

  /** The one among them that cannot be set. */
  private static final int CONSTANT = 1;

  private final Random random;
  private final int type;

  /** Whether the body is to be run: no faults, loops with an end, and few traps. */
  private final boolean running;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> labels = new ArrayList<>();

  private BodyGenerator(Random random, int type, boolean running) {
    this.random = random;
    this.type = type;
    this.running = running;
    labels.add(RESULTS[type]);
  }

  /** A body that may be valid. */
  static byte[] any(Random random, int type) {
    return new BodyGenerator(random, type, false).body();
  }

  /** A body to run, which ends. */
  static byte[] running(Random random, int type) {
    return new BodyGenerator(random, type, true).body();
  }

  /** Whether to make a mistake. */
  private boolean mistake(int oneIn) {
    return oneIn(oneIn) && !running;
  }

  private byte[] body() {
    write(4, 1, I32, 1, F64, 1, I32, 1, I32);
    for (int more = running ? 8 : 1; more > 0; more--) {
      instructions();
    }
    if (running) {
      for (int local = 0; local < PARAMETERS[type].length + LOCALS.length; local++) {
        if (oneIn(4)) { // the others are dead by now
          keep(local, localType(local));
        }
      }
    }
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
      constant(mistake(150) ? number() : type);
    }
  }

  private void constant(byte type) {
    switch (type) {
      case I32 -> write(0x41, random.nextInt(running ? 0x40 : 0x80));
      case I64 -> write(0x42, random.nextInt(0x80));
      case F32 -> write(0x43, 0, 0, 0, random.nextInt());
      default -> write(0x44, 0, 0, 0, 0, 0, 0, 0, random.nextInt());
    }
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      if (!mistake(200)) {
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
    switch (random.nextInt(labels.size() > 5 ? 8 : 11)) {
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
      write(random.nextInt(alignment + (mistake(30) ? 2 : 1)), random.nextInt(0x80));
    }
    if (Instructions.RESULT[opcode] != NONE) {
      drop(1);
    }
  }

  private byte localType(int local) {
    int parameters = PARAMETERS[type].length;
    return local < parameters
        ? PARAMETERS[type][local]
        : LOCALS[(local - parameters) % LOCALS.length];
  }

  private void variable() {
    int parameters = PARAMETERS[type].length;
    int local = random.nextInt(parameters + LOCALS.length + (mistake(20) ? 1 : 0));
    byte localType = localType(local);
    int global = mistake(20) ? BodyModule.GLOBALS : random.nextInt(GLOBALS.length);
    if (running && oneIn(2)) {
      keep(local, localType);
      return;
    }
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
        int target = global == CONSTANT && !mistake(20) ? 0 : global;
        constants(GLOBALS[target % GLOBALS.length]);
        write(0x24, target);
      }
    }
  }

  /** Makes what a local variable has be seen in the end: in the memory, or in itself. */
  private void keep(int local, byte localType) {
    if (localType == I32 && oneIn(2)) {
      write(0x20, local, 0x41, 1 + random.nextInt(9), 0x6c, 0x21, local); // i32.mul
      return;
    }
    write(0x41, random.nextInt(0x40), 0x20, local);
    switch (localType) {
      case I32 -> write(0x36, 0, 0);
      case I64 -> write(0x37, 0, 0);
      case F32 -> write(0x38, 0, 0);
      default -> write(0x39, 0, 0);
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
        write(0x40, mistake(30) ? 1 : 0);
        drop(1);
      }
      case 2 -> {
        constants(I32, I32, I32);
        write(0xfc, 8, mistake(30) ? 1 : 0, 0);
      }
      case 3 -> write(0xfc, 9, mistake(30) ? 1 : 0);
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

  private void branch() {
    if (mistake(12)) {
      write(0x0c, random.nextInt(labels.size() + 1));
      return;
    }
    int label = random.nextInt(labels.size());
    byte[] taken = labels.get(labels.size() - 1 - label);
    switch (random.nextInt(7)) {
      case 0, 1 -> {
        constants(taken);
        write(0x0c, label);
      }
      case 2, 3, 5 -> {
        constants(taken);
        constants(I32);
        write(0x0d, label);
        drop(taken.length);
      }
      case 4 -> {
        constants(taken);
        constants(I32);
        write(0x0e, 2, label, alike(label), alike(label));
      }
      default -> {
        constants(RESULTS[type]);
        write(0x0f);
      }
    }
  }

  /** Another label that takes the same, or that one. */
  private int alike(int label) {
    int other = random.nextInt(labels.size());
    byte[] taken = labels.get(labels.size() - 1 - label);
    return Arrays.equals(labels.get(labels.size() - 1 - other), taken) ? other : label;
  }

  private void call() {
    int callee = random.nextInt(4);
    constants(PARAMETERS[callee]);
    if (oneIn(2)) {
      write(0x10, mistake(30) ? 8 : callee + 1);
    } else {
      constants(I32);
      write(0x11, mistake(30) ? 6 : callee, mistake(30) ? 1 + random.nextInt(2) : 0);
    }
    drop(RESULTS[callee].length);
  }

  private void choice() {
    byte type = number();
    constants(type, type, I32);
    if (oneIn(2)) {
      write(0x1b);
    } else {
      write(0x1c, mistake(30) ? 2 : 1, type);
    }
    drop(1);
  }

  private void block() {
    byte result = number();
    switch (random.nextInt(6)) {
      case 0 -> {
        open(0x02, 0x40, NOTHING);
        instructions();
        end(0);
      }
      case 1 -> {
        open(0x03, result, NOTHING);
        if (running) {
          burnFuel();
          instructions();
          constants(I32);
          write(0x0d, 0); // once more, or a hundred times
        } else {
          instructions();
        }
        constants(result);
        end(1);
      }
      case 2 -> {
        constants(I32);
        open(0x04, 0x40, NOTHING);
        instructions();
        end(0);
      }
      case 3 -> {
        constants(I32);
        open(0x04, result, result);
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
        open(0x02, mistake(40) ? 6 : index, RESULTS[index]);
        drop(PARAMETERS[index].length);
        instructions();
        constants(RESULTS[index]);
        end(RESULTS[index].length);
      }
      default -> {
        open(0x02, 0x40, NOTHING);
        if (running) {
          instructions();
          branch();
        } else {
          write(0x00);
          instructions();
        }
        end(0);
      }
    }
  }

  private void open(int opcode, int blockType, byte... label) {
    write(opcode, blockType);
    labels.add(label);
  }

  /** Counts down, and traps in the end. */
  private void burnFuel() {
    write(0x23, BodyModule.FUEL, 0x45, 0x04, 0x40, 0x00, 0x0b);
    write(0x23, BodyModule.FUEL, 0x41, 1, 0x6b, 0x24, BodyModule.FUEL);
  }

  private void end(int results) {
    labels.remove(labels.size() - 1);
    write(0x0b);
    drop(results);
  }
}
