package dev.mortise.benchmarks;

import wit.mortise.bench.Calls;
import wit.mortise.bench.Chain;

/**
 * The guests, as one {@link CallPath} reaches them: what the benchmarks call. Whatever can be done
 * once for all instances is done when this is made.
 */
interface Guests {
  /** A new instance of {@link GuestFile#BENCH}. */
  Calls calls();

  /** A new instance of {@link GuestFile#COMPOSED}. */
  Chain chain();

  /** A new instance and nothing more: no function of it is looked up. */
  Object instantiate(GuestFile guest);
}
