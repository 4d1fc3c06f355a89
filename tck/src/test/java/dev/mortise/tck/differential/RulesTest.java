package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What chance comes upon seldom, held against the interpreter every time. */
class RulesTest {
  private static FuncType func(ValType result, ValType... params) {
    List<FuncType.Param> named = new ArrayList<>();
    for (ValType param : params) {
      named.add(new FuncType.Param("p" + named.size(), param));
    }
    return new FuncType(named, result, false);
  }

  private static <T> List<T> times(int count, IntFunction<T> make) {
    return IntStream.range(0, count).mapToObj(make).toList();
  }

  private static Differential.Tally compare(ValType... types) {
    Differential.Tally tally = new Differential.Tally();
    List<FuncType> functions = new ArrayList<>();
    for (ValType type : types) {
      functions.add(func(type, type));
      functions.add(func(type, type, PrimType.STRING, types[0]));
    }
    for (int seed = 0; seed < 1; seed++) {
      new LiftedCalls(seed, tally, functions).run();
      new LoweredCalls(seed, tally, functions).run();
      new FusedCalls(seed, tally, functions, false).run();
      new FusedCalls(seed, tally, functions, true).run();
    }
    return tally;
  }

  private static void assertGenerated(ValType... types) {
    assertThat(compare(types).interpreted).as("functions without code").isZero();
  }

  @Test
  void listsOfOneElementType_ofSeveralLengths_haveLoopsOfTheirOwn() {
    for (ValType element : List.of(PrimType.STRING, new OptionType(PrimType.U16))) {
      assertGenerated(
          new ListType(element),
          new ListType(element, 2L),
          new ListType(element, 3L),
          new TupleType(
              List.of(
                  new ListType(element, 9L), new ListType(element), new ListType(element, 8L))));
    }
  }

  @Test
  void discriminants_ofEachWidth() {
    assertGenerated(
        new EnumType(times(255, i -> "l" + i)),
        new EnumType(times(256, i -> "l" + i)),
        new EnumType(times(257, i -> "l" + i)),
        new VariantType(
            times(258, i -> new VariantType.Case("c" + i, i % 50 == 0 ? PrimType.STRING : null))));
  }

  @Test
  void flags_ofEachWidth() {
    assertGenerated(
        new FlagsType(times(1, i -> "l" + i)),
        new FlagsType(times(8, i -> "l" + i)),
        new FlagsType(times(9, i -> "l" + i)),
        new FlagsType(times(17, i -> "l" + i)),
        new FlagsType(times(31, i -> "l" + i)),
        new FlagsType(times(32, i -> "l" + i)));
  }

  @Test
  void payloads_thatShareCoreValues() {
    List<VariantType.Case> cases = new ArrayList<>();
    for (PrimType type :
        List.of(PrimType.F32, PrimType.S32, PrimType.F64, PrimType.U64, PrimType.STRING)) {
      cases.add(new VariantType.Case("of-" + type, type));
      assertGenerated(new VariantType(cases), new OptionType(new ResultType(type, PrimType.F32)));
    }
  }

  @Test
  void records_ofManyFields() {
    assertGenerated(
        new RecordType(times(60, i -> new RecordType.Field("f" + i, PrimType.values()[i % 12]))),
        new TupleType(Collections.nCopies(16, PrimType.F64)));
  }

  private static final int EVERYWHERE = -1;

  /** Calls a function that takes and gives a string, after something was done to the memories. */
  private static void assertCalleePoisoned(
      boolean poisoned, BiConsumer<CoreMemory, CoreMemory> damage) {
    List<FuncType> types = List.of(func(PrimType.STRING, PrimType.STRING));
    byte[] bytes =
        new Components(new Random(1), types).fused(StringEncoding.UTF8, StringEncoding.UTF16);
    Component component =
        Component.load(bytes, LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET));
    LinkedWorld world = Differential.typed(component).link(Imports.NONE);
    assertThat(world.unit().fused()).hasSize(1);
    for (Instance instance :
        List.of(component.instantiate(Imports.NONE), world.instantiateBoth().instance())) {
      Running running = new Running(instance);
      CoreMemory caller = running.memory("run0");
      CoreMemory callee = running.memory("peek");
      caller.storeInt(Guest.HEAP, Guest.FIRST);
      callee.storeInt(Guest.HEAP, Guest.FIRST);
      // A string of three characters either way, and the result behind it.
      caller.storeInt(Guest.ARGUMENTS, Guest.DATA);
      caller.storeInt(Guest.ARGUMENTS + 8, 3);
      caller.storeInt(Guest.ARGUMENTS + 16, Guest.OUT);
      callee.storeInt(Guest.RESULT, Guest.OUT);
      callee.storeInt(Guest.OUT, Guest.DATA);
      callee.storeInt(Guest.OUT + 4, 3);
      assertThat(running.call("run0", List.of()).failed()).isFalse();
      caller.storeInt(Guest.CALLS, 0);
      callee.storeInt(Guest.CALLS, 0);
      damage.accept(caller, callee);
      assertThat(running.call("run0", List.of()).failed()).isTrue();
      assertThat(running.call("peek", List.of()).failed()).isEqualTo(poisoned);
    }
  }

  private static void answerWrongly(CoreMemory memory) {
    memory.storeInt(Guest.FAULT, 1);
    memory.storeInt(Guest.WRONG, EVERYWHERE);
  }

  @Test
  void fused_wrongAnswerOfTheCalleesRealloc_poisonsTheCallee() {
    assertCalleePoisoned(true, (caller, callee) -> answerWrongly(callee));
  }

  @Test
  void fused_wrongAnswerOfTheCallersRealloc_poisonsTheCallerAlone() {
    assertCalleePoisoned(false, (caller, callee) -> answerWrongly(caller));
  }

  @Test
  void fused_wrongPlaceForTheResult_poisonsTheCallerAlone() {
    assertCalleePoisoned(
        false, (caller, callee) -> caller.storeInt(Guest.ARGUMENTS + 16, EVERYWHERE));
  }

  @Test
  void fused_wrongArguments_poisonTheCallerAlone() {
    assertCalleePoisoned(
        false, (caller, callee) -> caller.storeInt(Guest.ARGUMENTS + 8, EVERYWHERE));
  }

  @Test
  void fused_wrongResult_poisonsTheCallee() {
    assertCalleePoisoned(true, (caller, callee) -> callee.storeInt(Guest.OUT, EVERYWHERE));
  }

  @Test
  void longListsOfFixedLength() {
    assertGenerated(
        new ListType(PrimType.U16, 700L),
        new ListType(new TupleType(List.of(PrimType.U8, PrimType.S64)), 70L),
        new ListType(new ListType(PrimType.BOOL, 3L), 4L));
  }
}
