package dev.mortise.wasi.random;

import java.util.random.RandomGenerator;
import wit.wasi.random.v0_2.Insecure;

/** {@code wasi:random/insecure}. */
public final class InsecureHost implements Insecure {
  private final RandomGenerator generator;

  /** The interface over a generator. */
  public InsecureHost(RandomGenerator generator) {
    this.generator = generator;
  }

  @Override
  public byte[] getInsecureRandomBytes(long len) {
    return RandomBytes.of(generator, len, "wasi:random/insecure#get-insecure-random-bytes");
  }

  @Override
  public long getInsecureRandomU64() {
    return generator.nextLong();
  }
}
