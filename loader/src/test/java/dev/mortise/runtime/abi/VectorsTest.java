package dev.mortise.runtime.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.CoreSignature;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vectors that the specification's reference definitions computed. */
class VectorsTest {
  private static JsonNode vectors;

  @BeforeAll
  static void read() throws IOException {
    Path file = find();
    if (file != null) {
      vectors = new ObjectMapper().readTree(file.toFile());
    }
  }

  @Test
  void layout_everyVector_sizeAlignmentAndFlatTypesAgree() {
    forAll(
        "layout",
        530,
        vector -> {
          ValType type = Vectors.type(vector.get("type"));
          for (AddressWidth width : AddressWidth.values()) {
            JsonNode expected = vector.get(width.toString());
            TypeLayouts.Layout layout = new TypeLayouts(width, 1000).of(type);
            assertThat(layout.byteSize()).isEqualTo(expected.get("size").asLong());
            assertThat(layout.alignment()).isEqualTo(expected.get("align").asInt());
            assertThat(layout.flat())
                .extracting(Object::toString)
                .isEqualTo(Vectors.texts(expected.get("flat")));
          }
        });
  }

  @Test
  void signature_everyVector_allFormsAgree() {
    forAll(
        "signature",
        15,
        vector -> {
          List<FuncType.Param> params =
              Vectors.types(vector.get("params")).stream()
                  .map(t -> new FuncType.Param("p", t))
                  .toList();
          FuncType type = new FuncType(params, Vectors.optional(vector.get("result")), false);
          for (AddressWidth width : AddressWidth.values()) {
            JsonNode expected = vector.get(width.toString());
            TypeLayouts layouts = new TypeLayouts(width);
            CanonicalOptions sync = CanonicalOptions.of(StringEncoding.UTF8, width);
            CanonicalOptions stackful =
                new CanonicalOptions(StringEncoding.UTF8, width, true, false);
            CanonicalOptions callback =
                new CanonicalOptions(StringEncoding.UTF8, width, true, true);
            assertSignature(expected.get("lift"), CoreSignature.lift(type, sync, layouts));
            assertSignature(expected.get("lower"), CoreSignature.lower(type, sync, layouts));
            assertSignature(
                expected.get("lift_async_callback"), CoreSignature.lift(type, callback, layouts));
            assertSignature(
                expected.get("lift_async_stackful"), CoreSignature.lift(type, stackful, layouts));
            assertSignature(
                expected.get("lower_async"), CoreSignature.lower(type, stackful, layouts));
          }
        });
  }

  @Test
  void lift_everyVector_valuesOrTrapAgree() {
    forAll(
        "lift",
        1457,
        vector -> {
          List<ValType> types = Vectors.types(vector.get("types"));
          AbiProgram program = recipes(vector).liftValues(types, vector.get("max_flat").asInt());
          FakeContext context =
              FakeContext.of(HexFormat.of().parseHex(vector.get("memory").asText()));
          long[] flat = new long[vector.get("flat").size()];
          for (int i = 0; i < flat.length; i++) {
            // Garbage in the half that an i32 does not have must not matter.
            boolean narrow = vector.get("flat").get(i).get(0).asText().endsWith("32");
            long word = Vectors.word(vector.get("flat").get(i).get(1));
            flat[i] = narrow ? word | 0x5a5a_0000_0000_0000L : word;
          }
          AbiInterpreter interpreter = new AbiInterpreter(context);
          if (vector.has("trap")) {
            assertThat(catchThrowable(() -> interpreter.lift(program, flat)))
                .isInstanceOf(TrapException.class);
          } else {
            List<ComponentValue> expected = Vectors.values(types, vector.get("values"));
            assertThat(interpreter.lift(program, flat)).isEqualTo(expected);
          }
        });
  }

  @Test
  void lower_everyVector_coreValuesMemoryAndReallocCallsAgree() {
    forAll("lower", 1153, VectorsTest::lower);
  }

  private static void lower(JsonNode vector) {
    List<ValType> types = Vectors.types(vector.get("types"));
    List<ComponentValue> values = Vectors.values(types, vector.get("values"));
    boolean out = vector.has("out_ptr");
    int maxFlat = vector.get("max_flat").asInt();
    AbiProgram program =
        out
            ? recipes(vector).lowerValuesInto(types, maxFlat)
            : recipes(vector).lowerValues(types, maxFlat);
    FakeContext context =
        new FakeContext(
            FakeContext.filled(vector.get("memory_size").asInt()),
            vector.get("heap_base").asLong(),
            FakeContext.Realloc.valueOf(
                vector.get("realloc_mode").asText().toUpperCase(Locale.ROOT)),
            source(vector.get("src_encoding").asText()));
    long[] words = out ? new long[] {Vectors.word(vector.get("out_ptr"))} : new long[0];
    for (int i = 0; i < types.size(); i++) {
      ValueChecker.check(values.get(i), types.get(i));
    }
    AbiInterpreter interpreter = new AbiInterpreter(context);
    if (vector.has("trap")) {
      assertThat(catchThrowable(() -> interpreter.lower(program, values, words)))
          .isInstanceOf(TrapException.class);
    } else {
      List<Long> flat = new ArrayList<>();
      vector.get("flat").forEach(f -> flat.add(Vectors.word(f.get(1))));
      assertThat(interpreter.lower(program, values, words))
          .containsExactly(flat.toArray(new Long[0]));
      assertThat(HexFormat.of().formatHex(context.memory.bytes))
          .isEqualTo(vector.get("memory").asText());
    }
    List<List<Long>> calls = new ArrayList<>();
    for (JsonNode call : vector.get("realloc_calls")) {
      List<Long> numbers = new ArrayList<>();
      call.forEach(n -> numbers.add(Vectors.word(n)));
      calls.add(numbers);
    }
    assertThat(context.reallocCalls).isEqualTo(calls);
  }

  private static Recipes recipes(JsonNode vector) {
    return new Recipes(encoding(vector.get("encoding").asText()), width(vector));
  }

  private static AddressWidth width(JsonNode vector) {
    return vector.get("ptr").asText().equals("i32") ? AddressWidth.BITS_32 : AddressWidth.BITS_64;
  }

  private static StringEncoding encoding(String text) {
    return switch (text) {
      case "utf8" -> StringEncoding.UTF8;
      case "utf16" -> StringEncoding.UTF16;
      case "latin1+utf16" -> StringEncoding.LATIN1_UTF16;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static StringSource source(String text) {
    return text.equals("latin1+utf16/wide")
        ? StringSource.LATIN1_UTF16_TAGGED
        : StringSource.of(encoding(text));
  }

  private static void assertSignature(JsonNode expected, CoreFuncType found) {
    assertThat(found.params())
        .extracting(Object::toString)
        .isEqualTo(Vectors.texts(expected.get("params")));
    assertThat(found.results())
        .extracting(Object::toString)
        .isEqualTo(Vectors.texts(expected.get("results")));
  }

  /** Checks every vector of a section and reports all that fail, by name. */
  private static void forAll(String section, int atLeast, Consumer<JsonNode> check) {
    assumeTrue(
        vectors != null,
        "shared/canonical-abi/vectors.json is not beside the project: nothing to check");
    List<String> failures = new ArrayList<>();
    JsonNode all = vectors.get(section);
    for (int i = 0; i < all.size(); i++) {
      JsonNode vector = all.get(i);
      try {
        check.accept(vector);
      } catch (AssertionError | RuntimeException e) {
        String name = vector.has("name") ? vector.get("name").asText() : vector.toString();
        failures.add(i + " " + name + ": " + e);
      }
    }
    assertThat(failures).as(failures.size() + " of " + all.size() + " vectors").isEmpty();
    assertThat(all.size()).isGreaterThanOrEqualTo(atLeast);
  }

  /** The vectors lie in a folder beside the project's root, which is above the module. */
  private static Path find() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/canonical-abi/vectors.json");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }
}
