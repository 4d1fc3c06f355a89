package dev.mortise.tck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.error.MortiseException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class GeneratedComponentsTest {
  static final Features FEATURES = Features.defaults().with(Feature.CM_FIXED_LENGTH_LISTS);

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void generated_decodesAndValidates(@ForAll long seed) {
    byte[] bytes = ComponentGenerator.generate(seed);
    try {
      assertThat(
              ComponentValidator.validate(ComponentDecoder.decode(bytes, FEATURES), FEATURES)
                  .resolved())
          .isNotEmpty();
    } catch (MortiseException e) {
      throw new AssertionError(
          "seed " + seed + ": " + e.getMessage() + "\n" + HexFormat.of().formatHex(bytes), e);
    }
  }

  @Property(tries = 20)
  void generated_sameSeed_sameBytes(@ForAll long seed) {
    assertThat(ComponentGenerator.generate(seed)).isEqualTo(ComponentGenerator.generate(seed));
  }
}
