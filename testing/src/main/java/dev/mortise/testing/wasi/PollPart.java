package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.Args.self;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.wasi.io.IoError;
import dev.mortise.testing.wasi.io.Pollable;
import java.util.List;

/** The interfaces {@code poll} and {@code error} of {@code wasi:io}. */
final class PollPart {
  private final Waiting waiting;
  private final Resources resources;

  PollPart(Waiting waiting, Resources resources) {
    this.waiting = waiting;
    this.resources = resources;
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:io/error@0.2.12",
        exports ->
            exports
                .resource("error", resources.error())
                .func(
                    "[method]error.to-debug-string", args -> self(args, IoError.class).message()));
    imports.instance(
        "wasi:io/poll@0.2.12",
        exports ->
            exports
                .resource("pollable", resources.pollable())
                .func("[method]pollable.ready", args -> self(args, Pollable.class).isReady())
                .func(
                    "[method]pollable.block",
                    args -> {
                      List<Integer> unused = waiting.until(List.of(self(args, Pollable.class)));
                      return null;
                    })
                .func("poll", args -> poll(args.get(0).asList())));
  }

  private List<Integer> poll(List<ComponentValue> handles) {
    if (handles.isEmpty()) {
      throw new IllegalArgumentException("poll of an empty list: it traps (wasi:io/poll)");
    }
    return waiting.until(
        handles.stream().map(handle -> Args.object(handle, Pollable.class)).toList());
  }
}
