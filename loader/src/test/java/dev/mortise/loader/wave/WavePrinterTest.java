package dev.mortise.loader.wave;

import static dev.mortise.runtime.value.ComponentValue.list;
import static dev.mortise.runtime.value.ComponentValue.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.F32Value;
import dev.mortise.runtime.value.ComponentValue.F64Value;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.U64Value;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavePrinterTest {
  private static final ComponentValue ONE = new U8Value(1);

  private static String print(ComponentValue value) {
    return WavePrinter.print(value);
  }

  @Test
  void print_everyKind_isWave() {
    assertThat(print(new StringValue("Hello, \"World\"!\n'\0'")))
        .isEqualTo("\"Hello, \\\"World\\\"!\\n'\\u{0}'\"");
    assertThat(print(new ComponentValue.CharValue('\''))).isEqualTo("'\\''");
    assertThat(print(new ComponentValue.CharValue('é'))).isEqualTo("'é'");
    assertThat(print(new U64Value(-1))).isEqualTo("18446744073709551615");
    assertThat(print(list(ONE, ONE))).isEqualTo("[1, 1]");
    assertThat(print(new TupleValue(List.of(ONE)))).isEqualTo("(1)");
    assertThat(print(ComponentValue.UNIT)).isEqualTo("()");
    assertThat(print(new EnumValue("some"))).isEqualTo("%some");
    assertThat(print(new VariantValue("err", ONE))).isEqualTo("%err(1)");
    assertThat(print(new FlagsValue(Set.of("ok")))).isEqualTo("{ok}");
    assertThat(print(new OptionValue(OptionValue.NONE))).isEqualTo("some(none)");
    assertThat(print(new ResultValue(false, null))).isEqualTo("err");
    assertThat(print(new ResultValue(true, ONE))).isEqualTo("ok(1)");
  }

  @Test
  void print_fieldsThatAreNone_leavesThemOut() {
    assertThat(print(record("a", OptionValue.NONE, "b", ONE))).isEqualTo("{b: 1}");
    assertThat(print(record("a", OptionValue.NONE))).isEqualTo("{:}");
  }

  @Test
  void print_directionMarks_areEscaped() {
    assertThat(print(new StringValue("a\u202eb"))).isEqualTo("\"a\\u{202e}b\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "2.5, 2.5",
    "-100000, -100000",
    "1e300, 1e+300",
    "1e-5, 0.00001",
    "NaN, nan",
    "-Infinity, -inf"
  })
  void print_float_isShort(double number, String expected) {
    assertThat(print(new F64Value(number))).isEqualTo(expected);
  }

  @Test
  void print_f32_hasNoDigitsOfADouble() {
    assertThat(print(new F32Value(0.1f))).isEqualTo("0.1");
  }

  @Test
  void print_handle_namesTheResource() {
    ResourceValue file = new ResourceValue(ResourceType.imported("file"), new Object());
    assertThat(print(file)).isEqualTo("<resource file>");
  }

  @Test
  void printCall_joinsNameAndArguments() {
    assertThat(WavePrinter.printCall("swap", List.of(new TupleValue(List.of(ONE, ONE)))))
        .isEqualTo("swap((1, 1))");
  }
}
