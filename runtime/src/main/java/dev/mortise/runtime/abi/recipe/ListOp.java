package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.PrimType;
import java.util.List;

/**
 * Operations on lists and maps in memory. Those on free lists work on a pointer and, above it, a
 * number of elements; those on lists of fixed length on the checked address of the first element.
 *
 * <p><b>Traps</b>, lifting: when the elements are not aligned, not in memory or more than
 * 2<sup>28</sup> − 1 bytes; lowering: when what {@code realloc} returns is not aligned or not in
 * memory. <b>Memory</b> lowering calls {@code realloc} once; the callee owns it. <b>Spec</b> {@code
 * CanonicalABI.md#loading} and {@code #storing}.
 */
public sealed interface ListOp extends AbiOp {

  /** How elements follow each other. */
  record Stride(int byteLength, int alignmentBytes) {}

  /** Lifts a list; the program lifts the element at an address. */
  record LoadList(ListType type, AddressWidth width, Stride stride, AbiProgram element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers a list; the program stores an element at an address. */
  record StoreList(ListType type, AddressWidth width, Stride stride, AbiProgram element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }
  }

  /** Lifts a list of numbers in one go. */
  record LoadNumbers(ListType type, AddressWidth width, Stride stride, PrimType element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers a list of numbers in one go. */
  record StoreNumbers(ListType type, AddressWidth width, Stride stride, PrimType element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }
  }

  /** Lifts a map; the program lifts the key and, above it, the value at an address. */
  record LoadMap(MapType type, AddressWidth width, Stride stride, AbiProgram entry)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers a map; the program stores a key and a value at an address. */
  record StoreMap(MapType type, AddressWidth width, Stride stride, AbiProgram entry)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }
  }

  /** Lifts a list of fixed length. */
  record LoadFixedList(ListType type, AddressWidth width, Stride stride, AbiProgram element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Pops an address and, below it, a list of fixed length, which it stores there. */
  record StoreFixedList(ListType type, AddressWidth width, Stride stride, AbiProgram element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of();
    }
  }

  /** Lifts a list of numbers of fixed length in one go. */
  record LoadFixedNumbers(ListType type, AddressWidth width, Stride stride, PrimType element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Pops an address and, below it, a list of numbers of fixed length, which it stores there. */
  record StoreFixedNumbers(ListType type, AddressWidth width, Stride stride, PrimType element)
      implements ListOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of();
    }
  }
}
