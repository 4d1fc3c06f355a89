package dev.mortise.loader.instance;

import dev.mortise.loader.error.TrapException;
import org.jspecify.annotations.Nullable;

/** One call into a component instance (CanonicalABI.md, "Tasks"). */
final class Task {
  /** The call that it interrupts, or null. */
  final @Nullable Task outer;

  /** The instance that calls, or null for the host. */
  final @Nullable RuntimeInstance caller;

  /** Which call into the instance it is, counted from 1. */
  final long number;

  private int borrows;

  Task(@Nullable Task outer, @Nullable RuntimeInstance caller, long number) {
    this.outer = outer;
    this.caller = caller;
    this.number = number;
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
  void checkBorrows() throws TrapException {
    if (borrows > 0) {
      throw Traps.borrowsRemain();
    }
  }
}
