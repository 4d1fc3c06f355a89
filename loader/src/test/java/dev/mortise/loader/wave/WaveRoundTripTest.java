package dev.mortise.loader.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.TypedValues;
import dev.mortise.runtime.value.ValueChecker;
import dev.mortise.runtime.value.ValueConverter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaveRoundTripTest {
  @Provide
  Arbitrary<TypedValues> typed() {
    return TypedValues.arbitrary();
  }

  @Provide
  Arbitrary<ValType> types() {
    return TypedValues.types(2);
  }

  @Property(tries = 600)
  void parse_whatWasPrinted_isTheValue(@ForAll("typed") TypedValues typed) {
    assertThat(WaveParser.parse(WavePrinter.print(typed.value()), typed.type()))
        .isEqualTo(typed.value());
  }

  @Property(tries = 600)
  void convert_whatToJavaGave_isTheValue(@ForAll("typed") TypedValues typed) {
    Object java = ValueConverter.toJava(typed.value(), typed.type());
    assertThat(ValueConverter.convert(java, typed.type())).isEqualTo(typed.value());
  }

  @Property(tries = 300)
  void check_generatedValue_passes(@ForAll("typed") TypedValues typed) {
    assertThatCode(() -> ValueChecker.check(typed.value(), typed.type()))
        .doesNotThrowAnyException();
  }

  @Property(tries = 600)
  void parse_damagedText_throwsNothingButValueException(
      @ForAll("typed") TypedValues typed, @ForAll int place, @ForAll char replacement) {
    StringBuilder text = new StringBuilder(WavePrinter.print(typed.value()));
    text.setCharAt(Math.floorMod(place, text.length()), replacement);
    parseQuietly(text.toString(), typed.type());
  }

  @Property(tries = 600)
  void parse_anyText_throwsNothingButValueException(
      @ForAll String text, @ForAll("types") ValType type) {
    parseQuietly(text, type);
  }

  private static void parseQuietly(String text, ValType type) {
    try {
      ValueChecker.check(WaveParser.parse(text, type), type);
    } catch (ValueException e) {
      assertThat(e.code()).startsWith("wave-");
    }
  }
}
