package dev.mortise.loader.wave;

import static dev.mortise.runtime.value.ComponentValue.list;
import static dev.mortise.runtime.value.ComponentValue.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.StringValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.U8Value;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import dev.mortise.runtime.value.GreeterTypes;
import dev.mortise.runtime.value.NumberList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveParserTest {
  private static final OptionType OPTION_U8 = new OptionType(PrimType.U8);
  private static final OptionValue SOME_1 = new OptionValue(new U8Value(1));
  private static final RecordType BASIC =
      new RecordType(
          List.of(
              new RecordType.Field("required", PrimType.U8),
              new RecordType.Field("optional", OPTION_U8)));
  private static final EnumType KEYWORDS =
      new EnumType(List.of("true", "false", "some", "none", "ok", "err", "inf", "nan"));

  private static ComponentValue parse(String text, ValType type) {
    return WaveParser.parse(text, type);
  }

  private static ComponentValue string(String text) {
    return new StringValue(text);
  }

  @ParameterizedTest
  @CsvSource({
    "S8, -128, 127",
    "U8, 0, 255",
    "S16, -32768, 32767",
    "U16, 0, 65535",
    "S32, -2147483648, 2147483647",
    "U32, 0, 4294967295",
    "S64, -9223372036854775808, 9223372036854775807",
    "U64, 0, 18446744073709551615"
  })
  void integer_atItsBounds_isRead(PrimType type, String least, String greatest) {
    assertThat(parse(least, type).asBigInteger()).hasToString(least);
    assertThat(parse(greatest, type).asBigInteger()).hasToString(greatest);
  }

  @ParameterizedTest
  @CsvSource({
    "S8, -129, 128",
    "U8, -1, 256",
    "S16, -32769, 32768",
    "U16, -1, 65536",
    "S32, -2147483649, 2147483648",
    "U32, -1, 4294967296",
    "S64, -9223372036854775809, 9223372036854775808",
    "U64, -1, 18446744073709551616"
  })
  void integer_beyondItsBounds_isRefusedByTypeName(PrimType type, String below, String above) {
    for (String text : List.of(below, above, above + "0".repeat(100_000))) {
      assertThatThrownBy(() -> parse(text, type))
          .hasMessageContaining("[wave-range] line 1, column 1: expected " + type)
          .hasMessageContaining(type + " is between ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0e0, 0.0", "0e+1, 0.0", "-0.0e-0, -0.0", "-3.1415, -3.1415", "6.022e+23, 6.022e23",
    "nan, NaN", "inf, Infinity", "-inf, -Infinity", "1e400, Infinity", "1e-400, 0.0"
  })
  void float_inEveryForm_isRead(String text, double expected) {
    assertThat(parse(text, PrimType.F64)).isEqualTo(new ComponentValue.F64Value(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-nan", "NaN", "infinity", "-Infinity", "Inf", "+1", "01", "1.", ".5", "1e"})
  void float_notAsInJson_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, PrimType.F64)).hasMessageContaining("line 1, column 1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'x', 0x78",
        "'\\u{78}', 0x78",
        "'\\u{000078}', 0x78",
        "'☃', 0x2603",
        "'🌊', 0x1f30a",
        "'\"', 0x22",
        "'\\'', 0x27",
        "'\\\\', 0x5c",
        "'\\t', 9",
        "'\\n', 10",
        "'\\r', 13"
      })
  void char_inEveryForm_isRead(String text, String codePoint) {
    assertThat(parse(text, PrimType.CHAR).asCodePoint()).isEqualTo(Integer.decode(codePoint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "'ab'",
        "'\\z'",
        "'\\u1f'",
        "'\\u{1f'",
        "'\\u{}'",
        "'\\u{x}'",
        "'\\u{12345678}'",
        "'\\u{110000}'",
        "'\\u{D800}'",
        "'",
        "x'",
        "'x",
        "'\\'",
        "'''",
        "'\n'",
        "\"x\"",
        "'\ud800'"
      })
  void char_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, PrimType.CHAR)).hasMessageContaining("[wave-");
  }

  @Test
  void string_withEscapes_isDecoded() {
    assertThat(parse("\"\\\\\\'\\\"\\t\\n\\r☃\\u{2603}'\"", PrimType.STRING))
        .isEqualTo(string("\\'\"\t\n\r☃☃'"));
  }

  @Test
  void multilineString_isIndentedByItsEnd() {
    String text = "\"\"\"\n    Trailing indent\n  determines dedent\n\t\n  \"\"\"";
    assertThatThrownBy(() -> parse(text, PrimType.STRING))
        .hasMessageContaining("line 4, column 1")
        .hasMessageContaining("indented");
    assertThat(parse(text.replace("\t", "  "), PrimType.STRING))
        .isEqualTo(string("  Trailing indent\ndetermines dedent\n"));
  }

  @Test
  void multilineString_ofNothing_isEmpty() {
    assertThat(parse("\"\"\"\n\"\"\"", PrimType.STRING)).isEqualTo(string(""));
    assertThat(parse("\"\"\"\r\n\r\n\"\"\"", PrimType.STRING)).isEqualTo(string(""));
    assertThat(parse("\"\"\"\n\n\n\"\"\"", PrimType.STRING)).isEqualTo(string("\n"));
  }

  @Test
  void multilineString_withBrokenUpQuotes_keepsThem() {
    assertThat(parse("\"\"\"\n\"\"\\\"\" \\r\n\"\"\"", PrimType.STRING))
        .isEqualTo(string("\"\"\"\" \r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"\"\"\"\"", "\"\"\" \"\"\"", "\"\"\"\n\"\"", "\"\"\"extra\n\"\"\"",
        "\"\"\"\nextra\"\"\"", "\"\"\"\n\\j\n\"\"\"", "\"\"\"", "\"\"\"\n \t\"\"\""
      })
  void multilineString_malformed_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, PrimType.STRING)).hasMessageContaining("[wave-syntax]");
  }

  @Test
  void comments_anywhereBetweenTokens_vanish() {
    assertThat(parse("{ // a\n required: 1, // b\n optional: some( // c\n 1 ), }// d", BASIC))
        .isEqualTo(record("required", new U8Value(1), "optional", SOME_1));
  }

  @Test
  void record_withOptionalFieldsLeftOut_hasNone() {
    ComponentValue expected = record("required", new U8Value(1), "optional", OptionValue.NONE);
    for (String text :
        List.of("{required: 1}", "{optional: none, %required: 1,}", "{ required :1 }")) {
      assertThat(parse(text, BASIC)).isEqualTo(expected);
    }
    RecordType optional = new RecordType(List.of(new RecordType.Field("a", OPTION_U8)));
    assertThat(parse("{:}", optional)).isEqualTo(record("a", OptionValue.NONE));
    assertThat(parse("{ : }", optional)).isEqualTo(record("a", OptionValue.NONE));
    assertThatThrownBy(() -> parse("{}", optional)).hasMessageContaining("{:}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{optional: none}",
        "{required: 0, required: 0}",
        "{required: 0,,}",
        "{, required: 0}",
        "{required: 0 optional: none}",
        "{:}",
        "{required: 0, extra: 1}",
        "{required}",
        "[1]",
        "{1}"
      })
  void record_malformed_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, BASIC)).hasMessageContaining("[wave-");
  }

  @Test
  void record_withKeywordsAsLabels_needsNoEscape() {
    RecordType type =
        new RecordType(
            List.of(
                new RecordType.Field("true", PrimType.BOOL),
                new RecordType.Field("nan", PrimType.F32)));
    assertThat(parse("{true: true, %nan: nan}", type).field("nan").asFloat()).isNaN();
  }

  @Test
  void enum_calledLikeKeyword_needsTheEscape() {
    for (String label : KEYWORDS.labels()) {
      assertThat(parse("%" + label, KEYWORDS)).isEqualTo(new EnumValue(label));
      assertThatThrownBy(() -> parse(label, KEYWORDS)).hasMessageContaining("%" + label);
    }
  }

  @Test
  void flags_inAnyOrder_areRead() {
    FlagsType type = new FlagsType(List.of("read", "write"));
    assertThat(parse("{}", type)).isEqualTo(new FlagsValue(Set.of()));
    assertThat(parse("{ write, %read, }", type)).isEqualTo(new FlagsValue(Set.of("read", "write")));
    for (String text : List.of("{read, read}", "{exec}", "{read: true}", "{read write}", "{,}")) {
      assertThatThrownBy(() -> parse(text, type)).hasMessageContaining("[wave-");
    }
  }

  @Test
  void option_flatOrExplicit_isTheSame() {
    assertThat(parse("1", OPTION_U8)).isEqualTo(SOME_1);
    assertThat(parse("some(1)", OPTION_U8)).isEqualTo(SOME_1);
    assertThat(parse("none", OPTION_U8)).isEqualTo(OptionValue.NONE);
    assertThat(parse("some(none)", new OptionType(OPTION_U8)))
        .isEqualTo(new OptionValue(OptionValue.NONE));
    assertThat(parse("some(1)", new OptionType(OPTION_U8))).isEqualTo(new OptionValue(SOME_1));
    assertThatThrownBy(() -> parse("1", new OptionType(OPTION_U8)))
        .hasMessageContaining("some(…) or none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"some", "some()", "some(some(0))", "none()", "none(0)", "some(0, 0)"})
  void option_malformed_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, OPTION_U8)).hasMessageContaining("[wave-");
  }

  @Test
  void result_inEveryForm_isRead() {
    ResultType both = new ResultType(PrimType.U8, PrimType.STRING);
    assertThat(parse("1", both)).isEqualTo(new ResultValue(true, new U8Value(1)));
    assertThat(parse("ok(1)", both)).isEqualTo(new ResultValue(true, new U8Value(1)));
    assertThat(parse("err(\"no\")", both)).isEqualTo(new ResultValue(false, string("no")));
    assertThat(parse("ok", new ResultType(null, null))).isEqualTo(new ResultValue(true, null));
    for (String text : List.of("ok", "ok()", "err", "err()", "fine(0)")) {
      assertThatThrownBy(() -> parse(text, both)).hasMessageContaining("[wave-");
    }
    for (String text : List.of("ok()", "ok(0)", "0", "err(0)")) {
      assertThatThrownBy(() -> parse(text, new ResultType(null, null)))
          .hasMessageContaining("[wave-type]");
    }
  }

  @Test
  void list_ofNumbers_isKeptInOneArray() {
    ComponentValue list = parse("[1, 255,]", new ListType(PrimType.U8));
    assertThat(list.asList()).isInstanceOf(NumberList.class);
    assertThat(list.asBytes()).containsExactly(1, -1);
    assertThat(list).isEqualTo(list(new U8Value(1), new U8Value(255)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,,]", "[,1]", "[,]", "[)", "(]", "[}", "[1 2]", "[1"})
  void list_malformed_isRefused(String text) {
    assertThatThrownBy(() -> parse(text, new ListType(PrimType.U8))).hasMessageContaining("[wave-");
  }

  @Test
  void list_ofFixedLength_isCounted() {
    assertThat(parse("[1, 2]", new ListType(PrimType.U8, 2L)).asList()).hasSize(2);
    assertThatThrownBy(() -> parse("[1]", new ListType(PrimType.U8, 2L)))
        .hasMessageContaining("expected list<u8, 2>, found 1 element");
  }

  @Test
  void map_isTheListOfItsEntries() {
    assertThat(parse("[(\"a\", 1),]", new MapType(PrimType.STRING, PrimType.U8)))
        .isEqualTo(new MapValue(List.of(new MapValue.Entry(string("a"), new U8Value(1)))));
  }

  @Test
  void tuple_ofWrongSize_isRefused() {
    TupleType pair = new TupleType(List.of(PrimType.U8, PrimType.U8));
    assertThat(parse("(1, 2,)", pair))
        .isEqualTo(new TupleValue(List.of(new U8Value(1), new U8Value(2))));
    for (String text : List.of("(1)", "(1, 2, 3)", "()", "1")) {
      assertThatThrownBy(() -> parse(text, pair)).hasMessageContaining("tuple<u8, u8>");
    }
  }

  @Test
  void value_nestedTooDeep_isRefused() {
    ValType type = PrimType.U8;
    for (int i = 0; i < 150; i++) {
      type = new ListType(type);
    }
    ValType deep = type;
    assertThatThrownBy(() -> parse("[".repeat(150), deep)).hasMessageContaining("[wave-depth]");
  }

  @Test
  void value_withMoreBehindIt_isRefused() {
    assertThatThrownBy(() -> parse("1 2", PrimType.U8))
        .hasMessageContaining("line 1, column 3: expected the end of the text");
  }

  @Test
  void arguments_ofGreetPerson_areRead() {
    String text = "({name: \"Ann\", age: 3, tags: [\"a\"]}, shout(2), happy, {wave, bow})";
    List<ComponentValue> arguments = WaveParser.parseArguments(text, GreeterTypes.GREET_PERSON);
    assertThat(arguments.get(0).field("age").asInt()).isEqualTo(3);
    assertThat(arguments.get(1))
        .isEqualTo(new VariantValue("shout", new ComponentValue.U32Value(2)));
    assertThat(arguments.get(2)).isEqualTo(new OptionValue(new EnumValue("happy")));
    assertThat(arguments.get(3)).isEqualTo(new FlagsValue(Set.of("wave", "bow")));
  }

  @Test
  void arguments_trailingOptionsLeftOut_areNone() {
    var type =
        GreeterTypes.func(
            null, GreeterTypes.param("a", OPTION_U8), GreeterTypes.param("b", OPTION_U8));
    assertThat(WaveParser.parseArguments("()", type))
        .containsExactly(OptionValue.NONE, OptionValue.NONE);
    assertThat(WaveParser.parseArguments("(1,)", type)).containsExactly(SOME_1, OptionValue.NONE);
  }
}
