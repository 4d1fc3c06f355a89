package dev.mortise.wasi.random;

import dev.mortise.runtime.Tuple2;
import java.util.random.RandomGenerator;
import wit.wasi.random.v0_2.InsecureSeed;

/** {@code wasi:random/insecure-seed}: the same seed for one component, however often it asks. */
public final class InsecureSeedHost implements InsecureSeed {
  private final Tuple2<Long, Long> seed;

  /** The interface with a seed of a generator's. */
  public InsecureSeedHost(RandomGenerator generator) {
    seed = new Tuple2<>(generator.nextLong(), generator.nextLong());
  }

  @Override
  public Tuple2<Long, Long> insecureSeed() {
    return seed;
  }
}
