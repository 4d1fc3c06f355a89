package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.Tuple3;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.tck.generate.ComponentEncoder;
import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions for which there can be no code: each is interpreted, and the others are not. */
class FallbackTest {
  private static final ValType LARGE = variant(450);

  /** Four such parameters are more than the code of one method has room for. */
  private static final FuncType HUGE =
      new FuncType(
          IntStream.range(0, 4).mapToObj(i -> new FuncType.Param("p" + i, LARGE)).toList(),
          LARGE,
          false);

  /**
   * So is the code of a variant that passes in 16 core values, which mean another thing each time.
   */
  private static final ValType WIDE =
      new VariantType(
          IntStream.range(0, 500)
              .mapToObj(
                  i ->
                      new VariantType.Case(
                          "c" + i,
                          new TupleType(
                              Collections.nCopies(15, i == 0 ? PrimType.F64 : PrimType.F32))))
              .toList());

  private static final FuncType EASY = func(PrimType.U32, PrimType.U32);

  private static VariantType variant(int cases) {
    ValType payload = new TupleType(Collections.nCopies(3, PrimType.U32));
    return new VariantType(
        IntStream.range(0, cases).mapToObj(i -> new VariantType.Case("c" + i, payload)).toList());
  }

  private static FuncType func(ValType result, ValType param) {
    return new FuncType(List.of(new FuncType.Param("p", param)), result, false);
  }

  private static Component load(byte[] bytes) {
    return Component.load(bytes, LoadOptions.DEFAULT.withFeatures(Features.all()));
  }

  private static List<String> interpreted(LinkedWorld world) {
    return world.interpreted().stream().map(GeneratedUnit.Fallback::function).toList();
  }

  private static LinkedWorld lifting(FuncType... types) {
    byte[] bytes = new Components(new Random(1), List.of(types)).lifting(StringEncoding.UTF8);
    return Differential.typed(load(bytes)).link(Imports.NONE);
  }

  @Test
  void functionTooLargeForAMethod_isInterpreted_andItsTypedMethodRunsTheInterpreter()
      throws ReflectiveOperationException {
    LinkedWorld world = lifting(HUGE, EASY);
    assertThat(interpreted(world)).containsExactly("export f0");
    Object typed = world.instantiate();
    Method method =
        Arrays.stream(typed.getClass().getMethods())
            .filter(m -> m.getName().equals("f0"))
            .findFirst()
            .orElseThrow();
    Class<?>[] cases = method.getParameterTypes()[0].getPermittedSubclasses();
    Object value = cases[449].getConstructors()[0].newInstance(new Tuple3<>(7L, 8L, 9L));
    // Nobody has told the guest what to return: it is what lies at the address 0.
    assertThat(method.invoke(typed, value, value, value, value).toString()).startsWith("C0[value=");
    assertThatThrownBy(() -> method.invoke(typed, value, value, value, null))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .hasMessageContaining("[value-type]");
  }

  @Test
  void tupleOf17_isLeftOut_andIsCalledByName() {
    ValType tuple = new TupleType(Collections.nCopies(17, PrimType.U8));
    LinkedWorld world = lifting(func(null, tuple), EASY);
    assertThat(interpreted(world)).containsExactly("export f0");
    assertThat(world.instantiateBoth().instance().call("f0", Collections.nCopies(17, 3)))
        .isEqualTo(ComponentValue.UNIT);
  }

  @Test
  void recordOfMoreFieldsThanAConstructorTakes_isLeftOut_withWhatIsMadeOfIt() {
    ValType record =
        new RecordType(
            IntStream.range(0, 130)
                .mapToObj(i -> new RecordType.Field("f" + i, PrimType.U64))
                .toList());
    assertThat(interpreted(lifting(func(record, PrimType.U8), func(new ListType(record), record))))
        .containsExactlyInAnyOrder("export f0", "export f1");
  }

  @Test
  void variantOfMoreCasesThanClassesAreGoodFor_isLeftOut() {
    assertThat(interpreted(lifting(func(null, variant(501))))).containsExactly("export f0");
  }

  @Test
  void functionsThatAreInterpreted_doTheSame() {
    Differential.Tally tally = new Differential.Tally();
    List<FuncType> types = List.of(func(PrimType.U8, WIDE), EASY);
    new LiftedCalls(1, tally, types).run();
    new LoweredCalls(1, tally, types).run();
    new FusedCalls(1, tally, types, false).run();
    assertThat(tally.interpreted).isEqualTo(3);
  }

  @Test
  void importPassedOn_isATypedMethodToo() throws ReflectiveOperationException {
    ComponentEncoder out = new ComponentEncoder(new Random(1));
    Item type = new TypeWriter(out, false).function(EASY);
    Item imported = out.imported("f", Space.FUNC, b -> b.u8(1).u32(type.index()));
    out.exported("g", imported);
    LinkedWorld world =
        Differential.typed(load(out.encode()))
            .link(Imports.builder().func("f", args -> args.get(0).asLong() + 1).build());
    Object typed = world.instantiate();
    assertThat(typed.getClass().getMethod("g", long.class).invoke(typed, 4L)).isEqualTo(5L);
  }
}
