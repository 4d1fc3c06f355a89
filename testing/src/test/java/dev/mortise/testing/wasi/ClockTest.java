package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.All.MONOTONIC;
import static dev.mortise.testing.wasi.All.POLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.ComponentTest;
import dev.mortise.testing.FakeWasi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code wasi:clocks} and {@code wasi:io/poll}: time that the test moves. */
@ComponentTest(value = "all.wasm", undroppedHandles = true)
class ClockTest {
  private static final String WALL = "wasi:clocks/wall-clock@0.2.12#";

  @FakeWasi(clock = "2026-05-04T03:02:01.5Z")
  Wasi wasi;

  private All all;

  @BeforeEach
  void start(Instance instance) {
    all = new All(instance);
  }

  private Instant wall() {
    ComponentValue now = all.call(WALL + "now");
    return Instant.ofEpochSecond(All.u64(now.field("seconds")), now.field("nanoseconds").asLong());
  }

  private long monotonic() {
    return All.u64(all.call(MONOTONIC + "now"));
  }

  private ComponentValue timer(Duration after) {
    return all.call(MONOTONIC + "subscribe-duration", after.toNanos());
  }

  private boolean isReady(ComponentValue pollable) {
    return all.call(POLL + "[method]pollable.ready", pollable).asBoolean();
  }

  private List<Integer> poll(ComponentValue... pollables) {
    return all.call(POLL + "poll", List.of(pollables)).asList().stream()
        .map(ComponentValue::asInt)
        .toList();
  }

  @Test
  void clocks_standStill() {
    assertThat(wall()).isEqualTo("2026-05-04T03:02:01.5Z").isEqualTo(wall());
    assertThat(monotonic()).isZero();
  }

  @Test
  void advance_movesBoth() {
    wasi.clock().advance(Duration.ofMillis(1500));
    assertThat(wall()).isEqualTo("2026-05-04T03:02:03Z");
    assertThat(monotonic()).isEqualTo(1_500_000_000);
    assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void set_movesTheWallClockOnly() {
    ComponentValue timer = timer(Duration.ofDays(1));
    wasi.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(wall()).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(monotonic()).isZero();
    assertThat(isReady(timer)).isFalse();
    wasi.clock().set(Instant.parse("1970-01-01T00:00:00Z"));
    assertThat(wall()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void tick_movesAfterEachReading() {
    wasi.clock().tick(Duration.ofNanos(10));
    assertThat(monotonic()).isZero();
    assertThat(monotonic()).isEqualTo(10);
    Instant read = wall();
    assertThat(wall()).isEqualTo(read.plusNanos(10));
  }

  @Test
  void resolution_isANanosecond() {
    assertThat(All.u64(all.call(MONOTONIC + "resolution"))).isEqualTo(1);
    assertThat(all.call(WALL + "resolution").field("nanoseconds").asInt()).isEqualTo(1);
  }

  @Test
  void timer_isReadyWhenItsTimeHasCome() {
    ComponentValue timer = timer(Duration.ofSeconds(2));
    wasi.clock().advance(Duration.ofMillis(1999));
    assertThat(isReady(timer)).isFalse();
    wasi.clock().advance(Duration.ofMillis(1));
    assertThat(isReady(timer)).isTrue();
  }

  @Test
  void timerAtAnInstant_thatHasPassed_isReady() {
    wasi.clock().advance(Duration.ofSeconds(1));
    assertThat(isReady(all.call(MONOTONIC + "subscribe-instant", 1_000_000_000L))).isTrue();
    assertThat(isReady(all.call(MONOTONIC + "subscribe-instant", 1_000_000_001L))).isFalse();
  }

  @Test
  void block_movesTheClockToTheTimer() {
    ComponentValue unused = all.call(POLL + "[method]pollable.block", timer(Duration.ofHours(3)));
    assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofHours(3));
    assertThat(wall()).isEqualTo("2026-05-04T06:02:01.5Z");
  }

  @Test
  void poll_movesTheClockToTheFirstTimer() {
    assertThat(
            poll(
                timer(Duration.ofSeconds(3)),
                timer(Duration.ofSeconds(1)),
                timer(Duration.ofSeconds(2)),
                timer(Duration.ofSeconds(1))))
        .containsExactly(1, 3);
    assertThat(wasi.clock().elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void poll_ofWhatIsReady_doesNotMoveTheClock() {
    ComponentValue input =
        all.call(
            All.STREAMS + "[method]input-stream.subscribe",
            all.call("wasi:cli/stdin@0.2.12#get-stdin"));
    assertThat(poll(timer(Duration.ofSeconds(3)), input)).containsExactly(1);
    assertThat(monotonic()).isZero();
  }

  @Test
  void poll_ofNothing_traps() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> poll())
        .withMessageContaining("poll of an empty list");
  }

  @Test
  void waiting_forEver_failsTheTestWithWhatIsWaitedFor() {
    wasi.keepStdinOpen();
    ComponentValue input =
        all.call(
            All.STREAMS + "[method]input-stream.subscribe",
            all.call("wasi:cli/stdin@0.2.12#get-stdin"));
    ComponentValue never = all.call(MONOTONIC + "subscribe-duration", -1L);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> poll(input, never))
        .withMessageContaining("waits for ever")
        .withMessageContaining("standard input, which stays open")
        .withMessageContaining("a timer at PT2562047H47M16.854775807S");
  }

  @Test
  void time_goesForwardOnlyAndNotBefore1970() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wasi.clock().advance(Duration.ofSeconds(-1)))
        .withMessageContaining("set(Instant)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wasi.clock().tick(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wasi.clock().set(Instant.parse("1969-12-31T23:59:59Z")))
        .withMessageContaining("before 1970");
  }
}
