package dev.mortise.wasi.io;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import wit.wasi.io.v0_2.Poll;

/** Something of this host that a component can wait for: {@code wasi:io/poll.pollable}. */
public abstract class HostPollable implements Poll.Pollable {
  /** Of what becomes ready when something happens, which nobody knows when. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  private static final HostPollable ALWAYS = new Signalled(new Signal(), () -> true);

  HostPollable() {}

  /** What is always ready. */
  public static HostPollable always() {
    return ALWAYS;
  }

  /**
   * What is ready when a condition holds.
   *
   * @param signal is raised whenever the condition may have begun to hold
   * @param ready the condition; it does not block
   */
  public static HostPollable when(Signal signal, BooleanSupplier ready) {
    return new Signalled(signal, ready);
  }

  /**
   * What is ready when a clock shows some time.
   *
   * @param clock in nanoseconds
   * @param instant the time, as an unsigned number
   */
  public static HostPollable at(LongSupplier clock, long instant) {
    return new Timer(clock, instant);
  }

  /** A pollable of whoever made it as one of ours. */
  static HostPollable of(Poll.Pollable pollable) {
    return pollable instanceof HostPollable ours ? ours : new ForeignPollable(pollable);
  }

  /** The nanoseconds until it is ready: 0 when it is, {@link #UNKNOWN} when a signal will tell. */
  abstract long remaining();

  abstract void register(Waiter waiter);

  abstract void unregister(Waiter waiter);

  @Override
  public final boolean ready() {
    return remaining() <= 0;
  }

  @Override
  public final void block() {
    Waiter.await(List.of(this));
  }

  @Override
  public void close() {}

  private static final class Signalled extends HostPollable {
    private final Signal signal;
    private final BooleanSupplier ready;

    Signalled(Signal signal, BooleanSupplier ready) {
      this.signal = signal;
      this.ready = ready;
    }

    @Override
    long remaining() {
      return ready.getAsBoolean() ? 0 : UNKNOWN;
    }

    @Override
    void register(Waiter waiter) {
      signal.add(waiter);
    }

    @Override
    void unregister(Waiter waiter) {
      signal.remove(waiter);
    }
  }

  private static final class Timer extends HostPollable {
    private final LongSupplier clock;
    private final long instant;

    Timer(LongSupplier clock, long instant) {
      this.clock = clock;
      this.instant = instant;
    }

    @Override
    long remaining() {
      long now = clock.getAsLong();
      if (Long.compareUnsigned(instant, now) <= 0) {
        return 0;
      }
      long remaining = instant - now;
      return remaining < 0 ? UNKNOWN - 1 : remaining; // further away than a long can say
    }

    @Override
    void register(Waiter waiter) {}

    @Override
    void unregister(Waiter waiter) {}
  }
}
