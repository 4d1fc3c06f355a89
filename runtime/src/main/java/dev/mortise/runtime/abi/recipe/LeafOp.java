package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.StructuralType;
import java.util.List;
import java.util.Map;

/** Operations between core values and component values that have no parts. */
public sealed interface LeafOp extends AbiOp {

  /**
   * Lifts a number, a {@code bool} or a {@code char}. High bits that the type does not have are
   * ignored, any {@code bool} but 0 is true, NaNs become the canonical one.
   *
   * <p><b>Traps</b> when a {@code char} is no Unicode scalar value.
   */
  record LiftScalar(PrimType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.core(coreType(type)));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers a number, a {@code bool} or a {@code char}; NaNs become the canonical one. */
  record LowerScalar(PrimType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(coreType(type)));
    }
  }

  /** Lifts flags; bits without a label are ignored. */
  record LiftFlags(FlagsType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.core(Num.I32));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers flags. */
  record LowerFlags(FlagsType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(Num.I32));
    }
  }

  /**
   * Lifts an enum, that is a variant without payloads.
   *
   * <p><b>Traps</b> when there is no such case.
   */
  record LiftEnum(EnumType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.core(Num.I32));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers an enum; the map gives the number of each label. */
  record LowerEnum(EnumType type, Map<String, Integer> caseOf) implements LeafOp {
    public LowerEnum {
      caseOf = Map.copyOf(caseOf);
    }

    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(Num.I32));
    }
  }

  /**
   * Lifts a string from a pointer and, above it, a length.
   *
   * <p><b>Units</b> the length counts code units, with the tag in its highest bit. <b>Traps</b>
   * when the bytes are not aligned, not in memory, more than 2<sup>28</sup> − 1 or not well formed.
   * <b>Spec</b> {@code CanonicalABI.md#loading}, {@code load_string_from_range}.
   */
  record LoadString(StringEncoding encoding, AddressWidth width) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(PrimType.STRING));
    }
  }

  /**
   * Lowers a string into fresh memory and pushes its pointer and, above it, its length.
   *
   * <p><b>Memory</b> {@code realloc}, once or as often as transcoding asks for; the callee owns it.
   * <b>Spec</b> {@code CanonicalABI.md#storing}, {@code store_string_into_range}.
   */
  record StoreString(StringEncoding encoding, AddressWidth width) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(PrimType.STRING));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.address(width), AbiOp.address(width));
    }
  }

  /**
   * Lifts what an index of the instance's table stands for: a handle, a readable end of a stream or
   * future, an error context. The run-time context does it, and traps.
   */
  record LiftIndex(StructuralType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.core(Num.I32));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.value(type));
    }
  }

  /** Lowers such a value to an index of the instance's table; the run-time context does it. */
  record LowerIndex(StructuralType type) implements LeafOp {
    @Override
    public List<Slot> pops() {
      return List.of(AbiOp.value(type));
    }

    @Override
    public List<Slot> pushes() {
      return List.of(AbiOp.core(Num.I32));
    }
  }

  /** The core type of a scalar. */
  static Num coreType(PrimType type) {
    return switch (type) {
      case BOOL, S8, U8, S16, U16, S32, U32, CHAR -> Num.I32;
      case S64, U64 -> Num.I64;
      case F32 -> Num.F32;
      case F64 -> Num.F64;
      case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(type + " is no scalar");
    };
  }
}
