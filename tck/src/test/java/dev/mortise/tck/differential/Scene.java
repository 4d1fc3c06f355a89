package dev.mortise.tck.differential;

import dev.mortise.runtime.abi.AbiContext;
import dev.mortise.runtime.abi.AbiInterpreter;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import java.util.Random;

/**
 * The memory of a {@link Guest} before a call: values as they should lie, or as they should not.
 */
final class Scene implements AbiContext {
  private static final int[] BYTES = {0, 1, 2, 3, 0x7f, 0x80, 0xbf, 0xc0, 0xd8, 0xdc, 0xed, 0xff};

  private final Random random;
  private final CoreMemory memory;
  private final Recipes recipes;
  private long next = Guest.DATA;

  /** Clears a memory. */
  Scene(Random random, CoreMemory memory, StringEncoding encoding) {
    this.random = random;
    this.memory = memory;
    recipes = new Recipes(encoding, AddressWidth.BITS_32);
    byte[] zeroes = new byte[Math.toIntExact(memory.byteLength())];
    memory.write(0, zeroes, 0, zeroes.length);
    memory.storeInt(Guest.HEAP, Guest.FIRST + random.nextInt(16));
  }

  @Override
  public CoreMemory memory() {
    return memory;
  }

  @Override
  public long realloc(long oldAddress, long oldByteLength, int alignmentBytes, long newByteLength) {
    long address = next + alignmentBytes - 1 & -alignmentBytes;
    if (address + newByteLength > Guest.FIRST) {
      throw new Full();
    }
    byte[] bytes = new byte[(int) Math.min(oldByteLength, newByteLength)];
    memory.read(oldAddress, bytes, 0, bytes.length);
    memory.write(address, bytes, 0, bytes.length);
    next = address + newByteLength;
    return address;
  }

  /** There is no room for so large a value. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What a lifted function is to return. */
  void result(List<ValType> types, List<ComponentValue> values) {
    lower(types, values, Flatten.MAX_FLAT_RESULTS, Guest.RESULT);
  }

  /** What a lowered function is to be called with; with the place for its result, if it has one. */
  void arguments(List<ValType> types, List<ComponentValue> values, boolean out) {
    int count = lower(types, values, Flatten.MAX_FLAT_PARAMS, Guest.ARGUMENTS);
    if (out) {
      memory.storeLong(Guest.ARGUMENTS + 8L * count, Guest.OUT);
    }
  }

  private int lower(List<ValType> types, List<ComponentValue> values, int maxFlat, int address) {
    long[] words = new AbiInterpreter(this).lower(recipes.lowerValues(types, maxFlat), values);
    for (int i = 0; i < words.length; i++) {
      memory.storeLong(address + 8L * i, words[i]);
    }
    return words.length;
  }

  /**
   * Damages some of it, or all, or nothing.
   *
   * @param address where the core values are
   */
  void damage(int address, int count) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> scratch(Guest.DATA, (int) next - Guest.DATA);
      case 4, 5 -> scratch(address, 8 * count);
      case 6 -> {
        for (int i = 0; i < count; i++) {
          // What is above an i32 means nothing.
          memory.storeInt(address + 8L * i + 4, random.nextInt());
        }
      }
      case 7 -> {
        for (int i = Guest.DATA; i < next; i++) {
          memory.storeByte(i, (byte) random.nextInt(random.nextBoolean() ? 4 : 256));
        }
      }
      case 8 -> {
        memory.storeInt(Guest.FAULT, 1 + random.nextInt(2));
        memory.storeInt(Guest.FAULT_AT, random.nextInt(3));
        memory.storeInt(
            Guest.WRONG, random.nextBoolean() ? -1 : Guest.FIRST + random.nextInt(1 << 11));
      }
      default -> {}
    }
  }

  private void scratch(int start, int length) {
    for (int i = random.nextInt(3); i >= 0 && length > 0; i--) {
      memory.storeByte(
          start + random.nextInt(length),
          (byte) (random.nextBoolean() ? random.nextInt() : BYTES[random.nextInt(BYTES.length)]));
    }
  }

  /** Makes another memory the same. */
  void copyTo(CoreMemory other) {
    byte[] bytes = Running.bytes(memory);
    other.write(0, bytes, 0, bytes.length);
  }
}
