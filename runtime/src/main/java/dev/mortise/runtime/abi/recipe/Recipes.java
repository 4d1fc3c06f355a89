package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes programs for one string encoding and address width. Programs of types that were seen before
 * are used again, so one object may serve all functions of a component. Not for use by several
 * threads at a time; the programs are immutable.
 *
 * <p>Spec: {@code CanonicalABI.md#lifting-and-lowering-values}.
 */
public final class Recipes {
  private final TypeLayouts layouts;
  private final AddressWidth width;
  private final LiftRecipes lifts;
  private final LowerRecipes lowers;

  /** Recipes for one encoding and width. */
  public Recipes(StringEncoding encoding, AddressWidth width) {
    this.width = width;
    layouts = new TypeLayouts(width);
    lifts = new LiftRecipes(layouts, encoding);
    lowers = new LowerRecipes(layouts, encoding);
  }

  /** The layouts that the recipes follow. */
  public TypeLayouts layouts() {
    return layouts;
  }

  /** The program that lifts the value at a checked address: address → value. */
  public AbiProgram load(ValType type) {
    return lifts.load(type);
  }

  /** The program that stores a value at a checked address: value, address → nothing. */
  public AbiProgram store(ValType type) {
    return lowers.store(type);
  }

  /**
   * The program that lifts parameters or results: from flat core values when they are at most
   * {@code maxFlat}, else from the address of a tuple.
   *
   * <p><b>Shape</b> core values → values, or address → values.
   */
  public AbiProgram liftValues(List<ValType> types, int maxFlat) {
    List<Num> flat = Flatten.types(types, maxFlat, layouts);
    return flat == null ? liftSpilled(types) : liftFlat(types, flat);
  }

  /**
   * The program that lowers parameters or results: to flat core values when they are at most {@code
   * maxFlat}, else to a tuple in fresh memory, whose address it leaves.
   *
   * <p><b>Shape</b> values → core values, or values → address.
   */
  public AbiProgram lowerValues(List<ValType> types, int maxFlat) {
    List<Num> flat = Flatten.types(types, maxFlat, layouts);
    if (flat != null) {
      return lowerFlat(types, flat);
    }
    Slot address = AbiOp.address(width);
    List<Slot> inputs = Slot.values(types);
    ProgramBuilder fields = new ProgramBuilder("store-fields", withAddress(types));
    emitStoreFields(fields, types);
    AbiProgram storeFields = fields.input(types.size()).build(List.of(address));
    return new ProgramBuilder("lower-values", inputs)
        .inputs(0, types.size())
        .emit(new CoreOp.Allocate(width, layouts.recordAlignment(types), byteSize(types)))
        .emit(new CoreOp.Call(storeFields))
        .build(List.of(address));
  }

  /**
   * Like {@link #lowerValues}, but what is not flat goes to memory that the caller has given.
   *
   * <p><b>Shape</b> values → core values, or values, address → nothing.
   */
  public AbiProgram lowerValuesInto(List<ValType> types, int maxFlat) {
    List<Num> flat = Flatten.types(types, maxFlat, layouts);
    if (flat != null) {
      return lowerFlat(types, flat);
    }
    ProgramBuilder program = new ProgramBuilder("lower-values-into", withAddress(types));
    program
        .input(types.size())
        .emit(new CoreOp.CheckArea(width, layouts.recordAlignment(types), byteSize(types)));
    emitStoreFields(program, types);
    return program.build(List.of());
  }

  private AbiProgram liftFlat(List<ValType> types, List<Num> flat) {
    ProgramBuilder program = new ProgramBuilder("lift-values", Slot.core(flat));
    int first = 0;
    for (ValType type : types) {
      lifts.emitLiftFlat(program, type, first, flat.subList(first, flat.size()));
      first += Parts.flat(layouts.of(type)).size();
    }
    return program.build(Slot.values(types));
  }

  private AbiProgram liftSpilled(List<ValType> types) {
    ProgramBuilder program = new ProgramBuilder("lift-values", List.of(AbiOp.address(width)));
    program
        .input(0)
        .emit(new CoreOp.CheckArea(width, layouts.recordAlignment(types), byteSize(types)));
    List<Integer> offsets = layouts.fieldOffsets(types);
    for (int i = 0; i < types.size(); i++) {
      lifts.emitLoad(program, types.get(i), 0, offsets.get(i));
    }
    return program.build(Slot.values(types));
  }

  private AbiProgram lowerFlat(List<ValType> types, List<Num> flat) {
    ProgramBuilder program = new ProgramBuilder("lower-values", Slot.values(types));
    for (int i = 0; i < types.size(); i++) {
      program.input(i).emit(lowers.lowerLeaf(types.get(i)));
    }
    return program.build(Slot.core(flat));
  }

  private void emitStoreFields(ProgramBuilder program, List<ValType> types) {
    List<Integer> offsets = layouts.fieldOffsets(types);
    for (int i = 0; i < types.size(); i++) {
      int index = i;
      lowers.emitStore(program, types.get(i), p -> p.input(index), types.size(), offsets.get(i));
    }
  }

  private int byteSize(List<ValType> types) {
    return Parts.checkedByteSize(layouts.recordByteSize(types));
  }

  private List<Slot> withAddress(List<ValType> types) {
    List<Slot> slots = new ArrayList<>(Slot.values(types));
    slots.add(AbiOp.address(width));
    return slots;
  }
}
