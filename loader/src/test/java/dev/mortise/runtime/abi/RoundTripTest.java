package dev.mortise.runtime.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueChecker;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was lowered lifts to the same value, for any type, encoding and address width. */
class RoundTripTest {
  private static final int MEMORY = 1 << 20;

  /** A type and a value of it. */
  record Typed(ValType type, ComponentValue value) {}

  @Provide
  Arbitrary<Typed> typed() {
    return AnyType.types(3).flatMap(t -> AnyType.valuesOf(t).map(v -> new Typed(t, v)));
  }

  @Provide
  Arbitrary<List<Typed>> many() {
    return typed().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<StringSource> sources() {
    return Arbitraries.of(StringSource.class).injectNull(0.3);
  }

  @Property(tries = 700)
  void storeAndLoad_anyValue_isTheSame(
      @ForAll("typed") Typed typed,
      @ForAll StringEncoding encoding,
      @ForAll AddressWidth width,
      @ForAll("sources") StringSource source) {
    Recipes recipes = new Recipes(encoding, width);
    FakeContext context = context(source);
    ValueChecker.check(typed.value, typed.type);
    AbiInterpreter interpreter = new AbiInterpreter(context);
    // A limit of 0 sends every value through memory.
    long[] address =
        interpreter.lower(recipes.lowerValues(List.of(typed.type), 0), List.of(typed.value));
    assertThat(interpreter.lift(recipes.liftValues(List.of(typed.type), 0), address))
        .containsExactly(typed.value);
  }

  @Property(tries = 700)
  void callIn_anyArguments_arriveAndReturn(
      @ForAll("many") List<Typed> arguments,
      @ForAll StringEncoding encoding,
      @ForAll AddressWidth width,
      @ForAll("sources") StringSource source) {
    List<FuncType.Param> params =
        arguments.stream().map(a -> new FuncType.Param("p", a.type)).toList();
    List<ComponentValue> values = arguments.stream().map(Typed::value).toList();
    Typed last = arguments.get(arguments.size() - 1);
    FuncAbi abi =
        FuncAbi.of(new FuncType(params, last.type, false), CanonicalOptions.of(encoding, width));
    FakeContext context = context(source);
    long[] core = abi.lowerParams(values, context);
    assertThat(core).hasSameSizeAs(abi.liftSignature().params());
    assertThat(abi.lowerSignature().params()).hasSizeGreaterThanOrEqualTo(core.length);
    // The same component calls out: its own arguments, then an area for the result.
    long[] out = java.util.Arrays.copyOf(core, abi.lowerSignature().params().size());
    long area = 1 << 19;
    if (abi.resultGoesToMemory()) {
      out[out.length - 1] = area;
    }
    assertThat(abi.liftParams(out, context)).isEqualTo(values);
    long[] results = abi.lowerResult(last.value, out, context);
    assertThat(results).hasSameSizeAs(abi.lowerSignature().results());
    long[] lifted = abi.resultGoesToMemory() ? new long[] {area} : results;
    assertThat(abi.liftResult(lifted, context)).isEqualTo(last.value);
  }

  private static FakeContext context(StringSource source) {
    return new FakeContext(FakeContext.filled(MEMORY), 8, FakeContext.Realloc.BUMP, source);
  }
}
