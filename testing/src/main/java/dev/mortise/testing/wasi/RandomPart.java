package dev.mortise.testing.wasi;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import java.util.Random;

/**
 * The package {@code wasi:random}: the same numbers for the same seed, in all versions of Java.
 * Each interface has a sequence of its own.
 */
final class RandomPart {
  private static final int MOST_BYTES = 1 << 26;

  private Random random = new Random();
  private Random insecure = new Random();
  private List<Long> insecureSeed = List.of();

  RandomPart(long seed) {
    seed(seed);
  }

  /** Begins anew. */
  void seed(long seed) {
    random = new Random(seed);
    insecure = new Random(~seed);
    Random third = new Random(31 * seed + 1);
    insecureSeed = List.of(third.nextLong(), third.nextLong());
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:random/random@0.2.12",
        exports ->
            exports
                .func("get-random-bytes", args -> bytes(random, args.get(0)))
                .func("get-random-u64", args -> random.nextLong()));
    imports.instance(
        "wasi:random/insecure@0.2.12",
        exports ->
            exports
                .func("get-insecure-random-bytes", args -> bytes(insecure, args.get(0)))
                .func("get-insecure-random-u64", args -> insecure.nextLong()));
    imports.instance(
        "wasi:random/insecure-seed@0.2.12",
        exports -> exports.func("insecure-seed", args -> insecureSeed));
  }

  private static byte[] bytes(Random random, ComponentValue length) {
    long wanted = Args.u64(length);
    if (wanted > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the component asks for "
              + Long.toUnsignedString(wanted)
              + " random bytes at once; up to "
              + MOST_BYTES
              + " are given");
    }
    byte[] bytes = new byte[(int) wanted];
    random.nextBytes(bytes);
    return bytes;
  }
}
