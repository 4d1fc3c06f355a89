package dev.mortise.tck.run;

import static dev.mortise.tck.script.ScriptValue.NanPattern.ARITHMETIC;
import static dev.mortise.tck.script.ScriptValue.NanPattern.CANONICAL;
import static dev.mortise.tck.script.ScriptValue.NanPattern.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.tck.script.ScriptValue;
import dev.mortise.tck.script.ScriptValue.FloatBits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueMatchTest {
  private static boolean matches(ScriptValue expected, ScriptValue actual) {
    return ValueMatch.matches(
        new ScriptValue.ListOf(List.of(new ScriptValue.OptionOf(expected))),
        new ScriptValue.ListOf(List.of(new ScriptValue.OptionOf(actual))));
  }

  @Test
  void float_bits_areCompared() {
    assertThat(matches(new FloatBits("f32", 0, NONE), new FloatBits("f32", 0, NONE))).isTrue();
    assertThat(matches(new FloatBits("f32", 0, NONE), new FloatBits("f64", 0, NONE))).isFalse();
    assertThat(matches(new FloatBits("f64", 0, NONE), new FloatBits("f64", Long.MIN_VALUE, NONE)))
        .isFalse();
  }

  @Test
  void float_canonicalNan_hasEitherSign() {
    FloatBits expected = new FloatBits("f32", 0, CANONICAL);
    assertThat(matches(expected, new FloatBits("f32", 0x7fc00000L, NONE))).isTrue();
    assertThat(matches(expected, new FloatBits("f32", 0xffc00000L, NONE))).isTrue();
    assertThat(matches(expected, new FloatBits("f32", 0x7fc00001L, NONE))).isFalse();
    assertThat(matches(expected, new FloatBits("f32", 0x7f800001L, NONE))).isFalse();
  }

  @Test
  void float_arithmeticNan_isQuiet() {
    FloatBits expected = new FloatBits("f64", 0, ARITHMETIC);
    assertThat(matches(expected, new FloatBits("f64", 0x7ff8000000000001L, NONE))).isTrue();
    assertThat(matches(expected, new FloatBits("f64", 0x7ff0000000000001L, NONE))).isFalse();
  }

  @Test
  void flags_order_doesNotMatter() {
    assertThat(
            matches(
                new ScriptValue.FlagsOf(List.of("a", "b")),
                new ScriptValue.FlagsOf(List.of("b", "a"))))
        .isTrue();
    assertThat(
            matches(new ScriptValue.FlagsOf(List.of("a")), new ScriptValue.FlagsOf(List.of("b"))))
        .isFalse();
  }

  @Test
  void payloads_presentAndAbsent_differ() {
    ScriptValue.Str text = new ScriptValue.Str("x");
    assertThat(matches(new ScriptValue.VariantOf("a", text), new ScriptValue.VariantOf("a", null)))
        .isFalse();
    assertThat(matches(new ScriptValue.ResultOf(true, text), new ScriptValue.ResultOf(true, text)))
        .isTrue();
    assertThat(matches(new ScriptValue.ResultOf(true, text), new ScriptValue.ResultOf(false, text)))
        .isFalse();
  }
}
