package dev.mortise.testing;

import static dev.mortise.testing.Mocking.any;
import static dev.mortise.testing.Mocking.anyBoolean;
import static dev.mortise.testing.Mocking.anyByte;
import static dev.mortise.testing.Mocking.anyDouble;
import static dev.mortise.testing.Mocking.anyFloat;
import static dev.mortise.testing.Mocking.anyInt;
import static dev.mortise.testing.Mocking.anyLong;
import static dev.mortise.testing.Mocking.anyShort;
import static dev.mortise.testing.Mocking.thatLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.testing.mock.Say;
import org.junit.jupiter.api.Test;

/** A matcher stands in place of an argument of any type, with a value that Java can pass. */
class MatchersTest {
  private static void take(
      boolean a, byte b, short c, int d, long e, float f, double g, Object h) {}

  @Test
  void matchers_ofEachType_standInPlaceOfArguments() {
    take(anyBoolean(), anyByte(), anyShort(), anyInt(), anyLong(), anyFloat(), anyDouble(), any());
    assertThat(Say.takeMatchers())
        .hasSize(8)
        .allMatch(matcher -> matcher.accepts().test("anything"));
  }

  @Test
  void thatLong_testsTheNumber() {
    long unused = thatLong(n -> n > 3);
    var matcher = Say.takeMatchers().get(0);
    assertThat(matcher.accepts().test(4L)).isTrue();
    assertThat(matcher.accepts().test(3L)).isFalse();
    assertThat(matcher.accepts().test(null)).isFalse();
  }
}
