package dev.mortise.testing.wasi.io;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Something that a component waits for (the resource {@code pollable} of {@code wasi:io/poll}).
 *
 * @param what names it in messages
 * @param ready whether it is ready now
 * @param deadline when it becomes ready by itself, in nanoseconds of the monotonic clock; of what
 *     time does not make ready, nothing
 */
public record Pollable(String what, BooleanSupplier ready, OptionalLong deadline) {
  /** Whether it is ready now. */
  public boolean isReady() {
    return ready.getAsBoolean();
  }
}
