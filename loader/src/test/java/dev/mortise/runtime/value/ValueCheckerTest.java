package dev.mortise.runtime.value;

import static dev.mortise.runtime.value.ComponentValue.list;
import static dev.mortise.runtime.value.ComponentValue.record;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueCheckerTest {
  private static final ComponentValue ONE = new U8Value(1);
  private static final ComponentValue TEXT = new StringValue("x");

  private static void assertRefused(ComponentValue value, ValType type, String message) {
    assertThatThrownBy(() -> ValueChecker.check(value, type)).hasMessageContaining(message);
  }

  @Test
  void check_everyTypeAgainstAnotherKind_isRefused() {
    for (ValType type :
        List.of(
            PrimType.U16,
            new ListType(PrimType.U8),
            new TupleType(List.of(PrimType.U8)),
            new OptionType(PrimType.U8),
            new ResultType(null, null),
            new MapType(PrimType.U8, PrimType.U8),
            new EnumType(List.of("a")),
            new FlagsType(List.of("a")),
            GreeterTypes.PERSON,
            GreeterTypes.STYLE,
            new HandleType.Own(ResourceType.imported("r")),
            new StreamType(null),
            new FutureType(null))) {
      assertRefused(ONE, type, "[value-type] value: expected ");
      assertRefused(ONE, type, "found u8 1");
    }
  }

  @Test
  void check_partsOfAnotherType_areRefusedByTheirPath() {
    assertRefused(list(ONE, TEXT), new ListType(PrimType.U8), "element 1");
    assertRefused(
        new ListValue(NumberList.copyOf(PrimType.S8, new byte[1])),
        new ListType(PrimType.U8),
        "expected u8, found s8 0");
    assertRefused(new OptionValue(TEXT), new OptionType(PrimType.U8), "case \"some\"");
    assertRefused(new ResultValue(false, TEXT), new ResultType(null, PrimType.U8), "case \"err\"");
    assertRefused(
        new MapValue(List.of(new MapValue.Entry(ONE, TEXT))),
        new MapType(PrimType.U8, PrimType.U8),
        "value of entry 0");
    assertRefused(
        record("name", TEXT, "age", TEXT, "tags", list()), GreeterTypes.PERSON, "field \"age\"");
  }

  @Test
  void check_fieldsMissingOrTooMany_areRefused() {
    assertRefused(record("name", TEXT), GreeterTypes.PERSON, "field \"age\" is missing");
    assertRefused(
        record("name", TEXT, "age", ONE, "tags", list(), "x", ONE),
        GreeterTypes.PERSON,
        "fields too many");
  }

  @Test
  void check_payloadsMissingOrTooMany_areRefused() {
    assertRefused(new VariantValue("shout", null), GreeterTypes.STYLE, "has a payload of type u32");
    assertRefused(new VariantValue("plain", ONE), GreeterTypes.STYLE, "has no payload");
    assertRefused(new ResultValue(true, ONE), new ResultType(null, null), "has no payload");
  }

  @Test
  void check_labelsAndLengthsThatAreNotOfTheType_areRefused() {
    assertRefused(new EnumValue("sad"), GreeterTypes.MOOD, "found enum case sad");
    assertRefused(new FlagsValue(Set.of("kiss")), GreeterTypes.EXTRAS, "found flags {kiss}");
    assertRefused(list(ONE), new ListType(PrimType.U8, 2L), "it must have 2 elements");
    assertRefused(
        new TupleValue(List.of(ONE)),
        new TupleType(List.of(PrimType.U8, PrimType.U8)),
        "found tuple of 1 elements");
  }

  @Test
  void check_handleUnderAnotherNameOfItsType_passes() {
    ResourceType file = ResourceType.imported("file");
    ResourceValue handle = new ResourceValue(file.named("document"), 7);
    assertThatCode(() -> ValueChecker.check(handle, new HandleType.Own(file)))
        .doesNotThrowAnyException();
  }

  @Test
  void checkResult_ofFunctionWithout_isUnit() {
    assertThatCode(() -> ValueChecker.checkResult(ComponentValue.UNIT, GreeterTypes.func(null)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ValueChecker.checkResult(ONE, GreeterTypes.func(null)))
        .hasMessage("[value-type] result: expected no result, found u8 1");
    assertThatThrownBy(() -> ValueChecker.checkResult(ONE, GreeterTypes.GREET))
        .hasMessage("[value-type] result: expected string, found u8 1");
  }

  @Test
  void checkArguments_ofWrongNumber_areRefused() {
    assertThatThrownBy(() -> ValueChecker.checkArguments(List.of(), GreeterTypes.GREET))
        .hasMessageContaining("expected 1 argument, found 0");
  }
}
