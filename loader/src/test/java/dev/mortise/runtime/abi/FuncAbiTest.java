package dev.mortise.runtime.abi;

import static dev.mortise.runtime.value.ComponentValue.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuncAbiTest {
  private final FakeContext context = FakeContext.ofSize(256);

  @Test
  void lowerParams_ofAString_passesAddressAndLength() {
    FuncAbi abi = abi(PrimType.STRING, PrimType.STRING);
    assertThat(abi.liftSignature()).hasToString("(func (param i32 i32) (result i32))");
    assertThat(abi.lowerParams(List.of(new ComponentValue.StringValue("hi")), context))
        .containsExactly(8, 2);
  }

  @Test
  void liftResult_withoutResult_isUnit() {
    assertThat(abi(null).liftResult(new long[0], context)).isEqualTo(UNIT);
  }

  @Test
  void liftResult_ofASmallInteger_ignoresHighBits() {
    assertThat(abi(PrimType.U8).liftResult(new long[] {0xffff_ffff_ffff_ff07L}, context))
        .isEqualTo(new ComponentValue.U8Value(7));
    assertThat(abi(PrimType.BOOL).liftResult(new long[] {0x1_0000_0002L}, context))
        .isEqualTo(new ComponentValue.BoolValue(true));
    assertThat(abi(PrimType.BOOL).liftResult(new long[] {0x1_0000_0000L}, context))
        .isEqualTo(new ComponentValue.BoolValue(false));
  }

  @Test
  void lowerResult_ofAString_goesToTheOutPointer() {
    FuncAbi abi = abi(PrimType.STRING, PrimType.U8);
    assertThat(abi.lowerSignature()).hasToString("(func (param i32 i32))");
    assertThat(abi.resultGoesToMemory()).isTrue();
    long[] arguments = {5, 128};
    assertThat(abi.liftParams(arguments, context)).containsExactly(new ComponentValue.U8Value(5));
    assertThat(abi.lowerResult(new ComponentValue.StringValue("hi"), arguments, context)).isEmpty();
    assertThat(context.memory().loadInt(128)).isEqualTo(8);
    assertThat(context.memory().loadInt(132)).isEqualTo(2);
  }

  @Test
  void lowerResult_withoutResult_takesUnitOnly() {
    assertThat(abi(null).lowerResult(UNIT, new long[0], context)).isEmpty();
    assertThatThrownBy(
            () -> abi(null).lowerResult(new ComponentValue.U8Value(1), new long[0], context))
        .isInstanceOf(ValueException.class);
  }

  @Test
  void nans_inEitherDirection_becomeTheCanonicalOne() {
    FuncAbi abi = abi(PrimType.F32, PrimType.F32);
    float nan = Float.intBitsToFloat(0xffc1_2345);
    assertThat(abi.lowerParams(List.of(new ComponentValue.F32Value(nan)), context))
        .containsExactly(0x7fc0_0000);
    ComponentValue lifted = abi.liftResult(new long[] {0xffc1_2345L}, context);
    assertThat(Float.floatToRawIntBits(((ComponentValue.F32Value) lifted).value()))
        .isEqualTo(0x7fc0_0000);
  }

  @Test
  void lowerParams_ofAByteList_isOneCopy() {
    FuncAbi abi = abi(null, new ListType(PrimType.U8));
    NumberList bytes = NumberList.copyOf(PrimType.U8, new byte[] {1, 2, (byte) 200});
    assertThat(abi.lowerParams(List.of(new ComponentValue.ListValue(bytes)), context))
        .containsExactly(8, 3);
    assertThat(context.memory.bytes[10]).isEqualTo((byte) 200);
  }

  @Test
  void numberLists_ofMoreThanOneBuffer_areWhole() {
    FakeContext large = FakeContext.ofSize(1 << 20);
    double[] numbers = new double[40_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * 0.5;
    }
    ComponentValue list = new ComponentValue.ListValue(NumberList.copyOf(PrimType.F64, numbers));
    FuncAbi abi = abi(null, new ListType(PrimType.F64));
    long[] core = abi.lowerParams(List.of(list), large);
    assertThat(core).containsExactly(8, 40_000);
    assertThat(abi.liftParams(core, large)).containsExactly(list);
  }

  @Test
  void values_thatNestFiveHundredDeep_fitTheStack() {
    ValType type = PrimType.U8;
    ComponentValue value = new ComponentValue.U8Value(1);
    for (int i = 0; i < 500; i++) {
      type = i % 2 == 0 ? new ListType(type) : new OptionType(type);
      value = i % 2 == 0 ? ComponentValue.list(value) : new ComponentValue.OptionValue(value);
    }
    FakeContext large = FakeContext.ofSize(1 << 20);
    FuncAbi abi = abi(null, type);
    long[] core = abi.lowerParams(List.of(value), large);
    assertThat(abi.liftParams(core, large)).isEqualTo(List.of(value));
  }

  @Test
  void checkParams_ofAWrongValue_namesTheParameterAndTheWay() {
    ValType point =
        new RecordType(
            List.of(
                new RecordType.Field("x", PrimType.S32), new RecordType.Field("y", PrimType.S32)));
    FuncAbi abi = abi(null, PrimType.STRING, new ListType(point));
    ComponentValue wrong =
        ComponentValue.record(
            "x", new ComponentValue.S32Value(1), "y", new ComponentValue.StringValue("two"));
    assertThatThrownBy(
            () ->
                abi.checkParams(
                    List.of(new ComponentValue.StringValue("a"), ComponentValue.list(wrong))))
        .isInstanceOf(ValueException.class)
        .hasMessage(
            "[value-type] field \"y\": expected s32, found string \"two\""
                + " (param \"p1\" > element 0 > field \"y\")");
  }

  @Test
  void checkParams_ofTooFewArguments_isRefused() {
    assertThatThrownBy(() -> abi(null, PrimType.U8).checkParams(List.of()))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("expected 1 argument, found 0");
  }

  @Test
  void asyncLower_ofFiveParams_spillsThemAndAnyResult() {
    CanonicalOptions async =
        new CanonicalOptions(StringEncoding.UTF8, AddressWidth.BITS_32, true, false);
    FuncAbi abi =
        FuncAbi.of(
            type(PrimType.U8, PrimType.U8, PrimType.U8, PrimType.U8, PrimType.U8, PrimType.U8),
            async);
    assertThat(abi.lowerSignature()).hasToString("(func (param i32 i32) (result i32))");
    for (int i = 0; i < 5; i++) {
      context.memory().storeByte(64 + i, (byte) i);
    }
    long[] arguments = {64, 100};
    assertThat(abi.liftParams(arguments, context))
        .hasSize(5)
        .last()
        .isEqualTo(new ComponentValue.U8Value(4));
    assertThat(abi.lowerResult(new ComponentValue.U8Value(9), arguments, context)).isEmpty();
    assertThat(context.memory.bytes[100]).isEqualTo((byte) 9);
    assertThat(abi.taskReturnSignature()).hasToString("(func (param i32))");
    assertThat(abi.liftTaskReturn(new long[] {3}, context))
        .isEqualTo(new ComponentValue.U8Value(3));
  }

  @Test
  void handles_areLiftedAndLoweredByTheContext() {
    ResourceType file = ResourceType.imported("file");
    List<String> calls = new ArrayList<>();
    AbiContext handles =
        new AbiContext() {
          @Override
          public FakeMemory memory() {
            return context.memory;
          }

          @Override
          public long realloc(long old, long oldByteLength, int alignment, long newByteLength) {
            return context.realloc(old, oldByteLength, alignment, newByteLength);
          }

          @Override
          public ComponentValue liftOwn(ResourceType resource, int index) {
            calls.add("own " + resource + " " + index);
            return new ComponentValue.U32Value(index);
          }

          @Override
          public int lowerBorrow(ResourceType resource, ComponentValue value) {
            calls.add("borrow " + resource);
            return -1;
          }
        };
    FuncAbi abi = abi(new HandleType.Own(file), new HandleType.Borrow(file));
    ComponentValue handle = new ComponentValue.ResourceValue(file, "handle");
    assertThat(abi.lowerParams(List.of(handle), handles)).containsExactly(0xffff_ffffL);
    abi.liftResult(new long[] {7}, handles);
    assertThat(calls).containsExactly("borrow file", "own file 7");
  }

  private static FuncAbi abi(ValType result, ValType... params) {
    return FuncAbi.of(type(result, params), CanonicalOptions.DEFAULT);
  }

  private static FuncType type(ValType result, ValType... params) {
    List<FuncType.Param> list = new ArrayList<>();
    for (ValType param : params) {
      list.add(new FuncType.Param("p" + list.size(), param));
    }
    return new FuncType(list, result, false);
  }
}
