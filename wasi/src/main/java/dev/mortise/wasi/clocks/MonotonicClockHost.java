package dev.mortise.wasi.clocks;

import dev.mortise.wasi.io.HostPollable;
import java.util.function.LongSupplier;
import wit.wasi.clocks.v0_2.MonotonicClock;
import wit.wasi.io.v0_2.Poll;

/** {@code wasi:clocks/monotonic-clock}. */
public final class MonotonicClockHost implements MonotonicClock {
  private final LongSupplier nanoseconds;
  private final long origin;

  /**
   * The interface.
   *
   * @param nanoseconds since any moment; the component's clock begins when this object is made
   */
  public MonotonicClockHost(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    origin = nanoseconds.getAsLong();
  }

  @Override
  public long now() {
    return nanoseconds.getAsLong() - origin;
  }

  @Override
  public long resolution() {
    return 1;
  }

  @Override
  public Poll.Pollable subscribeInstant(long when) {
    return HostPollable.at(this::now, when);
  }

  @Override
  public Poll.Pollable subscribeDuration(long when) {
    long now = now();
    long instant = now + when;
    // What lies beyond the end of time is never ready.
    return HostPollable.at(this::now, Long.compareUnsigned(instant, now) < 0 ? -1 : instant);
  }
}
