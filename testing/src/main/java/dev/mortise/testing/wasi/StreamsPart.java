package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.Args.err;
import static dev.mortise.testing.wasi.Args.ok;
import static dev.mortise.testing.wasi.Args.self;
import static dev.mortise.testing.wasi.Args.u64;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.link.HostFunction;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.wasi.io.ByteSink;
import dev.mortise.testing.wasi.io.ByteSource;
import dev.mortise.testing.wasi.io.IoError;
import dev.mortise.testing.wasi.io.Pollable;
import dev.mortise.testing.wasi.io.StreamException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The interface {@code wasi:io/streams}. Output is taken at once; input waits only where standard
 * input stays open.
 */
final class StreamsPart {
  /** What a component gets at once, however much it asks for. */
  private static final long MOST_BYTES = 1 << 20;

  private static final Pollable WRITABLE =
      new Pollable("an output stream", () -> true, OptionalLong.empty());

  private final Waiting waiting;
  private final Resources resources;

  StreamsPart(Waiting waiting, Resources resources) {
    this.waiting = waiting;
    this.resources = resources;
  }

  /** A function that gives a {@code stream-error} when it fails. */
  private interface Reading {
    @Nullable Object of(ByteSource stream, List<ComponentValue> args) throws StreamException;
  }

  /** Likewise. */
  private interface Writing {
    @Nullable Object of(ByteSink stream, List<ComponentValue> args) throws StreamException;
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:io/streams@0.2.12",
        exports -> {
          exports
              .resource("error", resources.error())
              .resource("pollable", resources.pollable())
              .resource("input-stream", resources.inputStream())
              .resource("output-stream", resources.outputStream());
          input(exports);
          output(exports);
        });
  }

  private void input(Imports.InstanceBuilder exports) {
    exports
        .func("[method]input-stream.read", in((stream, args) -> read(stream, args.get(1))))
        .func(
            "[method]input-stream.blocking-read",
            in((stream, args) -> read(waited(stream, u64(args.get(1))), args.get(1))))
        .func(
            "[method]input-stream.skip",
            in((stream, args) -> (long) read(stream, args.get(1)).length))
        .func(
            "[method]input-stream.blocking-skip",
            in((stream, args) -> (long) read(waited(stream, u64(args.get(1))), args.get(1)).length))
        .func(
            "[method]input-stream.subscribe",
            args -> resources.pollable().own(self(args, ByteSource.class).pollable()));
  }

  private static byte[] read(ByteSource stream, ComponentValue length) throws StreamException {
    return stream.read(Math.min(u64(length), MOST_BYTES));
  }

  /** The stream when it has something, if anything is wanted. */
  private ByteSource waited(ByteSource stream, long wanted) {
    if (wanted > 0) {
      List<Integer> unused = waiting.until(List.of(stream.pollable()));
    }
    return stream;
  }

  private void output(Imports.InstanceBuilder exports) {
    exports
        .func("[method]output-stream.check-write", out((stream, args) -> stream.checkWrite()))
        .func(
            "[method]output-stream.write",
            done((stream, args) -> stream.write(args.get(1).asBytes())))
        .func(
            "[method]output-stream.blocking-write-and-flush",
            done((stream, args) -> stream.blockingWrite(args.get(1).asBytes())))
        .func("[method]output-stream.flush", done((stream, args) -> stream.requireOpen()))
        .func("[method]output-stream.blocking-flush", done((stream, args) -> stream.requireOpen()))
        .func("[method]output-stream.subscribe", args -> resources.pollable().own(WRITABLE))
        .func(
            "[method]output-stream.write-zeroes",
            done((stream, args) -> stream.writeZeroes(u64(args.get(1)))))
        .func(
            "[method]output-stream.blocking-write-zeroes-and-flush",
            done((stream, args) -> stream.blockingWriteZeroes(u64(args.get(1)))))
        .func(
            "[method]output-stream.splice",
            out((stream, args) -> stream.splice(source(args), u64(args.get(2)))))
        .func(
            "[method]output-stream.blocking-splice",
            out(
                (stream, args) ->
                    stream.splice(waited(source(args), u64(args.get(2))), u64(args.get(2)))));
  }

  private static ByteSource source(List<ComponentValue> args) {
    return Args.object(args.get(1), ByteSource.class);
  }

  private HostFunction in(Reading function) {
    return args -> {
      try {
        return ok(function.of(self(args, ByteSource.class), args));
      } catch (StreamException e) {
        return err(error(e));
      }
    };
  }

  private HostFunction out(Writing function) {
    return args -> {
      try {
        return ok(function.of(self(args, ByteSink.class), args));
      } catch (StreamException e) {
        return err(error(e));
      }
    };
  }

  /** A write whose {@code ok} has no payload. */
  private interface Done {
    void of(ByteSink stream, List<ComponentValue> args) throws StreamException;
  }

  private HostFunction done(Done function) {
    return out(
        (stream, args) -> {
          function.of(stream, args);
          return null;
        });
  }

  private Object error(StreamException e) {
    IoError failure = e.failure();
    return failure == null
        ? "closed"
        : Map.entry("last-operation-failed", resources.error().own(failure));
  }
}
