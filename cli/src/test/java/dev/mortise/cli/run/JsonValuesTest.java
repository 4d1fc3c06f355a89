package dev.mortise.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wave.WaveParser;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the component of the other tests does not return. */
class JsonValuesTest {
  private static String json(String wave, ValType type) {
    return JsonValues.print(WaveParser.parse(wave, type), type);
  }

  @ParameterizedTest
  @CsvSource({
    "nan, F32, \"nan\"",
    "-inf, F64, \"-inf\"",
    "-0, F64, -0.0",
    "0.1, F32, 0.1",
    "1e-300, F64, 1.0E-300",
    "9007199254740993, S64, 9007199254740993",
  })
  void number_keepsItsDigits(String wave, PrimType type, String json) {
    assertThat(json(wave, type)).isEqualTo(json);
  }

  @Test
  void text_isAscii() {
    assertThat(json("\"\\u{1b} é 🌍\"", PrimType.STRING))
        .isEqualTo("\"\\u001B \\u00E9 \\uD83C\\uDF0D\"");
  }

  @Test
  void map_isAnArrayOfPairs() {
    assertThat(json("[(1, \"a\"), (1, \"b\")]", new MapType(PrimType.U8, PrimType.STRING)))
        .isEqualTo("[[1,\"a\"],[1,\"b\"]]");
  }

  @Test
  void flags_areInTheOrderOfTheType() {
    assertThat(json("{c, a}", new FlagsType(List.of("a", "b", "c")))).isEqualTo("[\"a\",\"c\"]");
  }

  @Test
  void result_isTagged() {
    ResultType result = new ResultType(null, PrimType.STRING);
    assertThat(json("ok", result)).isEqualTo("{\"tag\":\"ok\"}");
    assertThat(json("err(\"no\")", result)).isEqualTo("{\"tag\":\"err\",\"val\":\"no\"}");
  }

  @Test
  void nestedOptions_stayApart() {
    OptionType twice = new OptionType(new OptionType(new OptionType(PrimType.U8)));
    assertThat(json("none", twice)).isEqualTo("{\"tag\":\"none\"}");
    assertThat(json("some(none)", twice))
        .isEqualTo("{\"tag\":\"some\",\"val\":{\"tag\":\"none\"}}");
    assertThat(json("some(some(none))", twice))
        .isEqualTo("{\"tag\":\"some\",\"val\":{\"tag\":\"some\",\"val\":null}}");
  }

  @Test
  void handle_isTheNameOfItsResource() {
    for (String name : new String[] {"file", null}) {
      ResourceType type = ResourceType.imported(name);
      assertThat(
              JsonValues.print(
                  new ComponentValue.ResourceValue(type, "handle"), new HandleType.Own(type)))
          .isEqualTo(name == null ? "{\"resource\":null}" : "{\"resource\":\"file\"}");
    }
  }
}
