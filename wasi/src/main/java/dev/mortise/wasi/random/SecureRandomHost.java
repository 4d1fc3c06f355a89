package dev.mortise.wasi.random;

import java.util.random.RandomGenerator;
import wit.wasi.random.v0_2.Random;

/** {@code wasi:random/random}. */
public final class SecureRandomHost implements Random {
  private final RandomGenerator generator;

  /** The interface over a generator that nobody can foresee. */
  public SecureRandomHost(RandomGenerator generator) {
    this.generator = generator;
  }

  @Override
  public byte[] getRandomBytes(long len) {
    return RandomBytes.of(generator, len, "wasi:random/random#get-random-bytes");
  }

  @Override
  public long getRandomU64() {
    return generator.nextLong();
  }
}
