package dev.mortise.loader.compile.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.compile.body.FunctionSplitter.Split;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function in parts does what it does whole: random ones, in the engine's interpreter. */
class SplitBodiesTest {
  private static final int BODIES = 2_000;
  private static final long[][] ARGUMENTS = {
    {}, {5, 9}, {1L << 40, Float.floatToRawIntBits(2.5f)}, {}
  };

  @ParameterizedTest
  @ValueSource(ints = {8, 20, 60})
  void parts_doWhatTheWholeDoes(int limit) {
    Random random = new Random(limit);
    int parts = 0;
    int split = 0;
    int ended = 0;
    for (int i = 0; i < BODIES; i++) {
      int type = random.nextInt(4);
      byte[] body = BodyGenerator.running(random, type);
      NumberTypes types = BodyModule.WHOLE.types(type);
      assertThat(BodyValidator.isValid(types, type, body)).as(() -> hex(type, body)).isTrue();
      Split divided = FunctionSplitter.split(types, type, body, BodyModule.FUNCTIONS, limit);
      if (divided == null) {
        continue;
      }
      String whole = BodyRunner.run(BodyModule.WHOLE.bytes(type, body, List.of()), ARGUMENTS[type]);
      assertThat(
              BodyRunner.run(
                  BodyModule.WHOLE.bytes(type, divided.body(), divided.parts()), ARGUMENTS[type]))
          .as(() -> hex(type, body))
          .isEqualTo(whole);
      split++;
      parts += divided.parts().size();
      ended += whole.startsWith("[") ? 1 : 0;
    }
    assertThat(split).as("split").isGreaterThan(BODIES / 2);
    assertThat(parts).as("parts").isGreaterThan(2 * split);
    assertThat(ended).as("without a trap").isGreaterThan(split / 8);
  }

  private static String hex(int type, byte[] body) {
    return "type " + type + ", body " + HexFormat.of().formatHex(body);
  }
}
