package dev.mortise.loader.abi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.error.ValueException;
import dev.mortise.loader.type.EnumType;
import dev.mortise.loader.type.FlagsType;
import dev.mortise.loader.type.HandleType;
import dev.mortise.loader.type.ListType;
import dev.mortise.loader.type.MapType;
import dev.mortise.loader.type.OptionType;
import dev.mortise.loader.type.PrimType;
import dev.mortise.loader.type.RecordType;
import dev.mortise.loader.type.ResourceType;
import dev.mortise.loader.type.ResultType;
import dev.mortise.loader.type.TupleType;
import dev.mortise.loader.type.ValType;
import dev.mortise.loader.type.VariantType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.NumberList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueCheckTest {
  private static final ComponentValue ONE = new ComponentValue.U8Value(1);
  private static final ComponentValue TEXT = new ComponentValue.StringValue("text");

  @Test
  void primitive_ofAnotherWidth_isRefused() {
    refused(PrimType.U16, ONE, "expected u16, found u8");
  }

  @Test
  void enum_withAnUnknownLabel_namesTheLabels() {
    refused(
        new EnumType(List.of("a", "b")),
        new ComponentValue.EnumValue("c"),
        "expected one of [a, b], found \"c\"");
  }

  @Test
  void flags_withAnUnknownLabel_areRefused() {
    refused(
        new FlagsType(List.of("a", "b")),
        new ComponentValue.FlagsValue(Set.of("c")),
        "expected some of [a, b], found [c]");
  }

  @Test
  void fixedList_ofAnotherLength_isRefused() {
    refused(
        new ListType(PrimType.U8, 2L),
        ComponentValue.list(ONE),
        "expected list of 2, found list of 1");
  }

  @Test
  void list_ofNumbersOfAnotherType_isRefused() {
    refused(
        new ListType(PrimType.U8),
        new ComponentValue.ListValue(NumberList.copyOf(PrimType.S8, new byte[1])),
        "expected list<u8>, found list<s8>");
  }

  @Test
  void record_withoutAField_namesIt() {
    ValType type = new RecordType(List.of(new RecordType.Field("x", PrimType.U8)));
    refused(type, ComponentValue.record("y", ONE), "expected field \"x\", found fields [y]");
  }

  @Test
  void record_withAFieldTooMany_isRefused() {
    ValType type = new RecordType(List.of(new RecordType.Field("x", PrimType.U8)));
    refused(
        type,
        ComponentValue.record("x", ONE, "y", ONE),
        "expected fields [x], found fields [x, y]");
  }

  @Test
  void variant_withOrWithoutItsPayload_isToldApart() {
    ValType type =
        new VariantType(
            List.of(new VariantType.Case("some", PrimType.U8), new VariantType.Case("none", null)));
    refused(
        type,
        new ComponentValue.VariantValue("some", null),
        "expected case \"some\" with a payload, found none");
    refused(
        type,
        new ComponentValue.VariantValue("none", ONE),
        "expected case \"none\" without a payload, found u8");
    refused(
        type,
        new ComponentValue.VariantValue("other", null),
        "expected one of the cases [some, none], found case \"other\"");
  }

  @Test
  void parts_ofAnotherType_areRefusedWithTheWayToThem() {
    refused(new TupleType(List.of(PrimType.U8, PrimType.U8)), tuple(ONE, TEXT), "([1])");
    refused(new OptionType(PrimType.U8), new ComponentValue.OptionValue(TEXT), "(some)");
    refused(
        new ResultType(null, PrimType.U8), new ComponentValue.ResultValue(false, TEXT), "(error)");
    refused(
        new MapType(PrimType.STRING, PrimType.U8),
        new ComponentValue.MapValue(List.of(new ComponentValue.MapValue.Entry(TEXT, TEXT))),
        "([0])");
  }

  @Test
  void aggregates_ofAnotherKind_areRefused() {
    for (ValType type :
        List.of(
            new ListType(PrimType.U8),
            new MapType(PrimType.U8, PrimType.U8),
            new TupleType(List.of(PrimType.U8)),
            new OptionType(PrimType.U8),
            new ResultType(null, null),
            new EnumType(List.of("a")),
            new FlagsType(List.of("a")))) {
      refused(type, ONE, "expected " + type.kind());
    }
  }

  @Test
  void handle_thatIsNoResource_isRefused() {
    refused(new HandleType.Own(ResourceType.imported("file")), ONE, "expected own, found u8");
  }

  @Test
  void result_withoutPayloads_isAccepted() {
    assertThatCode(
            () ->
                ValueCheck.require(
                    "param \"p\"",
                    new ResultType(null, null),
                    new ComponentValue.ResultValue(true, null)))
        .doesNotThrowAnyException();
  }

  private static ComponentValue tuple(ComponentValue... elements) {
    return new ComponentValue.TupleValue(List.of(elements));
  }

  private static void refused(ValType type, ComponentValue value, String words) {
    assertThatThrownBy(() -> ValueCheck.require("param \"p\"", type, value))
        .isInstanceOf(ValueException.class)
        .hasMessageStartingWith("[value-type-mismatch] param \"p\": expected")
        .hasMessageContaining(words);
  }
}
