package dev.mortise.testing.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.loader.Instance;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.ComponentUnderTest;
import dev.mortise.testing.EngineMatrix;
import dev.mortise.testing.FakeWasi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A component that waits and rolls dice, made for WASI 0.2.0. */
@ComponentTest("watch.wasm")
class WatchTest {
  @FakeWasi(seed = 3)
  Wasi wasi;

  private static long u64(Instance watch, String function, Object... arguments) {
    return All.u64(watch.call(function, arguments));
  }

  @EngineMatrix
  void nap_takesNoTime(ComponentUnderTest component) {
    Instance watch = component.instance();
    long start = System.nanoTime();
    assertThat(u64(watch, "nap", Duration.ofDays(7).toNanos()))
        .isEqualTo(Duration.ofDays(7).toNanos());
    assertThat(u64(watch, "nap", 5L)).isEqualTo(Duration.ofDays(7).toNanos() + 5);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofDays(1));
  }

  @EngineMatrix
  void race_isWonByTheShorterWait(ComponentUnderTest component) {
    Instance watch = component.instance();
    assertThat(watch.call("race", 20L, 10L).asInt()).isEqualTo(1);
    assertThat(watch.call("race", 20L, 30L).asInt()).isZero();
    assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofNanos(30));
  }

  @Test
  void spin_endsWhenReadingMovesTheClock(Instance watch) {
    wasi.clock().tick(Duration.ofMillis(1));
    assertThat(watch.call("spin", Duration.ofMillis(9).toNanos()).asInt()).isEqualTo(10);
  }

  @Test
  void roll_isTheSameForTheSameSeed(Instance watch) {
    List<Long> rolled = List.of(u64(watch, "roll"), u64(watch, "roll"), u64(watch, "roll"));
    assertThat(rolled).allMatch(n -> n >= 1 && n <= 6);
    wasi.seed(3);
    assertThat(List.of(u64(watch, "roll"), u64(watch, "roll"), u64(watch, "roll")))
        .isEqualTo(rolled);
  }

  @Test
  void withoutJUnit_importsLinkAComponent() throws IOException {
    Wasi own = Wasi.create();
    byte[] bytes;
    try (var in = Objects.requireNonNull(WatchTest.class.getResourceAsStream("watch.wasm"))) {
      bytes = in.readAllBytes();
    }
    Instance watch = Component.load(bytes).link(own.imports()).instantiate();
    assertThat(u64(watch, "nap", 12L)).isEqualTo(12);
    assertThat(own.clock().elapsed()).isEqualTo(Duration.ofNanos(12));
    assertThat(wasi.clock().elapsed()).isZero();
  }
}
