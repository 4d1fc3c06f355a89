package dev.mortise.wasi.random;

import dev.mortise.wasi.io.Misuse;
import java.util.random.RandomGenerator;

/** As many random bytes as a component wants, within reason. */
final class RandomBytes {
  private static final int MOST = 16 << 20;

  private RandomBytes() {}

  static byte[] of(RandomGenerator generator, long length, String function) {
    if (Long.compareUnsigned(length, MOST) > 0) {
      throw Misuse.trap(
          function,
          "it asks for "
              + Long.toUnsignedString(length)
              + " bytes at once, and "
              + MOST
              + " are the most that the host gives");
    }
    byte[] bytes = new byte[(int) length];
    generator.nextBytes(bytes);
    return bytes;
  }
}
