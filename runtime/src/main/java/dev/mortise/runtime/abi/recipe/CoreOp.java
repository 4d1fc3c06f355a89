package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.core.CoreValType.Num;
import java.util.List;

/** Operations on core values, on memory and between programs. */
public sealed interface CoreOp extends AbiOp {

  /** Pushes an input of the program. */
  record Input(int index, Slot slot) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of();
    }

    @Override
    public List<Slot> pushes() {
      return List.of(slot);
    }
  }

  /** Pushes a constant; of a float, its bits. */
  record Constant(Num type, long bits) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of();
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(type));
    }
  }

  /**
   * Takes the bits of each core value as another core type: between a case's own flat types and the
   * joined ones of its variant. Narrowing drops the high half, widening fills it with zeroes.
   */
  record Coerce(List<Num> from, List<Num> to) implements CoreOp {
    public Coerce {
      from = List.copyOf(from);
      to = List.copyOf(to);
      if (from.size() != to.size()) {
        throw new IllegalArgumentException(from + " to " + to);
      }
    }

    @Override
    public List<Slot> pops() {
      return Slot.core(from);
    }

    @Override
    public List<Slot> pushes() {
      return Slot.core(to);
    }
  }

  /** Adds a constant to a checked address. */
  record Offset(AddressWidth width, int byteOffset) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width));
    }
  }

  /** Runs another program on operands of the stack. */
  record Call(AbiProgram program) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return program.inputs();
    }

    @Override
    public List<Slot> pushes() {
      return program.outputs();
    }
  }

  /** Pops a checked address and pushes the core value that lies there. */
  record LoadScalar(MemoryAccess access, AddressWidth width, int byteOffset) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(access.type()));
    }
  }

  /** Pops a core value and, below it, the checked address to store it at. */
  record StoreScalar(MemoryAccess access, AddressWidth width, int byteOffset) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.core(access.type()));
    }

    @Override
    public List<Slot> pushes() {
      return List.of();
    }
  }

  /** Pops a length, a pointer and, below them, the checked address to store the pair at. */
  record StoreRange(AddressWidth width, int byteOffset) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.address(width), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of();
    }
  }

  /**
   * Pops the address of parameters or results that spilled to memory, and checks it.
   *
   * <p><b>Traps</b> when it is not aligned, or the area does not lie in memory. <b>Spec</b> {@code
   * CanonicalABI.md#lifting-and-lowering-values}.
   */
  record CheckArea(AddressWidth width, int alignmentBytes, int byteLength) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of();
    }
  }

  /**
   * Pushes the address of fresh memory for parameters or results that spilled.
   *
   * <p><b>Memory</b> one call of {@code realloc}; the callee owns it. <b>Traps</b> when what {@code
   * realloc} returns is not aligned or not in memory. <b>Spec</b> {@code
   * CanonicalABI.md#lifting-and-lowering-values}.
   */
  record Allocate(AddressWidth width, int alignmentBytes, int byteLength) implements CoreOp {
    @Override
    public List<Slot> pops() {
      return List.of();
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width));
    }
  }
}
