package dev.mortise.benchmarks;

import wit.mortise.bench.Calls;
import wit.mortise.bench.Chain;
import wit.mortise.bench.Host;

/** Java in the place of the guests. */
record PlainGuests(Host host) implements Guests {
  @Override
  public Calls calls() {
    return new PlainCalls(host);
  }

  @Override
  public Chain chain() {
    return new PlainChain();
  }

  @Override
  public Object instantiate(GuestFile guest) {
    return switch (guest) {
      case BENCH -> calls();
      case COMPOSED -> chain();
    };
  }
}
