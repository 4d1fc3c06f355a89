package dev.mortise.runtime.value;

import static dev.mortise.runtime.value.ComponentValue.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.S64Value;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.U32Value;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueAccessorsTest {
  @Test
  void asInt_ofAnyIntegerThatFits_isIt() {
    assertThat(new U8Value(255).asInt()).isEqualTo(255);
    assertThat(new S64Value(-1).asInt()).isEqualTo(-1);
    assertThatThrownBy(() -> new U32Value(0xffff_ffffL).asInt())
        .hasMessage(
            "[value-range] value: expected an integer that fits in an int, found u32 4294967295");
  }

  @Test
  void asLong_ofU64BeyondLong_isRefused() {
    U64Value greatest = new U64Value(-1);
    assertThatThrownBy(greatest::asLong).hasMessageContaining("found u64 18446744073709551615");
    assertThat(greatest.asBigInteger()).hasToString("18446744073709551615");
  }

  @Test
  void accessor_ofAnotherKind_namesBoth() {
    assertThatThrownBy(() -> new U8Value(1).asString())
        .hasMessage("[value-kind] value: expected a string, found u8 1");
    assertThatThrownBy(() -> new StringValue("x").asBoolean())
        .hasMessage("[value-kind] value: expected a bool, found string \"x\"");
  }

  @Test
  void field_thatIsMissing_listsWhatIsThere() {
    ComponentValue record = record("a", new U8Value(1), "b", new U8Value(2));
    assertThat(record.field("b").asInt()).isEqualTo(2);
    assertThatThrownBy(() -> record.field("c"))
        .hasMessage(
            "[no-such-field] value: expected a record with a field \"c\", found one with the"
                + " fields a, b");
  }

  @Test
  void caseName_ofOptionsAndResults_isTheirLabel() {
    assertThat(OptionValue.NONE.caseName()).isEqualTo("none");
    assertThat(new ResultValue(false, new U8Value(1)).caseName()).isEqualTo("err");
    assertThat(new ResultValue(false, new U8Value(1)).casePayload())
        .isEqualTo(Optional.of(new U8Value(1)));
  }

  @Test
  void asBytes_isACopy() {
    ComponentValue list =
        new ComponentValue.ListValue(NumberList.copyOf(PrimType.U8, new byte[] {1, -1}));
    list.asBytes()[0] = 9;
    assertThat(list.asBytes()).containsExactly(1, -1);
    assertThatThrownBy(() -> list.element(2)).hasMessageContaining("[no-such-element]");
  }
}
