package dev.mortise.wasi.io;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who wait that something has changed, so that they look again. For use by any thread;
 * who signals does so after the change.
 */
public final class Signal {
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

  /** A signal that nobody waits for. */
  public Signal() {}

  /** Wakes who waits. */
  public void raise() {
    waiters.forEach(Waiter::wake);
  }

  void add(Waiter waiter) {
    waiters.add(waiter);
  }

  void remove(Waiter waiter) {
    waiters.remove(waiter);
  }
}
