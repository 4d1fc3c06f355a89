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
import org.jspecify.annotations.Nullable;

/**
 * Programs that lift: {@code load} from an address, {@code lift-flat} from core values. Leaves are
 * spelled out where they stand; aggregates are programs of their own, one per type object.
 *
 * <p>Spec: {@code CanonicalABI.md#loading} and {@code #flat-lifting}.
 */
final class LiftRecipes {
  private final TypeLayouts layouts;
  private final StringEncoding encoding;
  private final AddressWidth width;
  private final Slot address;
  private final IdentityHashMap<StructuralType, AbiProgram> loads = new IdentityHashMap<>();
  private final IdentityHashMap<StructuralType, AbiProgram> flats = new IdentityHashMap<>();

  LiftRecipes(TypeLayouts layouts, StringEncoding encoding) {
    this.layouts = layouts;
    this.encoding = encoding;
    this.width = layouts.width();
    this.address = AbiOp.address(width);
  }

  /** The program that lifts the value at a checked address. */
  AbiProgram load(ValType type) {
    return Parts.memoised(
        loads, type, t -> Parts.stored(t, layouts.of(t).shape()), this::buildLoad);
  }

  /** The program that lifts a value from its flat core values. */
  AbiProgram liftFlat(ValType type) {
    return Parts.memoised(flats, type, t -> layouts.of(t).shape().embedded(), this::buildLiftFlat);
  }

  /** Pushes the value at {@code offset} from the address that is input {@code base}. */
  void emitLoad(ProgramBuilder program, ValType type, int base, int offset) {
    StructuralType structure = type.structure();
    switch (structure) {
      case PrimType prim when prim == PrimType.STRING -> {
        emitLoadRange(program, base, offset);
        program.emit(new LeafOp.LoadString(encoding, width));
      }
      case PrimType prim -> {
        emitLoadScalar(program, Parts.access(prim), base, offset);
        program.emit(
            prim == PrimType.ERROR_CONTEXT
                ? new LeafOp.LiftIndex(prim)
                : new LeafOp.LiftScalar(prim));
      }
      case FlagsType flags -> {
        emitLoadScalar(program, discriminant(flags), base, offset);
        program.emit(new LeafOp.LiftFlags(flags));
      }
      case EnumType labels -> {
        emitLoadScalar(program, discriminant(labels), base, offset);
        program.emit(new LeafOp.LiftEnum(labels));
      }
      case HandleType handle -> emitLoadIndex(program, handle, base, offset);
      case StreamType stream -> emitLoadIndex(program, stream, base, offset);
      case FutureType future -> emitLoadIndex(program, future, base, offset);
      case ListType list when list.length() == null -> {
        emitLoadRange(program, base, offset);
        program.emit(loadList(list));
      }
      case MapType map -> {
        emitLoadRange(program, base, offset);
        program.emit(loadMap(map));
      }
      case ListType list -> emitLoadAggregate(program, list, base, offset);
      case RecordType record -> emitLoadAggregate(program, record, base, offset);
      case TupleType tuple -> emitLoadAggregate(program, tuple, base, offset);
      case VariantType variant -> emitLoadAggregate(program, variant, base, offset);
      case OptionType option -> emitLoadAggregate(program, option, base, offset);
      case ResultType result -> emitLoadAggregate(program, result, base, offset);
    }
  }

  /** Pushes the value whose flat core values are the inputs from {@code first} on. */
  void emitLiftFlat(ProgramBuilder program, ValType type, int first, List<Num> have) {
    StructuralType structure = type.structure();
    List<Num> want = Parts.flat(layouts.of(structure));
    List<Num> found = have.subList(0, want.size());
    program.inputs(first, want.size());
    if (!found.equals(want)) {
      program.emit(new CoreOp.Coerce(found, want));
    }
    program.emit(
        switch (structure) {
          case PrimType prim when prim == PrimType.STRING -> new LeafOp.LoadString(encoding, width);
          case PrimType prim when prim == PrimType.ERROR_CONTEXT -> new LeafOp.LiftIndex(prim);
          case PrimType prim -> new LeafOp.LiftScalar(prim);
          case FlagsType flags -> new LeafOp.LiftFlags(flags);
          case EnumType labels -> new LeafOp.LiftEnum(labels);
          case HandleType handle -> new LeafOp.LiftIndex(handle);
          case StreamType stream -> new LeafOp.LiftIndex(stream);
          case FutureType future -> new LeafOp.LiftIndex(future);
          case ListType list when list.length() == null -> loadList(list);
          case MapType map -> loadMap(map);
          case ListType list -> new CoreOp.Call(liftFlat(list));
          case RecordType record -> new CoreOp.Call(liftFlat(record));
          case TupleType tuple -> new CoreOp.Call(liftFlat(tuple));
          case VariantType variant -> new CoreOp.Call(liftFlat(variant));
          case OptionType option -> new CoreOp.Call(liftFlat(option));
          case ResultType result -> new CoreOp.Call(liftFlat(result));
        });
  }

  private AbiProgram buildLoad(StructuralType type) {
    ProgramBuilder program = new ProgramBuilder("load " + type.kind(), List.of(address));
    switch (layouts.of(type).shape()) {
      case Despecialized.RecordOf record -> {
        List<Integer> offsets = layouts.fieldOffsets(record.fields());
        for (int i = 0; i < offsets.size(); i++) {
          emitLoad(program, record.fields().get(i), 0, offsets.get(i));
        }
        program.emit(new AggregateOp.Make(type, record.fields()));
      }
      case Despecialized.VariantOf variant when !(type instanceof EnumType) -> {
        emitLoadScalar(program, Parts.discriminant(variant), 0, 0);
        program.input(0);
        int offset = layouts.payloadOffset(variant);
        List<AbiProgram> cases = new ArrayList<>();
        for (@Nullable ValType payload : variant.cases()) {
          ProgramBuilder branch = new ProgramBuilder("load case", List.of(address));
          if (payload != null) {
            emitLoad(branch, payload, 0, offset);
          }
          cases.add(branch.build(Parts.payloadSlots(payload)));
        }
        program.emit(new AggregateOp.LiftVariant(type, List.of(address), cases));
      }
      case Despecialized.ListOf list when list.length() != null ->
          program.input(0).emit(loadFixedList((ListType) type));
      case Despecialized.VariantOf labels -> emitLoad(program, type, 0, 0);
      case Despecialized.ListOf list -> emitLoad(program, type, 0, 0);
      case Despecialized.Scalar scalar -> emitLoad(program, type, 0, 0);
      case Despecialized.Index index -> emitLoad(program, type, 0, 0);
      case Despecialized.Flags flags -> emitLoad(program, type, 0, 0);
    }
    return program.build(List.of(AbiOp.value(type)));
  }

  private AbiProgram buildLiftFlat(StructuralType type) {
    List<Num> flat = Parts.flat(layouts.of(type));
    ProgramBuilder program = new ProgramBuilder("lift-flat " + type.kind(), Slot.core(flat));
    switch (layouts.of(type).shape()) {
      case Despecialized.RecordOf record -> emitParts(program, type, record.fields(), flat);
      case Despecialized.ListOf list when list.length() != null ->
          emitParts(
              program,
              type,
              Collections.nCopies(Math.toIntExact(list.length()), list.element()),
              flat);
      case Despecialized.VariantOf variant when !(type instanceof EnumType) -> {
        List<Num> joined = flat.subList(1, flat.size());
        List<AbiProgram> cases = new ArrayList<>();
        for (@Nullable ValType payload : variant.cases()) {
          ProgramBuilder branch = new ProgramBuilder("lift-flat case", Slot.core(joined));
          if (payload != null) {
            emitLiftFlat(branch, payload, 0, joined);
          }
          cases.add(branch.build(Parts.payloadSlots(payload)));
        }
        program
            .inputs(0, flat.size())
            .emit(new AggregateOp.LiftVariant(type, Slot.core(joined), cases));
      }
      case Despecialized.VariantOf labels -> emitLiftFlat(program, type, 0, flat);
      case Despecialized.ListOf list -> emitLiftFlat(program, type, 0, flat);
      case Despecialized.Scalar scalar -> emitLiftFlat(program, type, 0, flat);
      case Despecialized.Index index -> emitLiftFlat(program, type, 0, flat);
      case Despecialized.Flags flags -> emitLiftFlat(program, type, 0, flat);
    }
    return program.build(List.of(AbiOp.value(type)));
  }

  private void emitParts(
      ProgramBuilder program, StructuralType type, List<ValType> parts, List<Num> flat) {
    int first = 0;
    for (ValType part : parts) {
      emitLiftFlat(program, part, first, flat.subList(first, flat.size()));
      first += Parts.flat(layouts.of(part)).size();
    }
    program.emit(new AggregateOp.Make(type, parts));
  }

  private AbiOp loadList(ListType list) {
    ListOp.Stride stride = Parts.stride(layouts.of(list.element()));
    PrimType number = Parts.number(list.element());
    return number != null
        ? new ListOp.LoadNumbers(list, width, stride, number)
        : new ListOp.LoadList(list, width, stride, load(list.element()));
  }

  private AbiOp loadFixedList(ListType list) {
    ListOp.Stride stride = Parts.stride(layouts.of(list.element()));
    PrimType number = Parts.number(list.element());
    return number != null
        ? new ListOp.LoadFixedNumbers(list, width, stride, number)
        : new ListOp.LoadFixedList(list, width, stride, load(list.element()));
  }

  private AbiOp loadMap(MapType map) {
    List<ValType> entry = List.of(map.key(), map.value());
    List<Integer> offsets = layouts.fieldOffsets(entry);
    ProgramBuilder program = new ProgramBuilder("load entry", List.of(address));
    emitLoad(program, map.key(), 0, offsets.get(0));
    emitLoad(program, map.value(), 0, offsets.get(1));
    return new ListOp.LoadMap(
        map, width, Parts.entryStride(entry, layouts), program.build(Slot.values(entry)));
  }

  private void emitLoadAggregate(
      ProgramBuilder program, StructuralType type, int base, int offset) {
    program.input(base);
    if (offset != 0) {
      program.emit(new CoreOp.Offset(width, offset));
    }
    program.emit(new CoreOp.Call(load(type)));
  }

  private void emitLoadIndex(ProgramBuilder program, StructuralType type, int base, int offset) {
    emitLoadScalar(program, MemoryAccess.I32, base, offset);
    program.emit(new LeafOp.LiftIndex(type));
  }

  private void emitLoadRange(ProgramBuilder program, int base, int offset) {
    MemoryAccess access = width == AddressWidth.BITS_32 ? MemoryAccess.I32 : MemoryAccess.I64;
    emitLoadScalar(program, access, base, offset);
    emitLoadScalar(program, access, base, offset + width.byteLength());
  }

  private void emitLoadScalar(ProgramBuilder program, MemoryAccess access, int base, int offset) {
    program.input(base).emit(new CoreOp.LoadScalar(access, width, offset));
  }

  private MemoryAccess discriminant(StructuralType type) {
    return MemoryAccess.unsigned((int) layouts.of(type).byteSize());
  }
}
