package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.Args.datetime;
import static dev.mortise.testing.wasi.Args.u64;

import dev.mortise.runtime.Imports;
import dev.mortise.testing.wasi.io.Pollable;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The package {@code wasi:clocks}, but for {@code timezone}, which is unstable. */
final class ClocksPart {
  private final WasiClock clock;
  private final Resources resources;

  ClocksPart(WasiClock clock, Resources resources) {
    this.clock = clock;
    this.resources = resources;
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:clocks/wall-clock@0.2.12",
        exports ->
            exports
                .func("now", args -> datetime(clock.readWall()))
                .func("resolution", args -> datetime(Instant.ofEpochSecond(0, 1))));
    imports.instance(
        "wasi:clocks/monotonic-clock@0.2.12",
        exports ->
            exports
                .resource("pollable", resources.pollable())
                .func("now", args -> clock.readNanos())
                .func("resolution", args -> 1L)
                .func("subscribe-instant", args -> timer(u64(args.get(0))))
                .func("subscribe-duration", args -> timer(later(u64(args.get(0))))));
  }

  /** The end of a duration; beyond the end of time it is that end. */
  private long later(long nanos) {
    return nanos > Long.MAX_VALUE - clock.nanos() ? Long.MAX_VALUE : clock.nanos() + nanos;
  }

  private Object timer(long at) {
    String what = "a timer at " + Duration.ofNanos(at) + " of the monotonic clock";
    // What lies 292 years ahead stands for "never".
    OptionalLong deadline = at == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(at);
    return resources.pollable().own(new Pollable(what, () -> clock.nanos() >= at, deadline));
  }
}
