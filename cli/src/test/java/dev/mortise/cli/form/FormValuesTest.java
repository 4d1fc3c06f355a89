package dev.mortise.cli.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.wave.WavePrinter;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that the component of the other tests does not have. */
class FormValuesTest {
  private static final ValType RESOURCE = new HandleType.Own(ResourceType.imported("file"));

  private static FuncType taking(ValType type) {
    return new FuncType(List.of(new FuncType.Param("x", type)), null, false);
  }

  private static Form form(ValType type) {
    return Forms.of(taking(type)).getFirst();
  }

  private static String wave(ValType type, String... words) {
    Map<String, List<String>> given = words.length == 0 ? Map.of() : Map.of("--x", List.of(words));
    FormValues values = new FormValues(given, new ByteArrayInputStream("in".getBytes(UTF_8)));
    return WavePrinter.print(values.value(form(type)));
  }

  @Test
  void map_isOneWordForEachEntry() {
    MapType map = new MapType(PrimType.STRING, PrimType.U8);
    assertThat(wave(map)).isEqualTo("[]");
    assertThat(wave(map, "a=1", "a b=2", "=3")).isEqualTo("[(\"a\", 1), (\"a b\", 2), (\"\", 3)]");
    assertThatThrownBy(() -> wave(map, "a"))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("--x: expected map<string, u8>, found 'a'")
        .hasMessageContaining("key=value");
    assertThatThrownBy(() -> wave(map, "a=256")).hasMessageContaining("expected u8, found '256'");
  }

  @Test
  void listOfFixedLength_isAsManyWords() {
    ListType three = new ListType(PrimType.S8, 3L);
    assertThat(wave(three, "1", "-2", "3")).isEqualTo("[1, -2, 3]");
    assertThat(wave(three, "[1, 2, 3]")).isEqualTo("[1, 2, 3]");
    assertThatThrownBy(() -> wave(three, "1", "2"))
        .hasMessageContaining("[argument-value] --x: expected list<s8, 3>: the option 3 times");
    assertThatThrownBy(() -> wave(three)).hasMessageContaining("found none");
  }

  @Test
  void bytesOfFixedLength_areAsMany() {
    ListType two = new ListType(PrimType.U8, 2L);
    assertThat(wave(two, "ab")).isEqualTo("[97, 98]");
    assertThat(wave(two, "-")).isEqualTo("[105, 110]");
    assertThatThrownBy(() -> wave(two, "é1")).hasMessageContaining("these are 3 bytes, not 2");
  }

  @Test
  void resultWithoutPayloads_isALabel() {
    ResultType result = new ResultType(null, null);
    assertThat(wave(result, "ok")).isEqualTo("ok");
    assertThat(wave(result, "err")).isEqualTo("err");
    assertThatThrownBy(() -> wave(result, "ok=1")).hasMessageContaining("has no payload");
    assertThatThrownBy(() -> wave(result, "fine")).hasMessageStartingWith("[wave-");
  }

  @Test
  void variantInAVariant_isReadFromTheLeft() {
    VariantType inner = new VariantType(List.of(new VariantType.Case("b", PrimType.STRING)));
    VariantType outer = new VariantType(List.of(new VariantType.Case("a", inner)));
    assertThat(wave(outer, "a=b=c=d")).isEqualTo("a(b(\"c=d\"))");
  }

  @Test
  void character_isNoHalfOfOne() {
    assertThat(wave(PrimType.CHAR, "🌍")).isEqualTo("'🌍'");
    assertThatThrownBy(() -> wave(PrimType.CHAR, "\ud83c"))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("half of a surrogate pair");
    assertThatThrownBy(() -> wave(PrimType.CHAR, "e\u0301")).hasMessageContaining("not 2");
  }

  @Test
  void longWord_isShownInPart() {
    assertThatThrownBy(() -> wave(PrimType.U8, "x".repeat(1000)))
        .hasMessageContaining("found 'xxx")
        .hasMessageContaining("…'")
        .message()
        .hasSizeLessThan(200);
  }

  @Test
  void largeRecord_isOneWord() {
    List<RecordType.Field> fields = new ArrayList<>();
    IntStream.range(0, 64).forEach(i -> fields.add(new RecordType.Field("f" + i, PrimType.U8)));
    assertThat(form(new RecordType(fields))).isInstanceOf(Form.Parts.class);
    fields.add(new RecordType.Field("more", PrimType.U8));
    RecordType large = new RecordType(fields);
    assertThat(form(large)).isEqualTo(new Form.Word("--x", large));
  }

  /** Each level twice as large as the one below: 2 to the power of 40 parts. */
  @Test
  void recordOfManyLevels_isOneWordSoon() {
    ValType type = PrimType.U8;
    for (int i = 0; i < 40; i++) {
      type = new TupleType(List.of(type, type));
    }
    assertThat(form(type)).isInstanceOf(Form.Word.class);
  }

  @Test
  void optionInARecord_isOptionalByItself() {
    RecordType record =
        new RecordType(List.of(new RecordType.Field("a", new OptionType(PrimType.U8))));
    List<Form> missing = new ArrayList<>();
    FormValues nothing = new FormValues(Map.of(), new ByteArrayInputStream(new byte[0]));
    nothing.addMissing(form(record), missing);
    assertThat(missing).isEmpty();
    assertThat(WavePrinter.print(nothing.value(form(record)))).isEqualTo("{:}");
    assertThat(wave(new OptionType(record))).isEqualTo("none");
  }

  static Stream<Arguments> obstacles() {
    return Stream.of(
        Arguments.of(RESOURCE, "a resource"),
        Arguments.of(new StreamType(PrimType.U8), "a stream"),
        Arguments.of(new FutureType(PrimType.U8), "a future"),
        Arguments.of(PrimType.ERROR_CONTEXT, "an error-context"),
        Arguments.of(new ListType(RESOURCE), "a resource"),
        Arguments.of(new MapType(PrimType.U8, RESOURCE), "a resource"),
        Arguments.of(new ResultType(PrimType.U8, new OptionType(RESOURCE)), "a resource"),
        Arguments.of(
            new VariantType(
                List.of(
                    new VariantType.Case("a", null),
                    new VariantType.Case("b", new TupleType(List.of(RESOURCE))))),
            "a resource"));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void whatNoWordCanBe_isAnObstacle(ValType type, String what) {
    assertThat(Forms.obstacle(taking(type))).isEqualTo("its parameter x is or holds " + what);
    assertThat(Forms.obstacle(new FuncType(List.of(), type, false)))
        .isEqualTo("its result is or holds " + what);
    assertThat(Forms.obstacle(taking(PrimType.U8))).isNull();
  }
}
