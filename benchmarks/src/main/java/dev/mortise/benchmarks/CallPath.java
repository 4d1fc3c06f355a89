package dev.mortise.benchmarks;

import dev.mortise.loader.LoadOptions;
import java.util.function.Function;
import wit.mortise.bench.Host;

/**
 * The ways from Java into a guest. Each benchmark takes them all in turn, or one of them with
 * {@code -p path=INTERPRETED}; a new way is a class of {@link Guests} and a constant here.
 */
public enum CallPath {
  /** No guest: Java methods that do the same, for the least that it can cost. */
  PLAIN(PlainGuests::new),
  /** The dynamic calls of {@code loader}, whose recipes are interpreted. */
  INTERPRETED(InterpretedGuests::new),
  /** As {@link #GENERATED}, with core functions that were compiled when they were first called. */
  TIERED(host -> new GeneratedGuests(host, LoadOptions.Execution.TIERED)),
  /** Typed calls of {@code classgen}, by generated code. */
  GENERATED(host -> new GeneratedGuests(host, LoadOptions.Execution.COMPILE));

  private final Function<Host, Guests> guests;

  CallPath(Function<Host, Guests> guests) {
    this.guests = guests;
  }

  /** Loads the guests, with the host that they call. */
  Guests guests(Host host) {
    return guests.apply(host);
  }

  /** Loads the guests, with a host that counts. */
  Guests guests() {
    return guests(x -> x + 1);
  }
}
