package dev.mortise.runtime.abi.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as text. {@code -Dbless} writes the expected texts anew. */
class RecipesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/mortise/runtime/abi/recipe");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string",
        "list-u8",
        "result-tuple-error",
        "variant-that-joins",
        "seventeen-params",
        "record-of-everything",
        "map",
        "fixed-lists",
        "handles"
      })
  void programs_ofAType_areAsExpected(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    for (AddressWidth width : AddressWidth.values()) {
      Recipes recipes = new Recipes(StringEncoding.UTF8, width);
      List<ValType> types = types(name);
      section(text, name + " lowered as params, " + width);
      text.append(ProgramPrinter.print(recipes.lowerValues(types, Flatten.MAX_FLAT_PARAMS)));
      section(text, name + " lifted as params, " + width);
      text.append(ProgramPrinter.print(recipes.liftValues(types, Flatten.MAX_FLAT_PARAMS)));
      if (types.size() == 1) {
        section(text, name + " lowered as result, " + width);
        text.append(ProgramPrinter.print(recipes.lowerValuesInto(types, 1)));
        section(text, name + " lifted as result, " + width);
        text.append(ProgramPrinter.print(recipes.liftValues(types, 1)));
      }
    }
    Path golden = GOLDENS.resolve(name + ".txt");
    if (System.getProperty("bless") != null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, text);
    }
    assertThat(golden).content().isEqualTo(text.toString());
  }

  @Test
  void programs_ofTypesThatShareTheirParts_areShared() {
    ValType type = PrimType.STRING;
    for (int i = 0; i < 300; i++) {
      type = new ListType(new TupleType(List.of(type, type)));
    }
    Recipes recipes = new Recipes(StringEncoding.UTF8, AddressWidth.BITS_32);
    String lift = ProgramPrinter.print(recipes.liftValues(List.of(type), 16));
    String lower = ProgramPrinter.print(recipes.lowerValues(List.of(type), 16));
    assertThat(lift.lines().filter(line -> line.startsWith("#"))).hasSize(301);
    assertThat(lower.lines().filter(line -> line.startsWith("#"))).hasSize(301);
  }

  @Test
  void programs_ofFiftyThousandNestedTypes_needNoStack() {
    ValType type = PrimType.U8;
    for (int i = 0; i < 50_000; i++) {
      type = new ListType(type);
    }
    Recipes recipes = new Recipes(StringEncoding.UTF8, AddressWidth.BITS_32);
    assertThat(recipes.load(type).outputs()).hasSize(1);
    assertThat(recipes.store(type).inputs()).hasSize(2);
  }

  @Test
  void programs_ofATypeThatIsTooLarge_areRefused() {
    Recipes recipes = new Recipes(StringEncoding.UTF8, AddressWidth.BITS_32);
    ValType type = new ListType(new ListType(PrimType.U64, 1L << 25));
    assertThatThrownBy(() -> recipes.liftValues(List.of(type), 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void section(StringBuilder text, String title) {
    text.append("== ").append(title).append('\n');
  }

  private static List<ValType> types(String name) {
    ResourceType resource = ResourceType.imported("file");
    return switch (name) {
      case "string" -> List.of(PrimType.STRING);
      case "list-u8" -> List.of(new ListType(PrimType.U8));
      case "result-tuple-error" ->
          List.of(
              new ResultType(
                  new TupleType(List.of(PrimType.STRING, PrimType.BOOL)),
                  new EnumType(List.of("missing", "denied"))));
      case "variant-that-joins" ->
          List.of(
              new VariantType(
                  List.of(
                      new VariantType.Case("a", PrimType.F32),
                      new VariantType.Case("b", PrimType.S64),
                      new VariantType.Case("c", null),
                      new VariantType.Case("d", PrimType.STRING))));
      case "seventeen-params" -> Collections.nCopies(17, PrimType.U8);
      case "record-of-everything" ->
          List.of(
              new RecordType(
                  List.of(
                      new RecordType.Field("flag", PrimType.BOOL),
                      new RecordType.Field("letter", PrimType.CHAR),
                      new RecordType.Field("exact", PrimType.F64),
                      new RecordType.Field("set", new FlagsType(List.of("a", "b", "c"))),
                      new RecordType.Field("maybe", new OptionType(PrimType.U16)),
                      new RecordType.Field("names", new ListType(PrimType.STRING)))));
      case "map" -> List.of(new MapType(PrimType.STRING, PrimType.U64));
      case "fixed-lists" ->
          List.of(new ListType(PrimType.U8, 3L), new ListType(PrimType.STRING, 20L));
      case "handles" ->
          List.of(
              new HandleType.Own(resource),
              new HandleType.Borrow(resource),
              new StreamType(PrimType.U8),
              PrimType.ERROR_CONTEXT);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
