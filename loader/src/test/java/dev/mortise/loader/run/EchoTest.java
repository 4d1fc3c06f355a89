package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.TypedValues;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes into a component, through a memory of the engine, comes back as it was. */
class EchoTest {
  private static final LoadOptions OPTIONS =
      LoadOptions.DEFAULT
          .withFeatures(Features.all())
          .withExecution(LoadOptions.Execution.INTERPRET);

  @Provide
  Arbitrary<TypedValues> typed() {
    return TypedValues.arbitrary();
  }

  @Property(tries = 400)
  void echo_ofAnyValue_isTheSame(
      @ForAll("typed") TypedValues typed, @ForAll StringEncoding encoding) {
    Instance instance =
        Component.load(EchoComponent.of(typed.type(), encoding), OPTIONS).instantiate();
    ComponentValue pad =
        new ComponentValue.TupleValue(
            Collections.nCopies(17, (ComponentValue) new ComponentValue.U8Value(9)));
    List<ComponentValue> arguments =
        EchoComponent.isPadded(typed.type()) ? List.of(typed.value(), pad) : List.of(typed.value());
    for (int i = 0; i < 2; i++) {
      assertThat(instance.function("echo").callValues(arguments)).isEqualTo(typed.value());
    }
  }
}
