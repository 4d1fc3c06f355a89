package dev.mortise.tck.speed;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.loader.validate.ValidatedComponent;

/** Measures decoding and validating. */
final class Stopwatch {
  private static final long WARM_UP_NANOS = 500_000_000L;

  private Stopwatch() {}

  static void validate(byte[] bytes, Features features) {
    ValidatedComponent unused =
        ComponentValidator.validate(ComponentDecoder.decode(bytes, features), features);
  }

  /** The least of some runs after warming up, in nanoseconds: what disturbs only adds. */
  static long least(int runs, Runnable deed) {
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
      deed.run();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      least = Math.min(least, once(deed));
    }
    return least;
  }

  static long once(Runnable deed) {
    long start = System.nanoTime();
    deed.run();
    return System.nanoTime() - start;
  }
}
