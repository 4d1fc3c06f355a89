package dev.mortise.loader.compile.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random bodies, most of them valid or nearly so, beside the engine. */
class GeneratedBodiesTest {
  private static final int BODIES = 1_500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void verdict_isTheEngines(long seed) {
    Random random = new Random(seed);
    int valid = 0;
    for (int i = 0; i < BODIES; i++) {
      int type = random.nextInt(4);
      byte[] body = BodyGenerator.any(random, type);
      boolean certain = BodyModule.WHOLE.isCertain(type, body);
      assertThat(certain)
          .as(() -> "type " + type + ", body " + HexFormat.of().formatHex(body))
          .isEqualTo(BodyModule.WHOLE.engineAccepts(type, body));
      valid += certain ? 1 : 0;
    }
    assertThat(valid).isBetween(BODIES / 4, BODIES * 9 / 10);
  }

  /** The engine knows more instructions and is less strict with numbers, but never stricter. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void whatIsCertain_isValidForTheEngine(long seed) {
    Random random = new Random(seed);
    int valid = 0;
    for (int i = 0; i < BODIES; i++) {
      int type = random.nextInt(4);
      byte[] body = BodyGenerator.any(random, type);
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt();
      }
      if (BodyModule.WHOLE.isCertain(type, body)) {
        valid++;
        assertThat(BodyModule.WHOLE.engineAccepts(type, body))
            .as(() -> "type " + type + ", body " + HexFormat.of().formatHex(body))
            .isTrue();
      }
    }
    assertThat(valid).isGreaterThan(BODIES / 50);
  }
}
