package dev.mortise.runtime.abi.recipe;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.Despecialized;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Programs that lower: {@code store} to an address, {@code lower-flat} to core values; the mirror
 * of {@link LiftRecipes}.
 *
 * <p>Spec: {@code CanonicalABI.md#storing} and {@code #flat-lowering}.
 */
final class LowerRecipes {
  private final TypeLayouts layouts;
  private final StringEncoding encoding;
  private final AddressWidth width;
  private final Slot address;
  private final IdentityHashMap<StructuralType, AbiProgram> stores = new IdentityHashMap<>();
  private final IdentityHashMap<StructuralType, AbiProgram> flats = new IdentityHashMap<>();

  LowerRecipes(TypeLayouts layouts, StringEncoding encoding) {
    this.layouts = layouts;
    this.encoding = encoding;
    this.width = layouts.width();
    this.address = AbiOp.address(width);
  }

  /** The program that stores a value at a checked address. */
  AbiProgram store(ValType type) {
    return Parts.memoised(
        stores, type, t -> Parts.stored(t, layouts.of(t).shape()), this::buildStore);
  }

  /** The program that lowers a value to its flat core values. */
  AbiProgram lowerFlat(ValType type) {
    return Parts.memoised(flats, type, t -> layouts.of(t).shape().embedded(), this::buildLowerFlat);
  }

  /**
   * Stores a value at {@code offset} from the address that is input {@code base}.
   *
   * @param push pushes the value
   */
  void emitStore(
      ProgramBuilder program, ValType type, Consumer<ProgramBuilder> push, int base, int offset) {
    StructuralType structure = type.structure();
    switch (structure) {
      case PrimType prim when prim != PrimType.STRING ->
          emitStoreScalar(program, lowerLeaf(prim), Parts.access(prim), push, base, offset);
      case FlagsType flags ->
          emitStoreScalar(program, lowerLeaf(flags), discriminant(flags), push, base, offset);
      case EnumType labels ->
          emitStoreScalar(program, lowerLeaf(labels), discriminant(labels), push, base, offset);
      case HandleType handle ->
          emitStoreScalar(program, lowerLeaf(handle), MemoryAccess.I32, push, base, offset);
      case StreamType stream ->
          emitStoreScalar(program, lowerLeaf(stream), MemoryAccess.I32, push, base, offset);
      case FutureType future ->
          emitStoreScalar(program, lowerLeaf(future), MemoryAccess.I32, push, base, offset);
      case PrimType string -> emitStoreRange(program, lowerLeaf(string), push, base, offset);
      case MapType map -> emitStoreRange(program, lowerLeaf(map), push, base, offset);
      case ListType list when list.length() == null ->
          emitStoreRange(program, lowerLeaf(list), push, base, offset);
      case ListType list -> emitStoreAggregate(program, list, push, base, offset);
      case RecordType record -> emitStoreAggregate(program, record, push, base, offset);
      case TupleType tuple -> emitStoreAggregate(program, tuple, push, base, offset);
      case VariantType variant -> emitStoreAggregate(program, variant, push, base, offset);
      case OptionType option -> emitStoreAggregate(program, option, push, base, offset);
      case ResultType result -> emitStoreAggregate(program, result, push, base, offset);
    }
  }

  /** The operation that takes a value from the stack and leaves its flat core values. */
  AbiOp lowerLeaf(ValType type) {
    return switch (type.structure()) {
      case PrimType prim when prim == PrimType.STRING -> new LeafOp.StoreString(encoding, width);
      case PrimType prim when prim == PrimType.ERROR_CONTEXT -> new LeafOp.LowerIndex(prim);
      case PrimType prim -> new LeafOp.LowerScalar(prim);
      case FlagsType flags -> new LeafOp.LowerFlags(flags);
      case EnumType labels -> new LeafOp.LowerEnum(labels, Parts.caseOf(labels.labels()));
      case HandleType handle -> new LeafOp.LowerIndex(handle);
      case StreamType stream -> new LeafOp.LowerIndex(stream);
      case FutureType future -> new LeafOp.LowerIndex(future);
      case ListType list when list.length() == null -> storeList(list);
      case MapType map -> storeMap(map);
      case ListType list -> new CoreOp.Call(lowerFlat(list));
      case RecordType record -> new CoreOp.Call(lowerFlat(record));
      case TupleType tuple -> new CoreOp.Call(lowerFlat(tuple));
      case VariantType variant -> new CoreOp.Call(lowerFlat(variant));
      case OptionType option -> new CoreOp.Call(lowerFlat(option));
      case ResultType result -> new CoreOp.Call(lowerFlat(result));
    };
  }

  private AbiProgram buildStore(StructuralType type) {
    List<Slot> inputs = List.of(AbiOp.value(type), address);
    ProgramBuilder program = new ProgramBuilder("store " + type.kind(), inputs);
    switch (layouts.of(type).shape()) {
      case Despecialized.RecordOf record -> {
        List<Integer> offsets = layouts.fieldOffsets(record.fields());
        for (int i = 0; i < offsets.size(); i++) {
          ValType part = record.fields().get(i);
          AggregateOp get = new AggregateOp.GetPart(type, i, part);
          emitStore(program, part, p -> p.input(0).emit(get), 1, offsets.get(i));
        }
      }
      case Despecialized.VariantOf variant when !(type instanceof EnumType) ->
          program.inputs(0, 2).emit(storeVariant(type, variant));
      case Despecialized.ListOf list when list.length() != null ->
          program.inputs(0, 2).emit(storeFixedList((ListType) type));
      case Despecialized.VariantOf labels -> emitStore(program, type, p -> p.input(0), 1, 0);
      case Despecialized.ListOf list -> emitStore(program, type, p -> p.input(0), 1, 0);
      case Despecialized.Scalar scalar -> emitStore(program, type, p -> p.input(0), 1, 0);
      case Despecialized.Index index -> emitStore(program, type, p -> p.input(0), 1, 0);
      case Despecialized.Flags flags -> emitStore(program, type, p -> p.input(0), 1, 0);
    }
    return program.build(List.of());
  }

  private AbiOp storeVariant(StructuralType type, Despecialized.VariantOf variant) {
    MemoryAccess discriminant = Parts.discriminant(variant);
    int offset = layouts.payloadOffset(variant);
    List<AbiProgram> cases = new ArrayList<>();
    for (int i = 0; i < variant.cases().size(); i++) {
      @Nullable ValType payload = variant.cases().get(i);
      List<Slot> inputs = new ArrayList<>(Parts.payloadSlots(payload));
      int base = inputs.size();
      inputs.add(address);
      ProgramBuilder branch = new ProgramBuilder("store case", inputs);
      branch
          .input(base)
          .emit(new CoreOp.Constant(Num.I32, i))
          .emit(new CoreOp.StoreScalar(discriminant, width, 0));
      if (payload != null) {
        emitStore(branch, payload, p -> p.input(0), base, offset);
      }
      cases.add(branch.build(List.of()));
    }
    Map<String, Integer> caseOf = Parts.caseOf(Parts.labels(type));
    return new AggregateOp.LowerVariant(type, caseOf, List.of(address), List.of(), cases);
  }

  private AbiProgram buildLowerFlat(StructuralType type) {
    List<Num> flat = Parts.flat(layouts.of(type));
    ProgramBuilder program =
        new ProgramBuilder("lower-flat " + type.kind(), List.of(AbiOp.value(type)));
    switch (layouts.of(type).shape()) {
      case Despecialized.RecordOf record -> emitParts(program, type, record.fields());
      case Despecialized.ListOf list when list.length() != null ->
          emitParts(
              program, type, Collections.nCopies(Math.toIntExact(list.length()), list.element()));
      case Despecialized.VariantOf variant when !(type instanceof EnumType) ->
          program.input(0).emit(lowerFlatVariant(type, variant, flat));
      case Despecialized.VariantOf labels -> program.input(0).emit(lowerLeaf(type));
      case Despecialized.ListOf list -> program.input(0).emit(lowerLeaf(type));
      case Despecialized.Scalar scalar -> program.input(0).emit(lowerLeaf(type));
      case Despecialized.Index index -> program.input(0).emit(lowerLeaf(type));
      case Despecialized.Flags flags -> program.input(0).emit(lowerLeaf(type));
    }
    return program.build(Slot.core(flat));
  }

  private AbiOp lowerFlatVariant(
      StructuralType type, Despecialized.VariantOf variant, List<Num> flat) {
    List<Num> joined = flat.subList(1, flat.size());
    List<AbiProgram> cases = new ArrayList<>();
    for (int i = 0; i < variant.cases().size(); i++) {
      @Nullable ValType payload = variant.cases().get(i);
      ProgramBuilder branch = new ProgramBuilder("lower-flat case", Parts.payloadSlots(payload));
      branch.emit(new CoreOp.Constant(Num.I32, i));
      int used = 0;
      if (payload != null) {
        List<Num> have = Parts.flat(layouts.of(payload));
        used = have.size();
        branch.input(0).emit(lowerLeaf(payload));
        List<Num> want = joined.subList(0, used);
        if (!have.equals(want)) {
          branch.emit(new CoreOp.Coerce(have, want));
        }
      }
      for (Num unused : joined.subList(used, joined.size())) {
        branch.emit(new CoreOp.Constant(unused, 0));
      }
      cases.add(branch.build(Slot.core(flat)));
    }
    Map<String, Integer> caseOf = Parts.caseOf(Parts.labels(type));
    return new AggregateOp.LowerVariant(type, caseOf, List.of(), Slot.core(flat), cases);
  }

  private void emitParts(ProgramBuilder program, StructuralType type, List<ValType> parts) {
    for (int i = 0; i < parts.size(); i++) {
      program.input(0).emit(new AggregateOp.GetPart(type, i, parts.get(i)));
      program.emit(lowerLeaf(parts.get(i)));
    }
  }

  private AbiOp storeList(ListType list) {
    ListOp.Stride stride = Parts.stride(layouts.of(list.element()));
    PrimType number = Parts.number(list.element());
    return number != null
        ? new ListOp.StoreNumbers(list, width, stride, number)
        : new ListOp.StoreList(list, width, stride, store(list.element()));
  }

  private AbiOp storeFixedList(ListType list) {
    ListOp.Stride stride = Parts.stride(layouts.of(list.element()));
    PrimType number = Parts.number(list.element());
    return number != null
        ? new ListOp.StoreFixedNumbers(list, width, stride, number)
        : new ListOp.StoreFixedList(list, width, stride, store(list.element()));
  }

  private AbiOp storeMap(MapType map) {
    List<ValType> entry = List.of(map.key(), map.value());
    List<Integer> offsets = layouts.fieldOffsets(entry);
    List<Slot> inputs = List.of(AbiOp.value(map.key()), AbiOp.value(map.value()), address);
    ProgramBuilder program = new ProgramBuilder("store entry", inputs);
    emitStore(program, map.key(), p -> p.input(0), 2, offsets.get(0));
    emitStore(program, map.value(), p -> p.input(1), 2, offsets.get(1));
    return new ListOp.StoreMap(
        map, width, Parts.entryStride(entry, layouts), program.build(List.of()));
  }

  private void emitStoreAggregate(
      ProgramBuilder program,
      StructuralType type,
      Consumer<ProgramBuilder> push,
      int base,
      int offset) {
    push.accept(program);
    program.input(base);
    if (offset != 0) {
      program.emit(new CoreOp.Offset(width, offset));
    }
    program.emit(new CoreOp.Call(store(type)));
  }

  private void emitStoreScalar(
      ProgramBuilder program,
      AbiOp lower,
      MemoryAccess access,
      Consumer<ProgramBuilder> push,
      int base,
      int offset) {
    program.input(base);
    push.accept(program);
    program.emit(lower).emit(new CoreOp.StoreScalar(access, width, offset));
  }

  private void emitStoreRange(
      ProgramBuilder program, AbiOp lower, Consumer<ProgramBuilder> push, int base, int offset) {
    program.input(base);
    push.accept(program);
    program.emit(lower).emit(new CoreOp.StoreRange(width, offset));
  }

  private MemoryAccess discriminant(StructuralType type) {
    return MemoryAccess.unsigned((int) layouts.of(type).byteSize());
  }
}
