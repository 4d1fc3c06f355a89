package dev.mortise.runtime.instance;

/** A handle that may be lent for the time of a call, and may not be dropped meanwhile. */
interface Lender {
  void lend();

  void giveBack();
}
