package dev.mortise.runtime.instance;

import java.util.Arrays;

/**
 * What is lent to the calls of a store that run, innermost last. A call notes how much there was
 * when it began, and gives back what is above that when it ends.
 */
final class Lending {
  private Object[] lent = new Object[4];
  private int size;

  /** How much is lent. */
  int mark() {
    return size;
  }

  /** Lends a handle until the call ends. */
  void lend(Lender lender) {
    lender.lend();
    push(lender);
  }

  /** Lets a borrow, which the host got for the call, end with it. */
  void endWithCall(ResourceHandle borrow) {
    push(new EndOfBorrow(borrow));
  }

  private void push(Object entry) {
    if (size == lent.length) {
      lent = Arrays.copyOf(lent, 2 * size);
    }
    lent[size++] = entry;
  }

  /** Ends a call that began at a mark. */
  void giveBack(int mark) {
    while (size > mark) {
      size--;
      Object entry = lent[size];
      lent[size] = END;
      switch (entry) {
        case EndOfBorrow(ResourceHandle borrow) -> borrow.endBorrow();
        case Lender lender -> lender.giveBack();
        default -> throw new AssertionError(entry);
      }
    }
  }

  private record EndOfBorrow(ResourceHandle borrow) {}

  private static final Object END = new Object();
}
