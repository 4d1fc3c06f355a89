package dev.mortise.examples.typed;

import dev.mortise.runtime.WitName;

/** What the component imports. */
@WitName("examples:hello/clock@1.0.0")
public interface Clock {
  /** The hour of the day, 0 to 23. */
  int hour();
}
