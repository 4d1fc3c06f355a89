package dev.mortise.testing.wasi;

import dev.mortise.testing.wasi.io.Pollable;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Waits without waiting: when a component blocks, the clock moves to the first of the times that it
 * waits for.
 */
final class Waiting {
  private final WasiClock clock;

  Waiting(WasiClock clock) {
    this.clock = clock;
  }

  /**
   * Waits for one of them at least.
   *
   * @return the positions of those that are ready
   * @throws AssertionError when none ever will be
   */
  List<Integer> until(List<Pollable> any) {
    List<Integer> ready = ready(any);
    if (!ready.isEmpty()) {
      return ready;
    }
    OptionalLong next =
        any.stream().map(Pollable::deadline).flatMapToLong(OptionalLong::stream).min();
    if (next.isEmpty()) {
      throw new AssertionError(
          "The component waits for ever, for\n"
              + any.stream().map(one -> "  " + one.what()).collect(Collectors.joining("\n"))
              + "\nand for no timer that the virtual clock could move to. Give it what it waits for"
              + " before the call: wasi.stdin(…).");
    }
    clock.moveTo(next.getAsLong());
    return ready(any);
  }

  private static List<Integer> ready(List<Pollable> any) {
    return IntStream.range(0, any.size()).filter(i -> any.get(i).isReady()).boxed().toList();
  }
}
