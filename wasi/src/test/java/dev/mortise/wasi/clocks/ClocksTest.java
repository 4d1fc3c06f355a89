package dev.mortise.wasi.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.wasi.config.WasiConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wit.wasi.clocks.v0_2.MonotonicClock;
import wit.wasi.clocks.v0_2.WallClock.Datetime;
import wit.wasi.io.v0_2.Poll;

class ClocksTest {
  private static final Instant MOMENT = Instant.parse("2001-09-09T01:46:40.123456789Z");

  private final AtomicLong time = new AtomicLong(5_000);
  private final MonotonicClock monotonic = new MonotonicClockHost(time::get);

  @Test
  void wallClock_now_isTheTimeOfItsSource() {
    assertThat(new WallClockHost(() -> MOMENT).now())
        .isEqualTo(new Datetime(1_000_000_000, 123_456_789));
  }

  @Test
  void wallClock_resolution_isBetweenANanosecondAndASecond() {
    Datetime resolution = new WallClockHost(() -> MOMENT).resolution();
    assertThat(resolution.seconds()).isZero();
    assertThat(resolution.nanoseconds()).isBetween(1L, 999_999_999L);
  }

  /** WASI's seconds are unsigned. */
  @Test
  void wallClock_before1970_is1970() {
    assertThat(WallClockHost.of(Instant.ofEpochSecond(-5, 7))).isEqualTo(new Datetime(0, 0));
  }

  @Test
  void monotonicClock_now_beginsAt0() {
    assertThat(monotonic.now()).isZero();
    time.set(5_007);
    assertThat(monotonic.now()).isEqualTo(7);
    assertThat(monotonic.resolution()).isPositive();
  }

  @Test
  void monotonicClock_ofTheMachine_goesOn() {
    MonotonicClock clock = new MonotonicClockHost(WasiConfig.Clocks.SYSTEM.monotonic());
    long before = clock.now();
    try (Poll.Pollable pause = clock.subscribeDuration(Duration.ofMillis(20).toNanos())) {
      pause.block();
    }
    assertThat(clock.now() - before).isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
  }

  @Test
  void subscribeInstant_isReadyFromThenOn() {
    try (Poll.Pollable pollable = monotonic.subscribeInstant(10)) {
      time.set(5_009);
      assertThat(pollable.ready()).isFalse();
      time.set(5_010);
      assertThat(pollable.ready()).isTrue();
      time.set(9_000);
      assertThat(pollable.ready()).isTrue();
    }
  }

  @Test
  void subscribeDuration_countsFromNow() {
    time.set(5_100);
    try (Poll.Pollable pollable = monotonic.subscribeDuration(10)) {
      time.set(5_109);
      assertThat(pollable.ready()).isFalse();
      time.set(5_110);
      assertThat(pollable.ready()).isTrue();
    }
  }

  @Test
  void whatLiesBeyondTheEndOfTime_isNeverReady() {
    time.set(5_100);
    try (Poll.Pollable ever = monotonic.subscribeDuration(-1);
        Poll.Pollable last = monotonic.subscribeInstant(-1)) {
      time.set(Long.MAX_VALUE);
      assertThat(ever.ready()).isFalse();
      assertThat(last.ready()).isFalse();
    }
  }

  @Test
  void timezone_isUtc_wherever() {
    TimezoneHost host = new TimezoneHost();
    assertThat(host.utcOffset(new Datetime(1_000_000_000, 0))).isZero();
    assertThat(host.display(new Datetime(1_000_000_000, 0)).name()).isEqualTo("UTC");
    assertThat(host.display(new Datetime(1_000_000_000, 0)).inDaylightSavingTime()).isFalse();
  }
}
