package dev.mortise.runtime.abi.recipe;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints operations, a line each. */
public final class OpPrinter {
  private final Function<AbiProgram, String> reference;

  private OpPrinter(Function<AbiProgram, String> reference) {
    this.reference = reference;
  }

  /**
   * The line of an operation.
   *
   * @param reference how the programs that it calls are written
   */
  public static String print(AbiOp op, Function<AbiProgram, String> reference) {
    return new OpPrinter(reference).line(op);
  }

  private String references(List<AbiProgram> programs) {
    return programs.stream().map(reference).collect(Collectors.joining(" "));
  }

  private String line(AbiOp op) {
    return switch (op) {
      case CoreOp core -> line(core);
      case LeafOp leaf -> line(leaf);
      case ListOp list -> line(list);
      case AggregateOp aggregate -> line(aggregate);
    };
  }

  private String line(CoreOp op) {
    return switch (op) {
      case CoreOp.Input input -> "input " + input.index();
      case CoreOp.Constant constant -> constant.type() + ".const " + constant.bits();
      case CoreOp.Coerce coerce -> "coerce " + coerce.from() + " -> " + coerce.to();
      case CoreOp.Offset offset -> "offset " + offset.byteOffset();
      case CoreOp.Call call -> "call " + reference.apply(call.program());
      case CoreOp.LoadScalar load -> "load-" + load.access() + " +" + load.byteOffset();
      case CoreOp.StoreScalar store -> "store-" + store.access() + " +" + store.byteOffset();
      case CoreOp.StoreRange store -> "store-range +" + store.byteOffset();
      case CoreOp.CheckArea check ->
          "check-area " + check.byteLength() + " align " + check.alignmentBytes();
      case CoreOp.Allocate allocate ->
          "allocate " + allocate.byteLength() + " align " + allocate.alignmentBytes();
    };
  }

  private static String line(LeafOp op) {
    return switch (op) {
      case LeafOp.LiftScalar lift -> "lift " + lift.type();
      case LeafOp.LowerScalar lower -> "lower " + lower.type();
      case LeafOp.LiftFlags lift -> "lift flags of " + lift.type().labels().size();
      case LeafOp.LowerFlags lower -> "lower flags of " + lower.type().labels().size();
      case LeafOp.LiftEnum lift -> "lift enum of " + lift.type().labels().size();
      case LeafOp.LowerEnum lower -> "lower enum of " + lower.type().labels().size();
      case LeafOp.LoadString load -> "load-string " + load.encoding();
      case LeafOp.StoreString store -> "store-string " + store.encoding();
      case LeafOp.LiftIndex lift -> "lift " + lift.type().kind();
      case LeafOp.LowerIndex lower -> "lower " + lower.type().kind();
    };
  }

  private String line(ListOp op) {
    return switch (op) {
      case ListOp.LoadList load ->
          "load-list " + stride(load.stride()) + " each " + reference.apply(load.element());
      case ListOp.StoreList store ->
          "store-list " + stride(store.stride()) + " each " + reference.apply(store.element());
      case ListOp.LoadNumbers load -> "load-numbers " + load.element();
      case ListOp.StoreNumbers store -> "store-numbers " + store.element();
      case ListOp.LoadMap load ->
          "load-map " + stride(load.stride()) + " each " + reference.apply(load.entry());
      case ListOp.StoreMap store ->
          "store-map " + stride(store.stride()) + " each " + reference.apply(store.entry());
      case ListOp.LoadFixedList load ->
          "load-fixed-list " + load.type().length() + " each " + reference.apply(load.element());
      case ListOp.StoreFixedList store ->
          "store-fixed-list " + store.type().length() + " each " + reference.apply(store.element());
      case ListOp.LoadFixedNumbers load ->
          "load-fixed-numbers " + load.type().length() + " " + load.element();
      case ListOp.StoreFixedNumbers store ->
          "store-fixed-numbers " + store.type().length() + " " + store.element();
    };
  }

  private String line(AggregateOp op) {
    return switch (op) {
      case AggregateOp.Make make -> "make " + make.type().kind() + " of " + make.parts().size();
      case AggregateOp.GetPart get -> "get " + get.index() + ": " + get.part().kind();
      case AggregateOp.LiftVariant lift ->
          "lift-variant " + lift.type().kind() + " " + references(lift.cases());
      case AggregateOp.LowerVariant lower ->
          "lower-variant " + lower.type().kind() + " " + references(lower.cases());
    };
  }

  private static String stride(ListOp.Stride stride) {
    return "of " + stride.byteLength() + " align " + stride.alignmentBytes();
  }
}
