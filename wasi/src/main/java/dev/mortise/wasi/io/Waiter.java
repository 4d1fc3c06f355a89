package dev.mortise.wasi.io;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that waits until one of several things is ready. It is parked meanwhile, so a virtual
 * thread leaves its carrier to others.
 */
final class Waiter {
  private final Thread thread = Thread.currentThread();
  private volatile boolean woken;

  private Waiter() {}

  void wake() {
    woken = true;
    LockSupport.unpark(thread);
  }

  /**
   * Returns when at least one is ready.
   *
   * @throws TrapException when the thread is interrupted
   */
  static void await(List<HostPollable> pollables) {
    if (least(pollables) <= 0) {
      return;
    }
    Waiter waiter = new Waiter();
    pollables.forEach(pollable -> pollable.register(waiter));
    try {
      for (; ; ) {
        waiter.woken = false;
        long remaining = least(pollables);
        if (remaining <= 0) {
          return;
        }
        waiter.park(remaining);
      }
    } finally {
      pollables.forEach(pollable -> pollable.unregister(waiter));
    }
  }

  private void park(long nanoseconds) {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrapException(
          Diagnostic.of("interrupted", "wasi:io/poll")
              .because("the thread was interrupted while the component waited"));
    }
    if (!woken) {
      if (nanoseconds == HostPollable.UNKNOWN) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanoseconds);
      }
    }
  }

  private static long least(List<HostPollable> pollables) {
    long least = HostPollable.UNKNOWN;
    for (HostPollable pollable : pollables) {
      least = Math.min(least, pollable.remaining());
    }
    return least;
  }
}
