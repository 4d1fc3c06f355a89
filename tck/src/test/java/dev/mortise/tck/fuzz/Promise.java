package dev.mortise.tck.fuzz;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.error.MortiseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What holds of any bytes: decoding and validating them throws nothing but a {@link
 * MortiseException}, ends soon, and takes memory in proportion to their number.
 */
public final class Promise {
  private static final long MAX_BASE_NANOS = 500_000_000L;
  private static final long MAX_NANOS_PER_BYTE = 200;

  /** What a type of as many nodes as the loader's limits allow may take, and some more. */
  private static final long MAX_BASE_BYTES = 512L << 20;

  private static final long MAX_BYTES_PER_BYTE = 1_000;

  /** One that is off would hide what is behind it. */
  private static final Features FEATURES = Features.all();

  /**
   * What became of it.
   *
   * @param code {@code valid}, or the code of the first finding
   * @param broken how the promise is broken
   */
  public record Outcome(String code, Optional<String> broken) {}

  private Promise() {}

  /** Decodes and validates some bytes, with every feature on. */
  public static Outcome check(byte[] bytes) {
    long allocated = Allocations.bytes();
    Optional<String> thrown = Optional.empty();
    String code;
    long started = System.nanoTime();
    try {
      code = code(bytes);
    } catch (RuntimeException | Error e) {
      code = "thrown";
      thrown = Optional.of("thrown: " + e + Arrays.stream(e.getStackTrace()).limit(3).toList());
    }
    long nanos = System.nanoTime() - started;
    long taken = Allocations.bytes() - allocated;
    if (thrown.isPresent()) {
      return new Outcome(code, thrown);
    }
    long allowed = MAX_BASE_NANOS + MAX_NANOS_PER_BYTE * bytes.length;
    // A slow one gets another chance: something else may have run.
    for (int again = 0; again < 3 && nanos > allowed; again++) {
      started = System.nanoTime();
      code = code(bytes);
      nanos = System.nanoTime() - started;
    }
    if (nanos > allowed) {
      return new Outcome(
          code, Optional.of("took " + nanos / 1_000_000 + " ms for " + bytes.length + " bytes"));
    }
    return taken > MAX_BASE_BYTES + MAX_BYTES_PER_BYTE * bytes.length
        ? new Outcome(code, Optional.of("allocated " + taken + " for " + bytes.length + " bytes"))
        : new Outcome(code, Optional.empty());
  }

  private static String code(byte[] bytes) {
    try {
      ComponentValidator.validate(ComponentDecoder.decode(bytes, FEATURES), FEATURES);
      return "valid";
    } catch (MortiseException e) {
      return e.code();
    }
  }
}
