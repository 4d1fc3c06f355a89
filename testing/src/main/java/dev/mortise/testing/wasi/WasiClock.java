package dev.mortise.testing.wasi;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of a component: it stands still unless the test moves it, or the component waits for it
 * ({@code wasi:clocks/wall-clock} and {@code monotonic-clock}). Both clocks have a resolution of
 * one nanosecond. The monotonic clock begins at 0.
 */
public final class WasiClock {
  private Instant wall;
  private long nanos;
  private Duration tick = Duration.ZERO;

  WasiClock(Instant start) {
    wall = requireInRange(start);
  }

  /** The time of the wall clock. */
  public Instant now() {
    return wall;
  }

  /** The time of the monotonic clock, since the start of the test. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  /**
   * Lets time pass, on both clocks; timers whose time comes are ready then.
   *
   * @param time zero or more
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "time passes forward only, not by " + time + ": set(Instant) puts the wall clock back");
    }
    moveTo(Math.addExact(nanos, time.toNanos()));
  }

  /**
   * Sets the wall clock, forward or back, as who corrects a watch: the monotonic clock and timers
   * stay as they are.
   */
  public void set(Instant time) {
    wall = requireInRange(time);
  }

  /**
   * Lets time pass whenever the component has read a clock: for a component that reads it again and
   * again until some time has passed.
   *
   * @param time zero, as it is at first, to stand still
   */
  public void tick(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time passes forward only, not by " + time);
    }
    tick = time;
  }

  /** The component reads the wall clock. */
  Instant readWall() {
    Instant read = wall;
    advance(tick);
    return read;
  }

  /** The component reads the monotonic clock. */
  long readNanos() {
    long read = nanos;
    advance(tick);
    return read;
  }

  long nanos() {
    return nanos;
  }

  /** Lets time pass until the monotonic clock has come to a time, if it has not. */
  void moveTo(long time) {
    if (time > nanos) {
      wall = wall.plusNanos(time - nanos);
      nanos = time;
    }
  }

  /** A {@code datetime} has unsigned seconds. */
  private static Instant requireInRange(Instant time) {
    if (time.getEpochSecond() < 0) {
      throw new IllegalArgumentException(
          time + " is before 1970-01-01T00:00:00Z, where the datetime of WASI 0.2 begins");
    }
    return time;
  }
}
