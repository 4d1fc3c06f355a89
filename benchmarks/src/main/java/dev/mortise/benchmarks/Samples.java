package dev.mortise.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import wit.mortise.bench.Calls.Six;

/** The values that are passed. {@code compare/samples.mjs} makes the same ones in JavaScript. */
public final class Samples {
  /** How often a guest calls in one call of a benchmark for each call that it makes. */
  static final int TIMES = 1_000;

  private Samples() {}

  /** What a text is written in. */
  public enum Script {
    /** One byte a letter. */
    ASCII,
    /** Three bytes a letter, but for one. */
    HAN
  }

  /**
   * A text.
   *
   * @param byteLength its length in UTF-8, for {@link Script#HAN} one more than a multiple of 3
   */
  static String text(Script script, int byteLength) {
    return switch (script) {
      case ASCII -> "sixteen  letters".repeat(byteLength / 16);
      case HAN -> "字".repeat(byteLength / 3) + "!";
    };
  }

  static byte[] bytes(int byteLength) {
    byte[] bytes = new byte[byteLength];
    for (int i = 0; i < byteLength; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /** 0, 1, 2, … */
  static int[] numbers(int count) {
    return IntStream.range(0, count).toArray();
  }

  static Six six(int seed) {
    return new Six(seed, -1L - seed, seed + 0.5, seed % 2 == 0, (short) -seed, 0x1f600 + seed % 16);
  }

  static List<Six> sixes(int count) {
    return IntStream.range(0, count).mapToObj(Samples::six).toList();
  }
}
