package dev.mortise.wasi.clocks;

import java.time.Instant;
import java.time.InstantSource;
import wit.wasi.clocks.v0_2.WallClock;

/** {@code wasi:clocks/wall-clock}. */
public final class WallClockHost implements WallClock {
  private final InstantSource clock;

  /** The interface over a clock. */
  public WallClockHost(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Datetime now() {
    return of(clock.instant());
  }

  /** A microsecond, which Java's clock has on the usual machines. */
  @Override
  public Datetime resolution() {
    return new Datetime(0, 1_000);
  }

  /** A moment as WASI has it; seconds before 1970 are none, and count as 0. */
  public static Datetime of(Instant instant) {
    return instant.getEpochSecond() < 0
        ? new Datetime(0, 0)
        : new Datetime(instant.getEpochSecond(), instant.getNano());
  }
}
