package dev.mortise.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueConverterTest {
  /** As a user's program would declare them. */
  public record Person(String name, int age, List<String> tags) {}

  public record Shout(long value) {}

  public record Odd(int twoWords, int http3, int x9, int int_) {}

  public enum Extras {
    WAVE,
    HUG,
    BOW
  }

  private static ComponentValue convert(Object object, dev.mortise.runtime.type.ValType type) {
    return ValueConverter.convert(object, type);
  }

  @Test
  void integer_ofAnyJavaType_isTakenWhenInRange() {
    for (Object three : List.of((byte) 3, (short) 3, 3, 3L, BigInteger.valueOf(3))) {
      assertThat(convert(three, PrimType.U8)).isEqualTo(new U8Value(3));
    }
    assertThatThrownBy(() -> convert((byte) -1, PrimType.U8))
        .hasMessage("[value-range] value: expected u8, found -1; a u8 is between 0 and 255");
    assertThatThrownBy(() -> convert(1L << 32, PrimType.S32))
        .hasMessageContaining("an s32 is between -2147483648 and 2147483647");
  }

  @Test
  void integer_fromFloatOrText_isRefused() {
    for (Object wrong : List.of(3.0, 3f, "3", '3', true, Optional.of(3))) {
      assertThatThrownBy(() -> convert(wrong, PrimType.U8))
          .isInstanceOf(ValueException.class)
          .hasMessageContaining("[value-type] value: expected u8, found ");
    }
  }

  @Test
  void u64_fromLong_isItsBits() {
    assertThat(convert(-1L, PrimType.U64)).isEqualTo(new U64Value(-1));
    assertThat(convert(BigInteger.TWO.pow(64).subtract(BigInteger.ONE), PrimType.U64))
        .isEqualTo(new U64Value(-1));
    assertThatThrownBy(() -> convert(-1, PrimType.U64)).hasMessageContaining("[value-range]");
  }

  @Test
  void float_isTakenWhenNothingIsLost() {
    assertThat(convert(0.5, PrimType.F32)).isEqualTo(new ComponentValue.F32Value(0.5f));
    assertThat(convert(0.5f, PrimType.F64)).isEqualTo(new ComponentValue.F64Value(0.5));
    assertThatThrownBy(() -> convert(0.1, PrimType.F32)).hasMessageContaining("without loss");
    assertThatThrownBy(() -> convert(2, PrimType.F64)).hasMessageContaining("write 2.0");
  }

  @Test
  void char_fromCodePointCharacterOrString_isTaken() {
    for (Object a : List.of('a', 97, "a")) {
      assertThat(convert(a, PrimType.CHAR)).isEqualTo(new ComponentValue.CharValue('a'));
    }
    for (Object wrong : List.of('\ud800', 0x110000, -1, "ab", "", "\udc00")) {
      assertThatThrownBy(() -> convert(wrong, PrimType.CHAR)).isInstanceOf(ValueException.class);
    }
  }

  @Test
  void list_fromArraysAndSequences_isTaken() {
    ListType bytes = new ListType(PrimType.U8);
    ComponentValue expected = ComponentValue.list(new U8Value(1), new U8Value(255));
    assertThat(convert(new byte[] {1, -1}, bytes)).isEqualTo(expected);
    assertThat(convert(new int[] {1, 255}, bytes)).isEqualTo(expected);
    assertThat(convert(new Object[] {1, 255L}, bytes)).isEqualTo(expected);
    assertThat(convert(List.of(1, 255), bytes)).isEqualTo(expected);
    assertThat(((ComponentValue.ListValue) convert(List.of(1), bytes)).elements())
        .isInstanceOf(NumberList.class);
    assertThatThrownBy(() -> convert(new int[] {1, 256}, bytes)).hasMessageContaining("element 1");
    assertThatThrownBy(() -> convert(Set.of(1), bytes)).hasMessageContaining("expected list<u8>");
    assertThatThrownBy(() -> convert(new byte[3], new ListType(PrimType.U8, 2L)))
        .hasMessageContaining("it must have 2 elements");
  }

  @Test
  void wrongValue_deepInside_isNamedByItsPath() {
    Map<String, Object> person = Map.of("name", "Ann", "age", "old", "tags", List.of());
    assertThatThrownBy(
            () -> ValueConverter.arguments(GreeterTypes.OLDEST, List.of(List.of(person))))
        .hasMessage(
            "[value-type] field \"age\": expected u8, found String \"old\" (param \"people\" >"
                + " element 0 > field \"age\")");
  }

  @Test
  void record_fromMapOrJavaRecord_isTaken() {
    ComponentValue fromMap =
        convert(Map.of("age", 3, "name", "Ann", "tags", List.of("a")), GreeterTypes.PERSON);
    assertThat(convert(new Person("Ann", 3, List.of("a")), GreeterTypes.PERSON)).isEqualTo(fromMap);
    assertThat(fromMap.asRecord().keySet()).containsExactly("name", "age", "tags");
    assertThatThrownBy(() -> convert(Map.of("name", "Ann"), GreeterTypes.PERSON))
        .hasMessageContaining("[missing-field]")
        .hasMessageContaining("field \"age\" is missing");
    assertThatThrownBy(
            () ->
                convert(
                    Map.of("age", 3, "name", "A", "tags", List.of(), "x", 1), GreeterTypes.PERSON))
        .hasMessageContaining("[unknown-field]")
        .hasMessageContaining("there is no field \"x\"");
  }

  @Test
  void javaRecord_ofCamelCaseNames_meetsItsLabels() {
    RecordType type =
        new RecordType(
            Stream.of("two-words", "HTTP3", "x-9", "int")
                .map(label -> new RecordType.Field(label, PrimType.U8))
                .toList());
    assertThat(WavePrinter.print(convert(new Odd(1, 2, 3, 4), type)))
        .isEqualTo("{two-words: 1, HTTP3: 2, x-9: 3, int: 4}");
    assertThatThrownBy(() -> convert(new Shout(1), type))
        .hasMessageContaining("found the fields value; field \"two-words\" is missing");
  }

  @Test
  void variant_fromEntryTextOrJavaRecord_isTaken() {
    ComponentValue shout = new VariantValue("shout", new U32Value(2));
    assertThat(convert(Map.entry("shout", 2), GreeterTypes.STYLE)).isEqualTo(shout);
    assertThat(convert(new Shout(2), GreeterTypes.STYLE)).isEqualTo(shout);
    assertThat(convert("plain", GreeterTypes.STYLE)).isEqualTo(new VariantValue("plain", null));
    assertThatThrownBy(() -> convert("shout", GreeterTypes.STYLE))
        .hasMessageContaining("case \"shout\": expected u32, found null");
    assertThatThrownBy(() -> convert("loud", GreeterTypes.STYLE))
        .hasMessageContaining("the labels are plain, shout, custom");
    assertThatThrownBy(() -> convert(Map.entry("plain", 1), GreeterTypes.STYLE))
        .hasMessageContaining("case \"plain\" has no payload");
  }

  @Test
  void enumAndFlags_fromLabelsOrConstants_areTaken() {
    assertThat(convert("happy", GreeterTypes.MOOD)).isEqualTo(new EnumValue("happy"));
    assertThat(convert(EnumSet.of(Extras.BOW, Extras.WAVE), GreeterTypes.EXTRAS))
        .isEqualTo(new FlagsValue(Set.of("wave", "bow")));
    assertThatThrownBy(() -> convert(Set.of("kiss"), GreeterTypes.EXTRAS))
        .hasMessageContaining("[unknown-case]");
  }

  @Test
  void option_nullOptionalOrPayload_isTaken() {
    OptionType option = new OptionType(PrimType.U8);
    assertThat(convert(null, option)).isEqualTo(OptionValue.NONE);
    assertThat(convert(Optional.empty(), option)).isEqualTo(OptionValue.NONE);
    assertThat(convert(Optional.of(1), option)).isEqualTo(new OptionValue(new U8Value(1)));
    assertThat(convert(1, option)).isEqualTo(new OptionValue(new U8Value(1)));
    OptionType nested = new OptionType(option);
    assertThat(convert(Optional.of(Optional.empty()), nested))
        .isEqualTo(new OptionValue(OptionValue.NONE));
    assertThatThrownBy(() -> convert(1, nested)).hasMessageContaining("nested options");
    assertThatThrownBy(() -> convert(null, PrimType.U8)).hasMessageContaining("found null");
  }

  @Test
  void resultTupleAndMap_fromJava_areTaken() {
    assertThat(convert(Map.entry("ok", 1), new ResultType(PrimType.U8, null)))
        .isEqualTo(new ResultValue(true, new U8Value(1)));
    assertThat(convert("err", new ResultType(PrimType.U8, null)))
        .isEqualTo(new ResultValue(false, null));
    TupleType pair = new TupleType(List.of(PrimType.U8, PrimType.STRING));
    assertThat(convert(List.of(1, "a"), pair).element(1).asString()).isEqualTo("a");
    assertThatThrownBy(() -> convert(List.of(1), pair)).hasMessageContaining("it must have 2");
    assertThat(convert(Map.of("a", 1), new MapType(PrimType.STRING, PrimType.U8)).asEntries())
        .hasSize(1);
  }

  @Test
  void handle_fromJava_isTakenAsItIs() {
    ResourceType file = ResourceType.defined("file", CoreValType.Num.I32);
    Handle handle = new Handle() {};
    assertThat(convert(handle, new HandleType.Own(file)))
        .isEqualTo(new ResourceValue(file, handle));
    assertThatThrownBy(() -> convert(7, new HandleType.Own(file)))
        .hasMessageContaining("expected own<file>, found Integer 7");
  }

  @Test
  void componentValue_ofAnotherType_isRefused() {
    assertThatThrownBy(() -> convert(new U8Value(1), PrimType.U32))
        .hasMessage("[value-type] value: expected u32, found u8 1");
  }

  @Test
  void arguments_ofWrongNumber_areRefused() {
    assertThatThrownBy(() -> ValueConverter.arguments(GreeterTypes.GREET))
        .hasMessage(
            "[argument-count] value: expected 1 argument, found 0; the function is func(who:"
                + " string) -> string");
    assertThatThrownBy(() -> ValueConverter.arguments(GreeterTypes.GREET, Arrays.asList(1, null)))
        .hasMessageContaining("[argument-count]");
  }

  @Test
  void toJava_givesTheMappedTypes() {
    assertThat(ValueConverter.toJava(new U8Value(1), PrimType.U8)).isEqualTo(1);
    assertThat(ValueConverter.toJava(new U32Value(1), PrimType.U32)).isEqualTo(1L);
    assertThat(
            ValueConverter.toJava(ComponentValue.list(new U8Value(255)), new ListType(PrimType.U8)))
        .isEqualTo(new byte[] {-1});
    assertThat(ValueConverter.toJava(ComponentValue.list(), new ListType(PrimType.S64)))
        .isEqualTo(new long[0]);
    assertThat(ValueConverter.toJava(OptionValue.NONE, new OptionType(PrimType.U8)))
        .isEqualTo(Optional.empty());
    assertThat(
            ValueConverter.toJava(new VariantValue("shout", new U32Value(2)), GreeterTypes.STYLE))
        .isEqualTo(Map.entry("shout", 2L));
    assertThat(ValueConverter.resultToJava(ComponentValue.UNIT, GreeterTypes.func(null))).isNull();
  }
}
