package dev.mortise.loader.abi.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a program and all programs that it calls, each once, numbered in the order in which they
 * are met: for tests, for dumps and for those who want to see what a type costs.
 */
public final class ProgramPrinter {
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<AbiProgram, Integer> numbers = new IdentityHashMap<>();
  private final Deque<AbiProgram> pending = new ArrayDeque<>();

  private ProgramPrinter() {}

  /** The text of a program. */
  public static String print(AbiProgram program) {
    ProgramPrinter printer = new ProgramPrinter();
    printer.reference(program);
    while (!printer.pending.isEmpty()) {
      printer.append(printer.pending.removeFirst());
    }
    return printer.text.toString();
  }

  private void append(AbiProgram program) {
    text.append(reference(program)).append(' ').append(program).append('\n');
    for (AbiOp op : program.ops()) {
      text.append("  ").append(line(op)).append('\n');
    }
  }

  /** The number by which a program is called; an unknown one is printed later. */
  private String reference(AbiProgram program) {
    Integer known = numbers.get(program);
    if (known == null) {
      known = numbers.size();
      numbers.put(program, known);
      pending.add(program);
    }
    return "#" + known;
  }

  private String references(List<AbiProgram> programs) {
    return programs.stream().map(this::reference).collect(Collectors.joining(" "));
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
      case CoreOp.Call call -> "call " + reference(call.program());
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
          "load-list " + stride(load.stride()) + " each " + reference(load.element());
      case ListOp.StoreList store ->
          "store-list " + stride(store.stride()) + " each " + reference(store.element());
      case ListOp.LoadNumbers load -> "load-numbers " + load.element();
      case ListOp.StoreNumbers store -> "store-numbers " + store.element();
      case ListOp.LoadMap load ->
          "load-map " + stride(load.stride()) + " each " + reference(load.entry());
      case ListOp.StoreMap store ->
          "store-map " + stride(store.stride()) + " each " + reference(store.entry());
      case ListOp.LoadFixedList load ->
          "load-fixed-list " + load.type().length() + " each " + reference(load.element());
      case ListOp.StoreFixedList store ->
          "store-fixed-list " + store.type().length() + " each " + reference(store.element());
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
