package dev.mortise.loader.instance;

import dev.mortise.loader.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * One call into a component instance (CanonicalABI.md, "Tasks"). An instance uses one object for
 * all calls that are not nested in another.
 */
public final class Task {
  /** The nested call that it interrupts, or null. */
  final @Nullable Task outer;

  private int borrows;

  Task(@Nullable Task outer) {
    this.outer = outer;
  }

  /** A borrow was lowered into the instance for this call. */
  void addBorrow() {
    borrows++;
  }

  /** The instance dropped one. */
  void removeBorrow() {
    borrows--;
  }

  /** Forgets the borrows of a call that did not begin after all. */
  void clearBorrows() {
    borrows = 0;
  }

  /** Checks, when the call returns, that all borrows were dropped. */
  public void checkBorrows() throws TrapException {
    if (borrows > 0) {
      throw Traps.borrowsRemain();
    }
  }
}
