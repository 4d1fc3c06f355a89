package dev.mortise.loader.instance;

import dev.mortise.loader.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * One call into a component instance (CanonicalABI.md, "Tasks"). An instance uses one object for
 * all calls that are not nested in another.
 */
public final class Task {
  /** The call that it interrupts, or null. */
  final @Nullable Task outer;

  private @Nullable RuntimeInstance caller;
  private long number;
  private int borrows;

  Task(@Nullable Task outer) {
    this.outer = outer;
  }

  /**
   * Begins the call.
   *
   * @param caller the instance that calls, or null for the host
   * @param number which call into the instance it is, counted from 1
   */
  void begin(@Nullable RuntimeInstance caller, long number) {
    this.caller = caller;
    this.number = number;
    borrows = 0;
  }

  /** The instance that calls, or null for the host. */
  @Nullable RuntimeInstance caller() {
    return caller;
  }

  /** Which call into the instance it is, counted from 1. */
  long number() {
    return number;
  }

  /** A borrow was lowered into the instance for this call. */
  void addBorrow() {
    borrows++;
  }

  /** The instance dropped one. */
  void removeBorrow() {
    borrows--;
  }

  /** Checks, when the call returns, that all borrows were dropped. */
  public void checkBorrows() throws TrapException {
    if (borrows > 0) {
      throw Traps.borrowsRemain();
    }
  }
}
