package dev.mortise.runtime.abi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypeLayoutsTest {
  private final TypeLayouts layouts = new TypeLayouts(AddressWidth.BITS_32);

  @Test
  void discriminant_atThePowersOf256_widens() {
    assertThat(Discriminant.byteLength(1)).isEqualTo(1);
    assertThat(Discriminant.byteLength(256)).isEqualTo(1);
    assertThat(Discriminant.byteLength(257)).isEqualTo(2);
    assertThat(Discriminant.byteLength(65536)).isEqualTo(2);
    assertThat(Discriminant.byteLength(65537)).isEqualTo(4);
  }

  @Test
  void flags_atTheWidths_widen() {
    assertThat(ElemSize.of(flags(8), AddressWidth.BITS_32)).isEqualTo(1);
    assertThat(ElemSize.of(flags(9), AddressWidth.BITS_32)).isEqualTo(2);
    assertThat(ElemSize.of(flags(17), AddressWidth.BITS_32)).isEqualTo(4);
    assertThat(ElemSize.of(flags(32), AddressWidth.BITS_32)).isEqualTo(4);
  }

  @Test
  void string_onWiderAddresses_isWider() {
    assertThat(ElemSize.of(PrimType.STRING, AddressWidth.BITS_32)).isEqualTo(8);
    assertThat(ElemSize.of(PrimType.STRING, AddressWidth.BITS_64)).isEqualTo(16);
    assertThat(Alignment.of(PrimType.STRING, AddressWidth.BITS_64)).isEqualTo(8);
  }

  @Test
  void record_withMixedAlignment_isPaddedInsideAndAtItsEnd() {
    TupleType tuple = new TupleType(List.of(PrimType.U8, PrimType.U32, PrimType.U8));
    assertThat(layouts.of(tuple).byteSize()).isEqualTo(12);
    assertThat(layouts.fieldOffsets(tuple.elements())).containsExactly(0, 4, 8);
  }

  @Test
  void join_ofI32AndF32_isI32AndAnyOtherMixIsI64() {
    assertThat(Flatten.join(Num.I32, Num.F32)).isEqualTo(Num.I32);
    assertThat(Flatten.join(Num.F32, Num.I32)).isEqualTo(Num.I32);
    assertThat(Flatten.join(Num.F32, Num.F32)).isEqualTo(Num.F32);
    assertThat(Flatten.join(Num.F32, Num.F64)).isEqualTo(Num.I64);
    assertThat(Flatten.join(Num.I32, Num.F64)).isEqualTo(Num.I64);
  }

  @Test
  void flatten_ofExactlyTheLimit_isFlatAndOneMoreIsNot() {
    assertThat(layouts.of(tuple(16)).flat()).hasSize(16);
    assertThat(layouts.of(tuple(17)).flat()).isNull();
    assertThat(layouts.of(new OptionType(tuple(15))).flat()).hasSize(16);
    assertThat(layouts.of(new OptionType(tuple(16))).flat()).isNull();
  }

  @Test
  void fixedList_ofHundredMillionElements_isMeasuredWithoutBeingFlattened() {
    ValType type = new ListType(PrimType.U8, 100_000_000L);
    assertThat(layouts.of(type).byteSize()).isEqualTo(100_000_000L);
    assertThat(layouts.of(type).flat()).isNull();
  }

  @Test
  void elemSize_ofWhatIsTooLarge_stopsAtTheLimit() {
    ValType type = PrimType.U64;
    for (int i = 0; i < 20; i++) {
      type = new ListType(type, 0xffff_ffffL);
    }
    assertThat(layouts.of(type).byteSize()).isEqualTo(ElemSize.LIMIT);
    ValType pair = new TupleType(List.of(type, type));
    assertThat(layouts.of(pair).byteSize()).isEqualTo(ElemSize.LIMIT);
    assertThat(layouts.of(new ResultType(pair, null)).byteSize()).isEqualTo(ElemSize.LIMIT);
  }

  @Test
  void layout_ofTypesThatShareTheirParts_takesOneStepPerType() {
    ValType type = PrimType.U8;
    for (int i = 0; i < 200; i++) {
      type =
          new VariantType(
              List.of(new VariantType.Case("a", type), new VariantType.Case("b", type)));
    }
    assertThat(layouts.of(type).byteSize()).isEqualTo(201);
    ValType record = PrimType.U8;
    for (int i = 0; i < 27; i++) {
      record =
          new RecordType(
              List.of(new RecordType.Field("a", record), new RecordType.Field("b", record)));
    }
    assertThat(layouts.of(record).byteSize()).isEqualTo(1L << 27);
  }

  @Test
  void layout_ofHundredThousandNestedTypes_needsNoStack() {
    ValType type = PrimType.U8;
    for (int i = 0; i < 100_000; i++) {
      type = new NamedType("n", new OptionType(type));
    }
    assertThat(layouts.of(type).byteSize()).isEqualTo(100_001);
  }

  @Test
  void despecialize_ofSpecialisedTypes_isTheTypeTheyStandFor() {
    assertThat(Despecialized.of(new EnumType(List.of("a", "b"))))
        .isEqualTo(new Despecialized.VariantOf(Collections.nCopies(2, null)));
    assertThat(Despecialized.of(new TupleType(List.of(PrimType.U8))))
        .isEqualTo(new Despecialized.RecordOf(List.of(PrimType.U8)));
    assertThat(Despecialized.of(new StreamType(PrimType.U8))).isEqualTo(new Despecialized.Index());
    assertThat(Despecialized.of(PrimType.ERROR_CONTEXT)).isEqualTo(new Despecialized.Index());
  }

  @Test
  void lower_withSpilledParamsAndResult_takesTwoAddresses() {
    FuncType type =
        new FuncType(List.of(new FuncType.Param("p", tuple(17))), PrimType.STRING, false);
    assertThat(CoreSignature.lower(type, CanonicalOptions.DEFAULT, layouts))
        .hasToString("(func (param i32 i32))");
    assertThat(CoreSignature.lift(type, CanonicalOptions.DEFAULT, layouts))
        .hasToString("(func (param i32) (result i32))");
  }

  private static FlagsType flags(int count) {
    return new FlagsType(IntStream.range(0, count).mapToObj(i -> "f" + i).toList());
  }

  private static TupleType tuple(int count) {
    return new TupleType(Collections.nCopies(count, PrimType.U32));
  }
}
