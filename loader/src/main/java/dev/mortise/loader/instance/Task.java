package dev.mortise.loader.instance;

import dev.mortise.loader.error.TrapException;

/** One call into a component instance (CanonicalABI.md, "Tasks"). */
final class Task {
  private int borrows;

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
