package dev.mortise.wasi.io;

import wit.wasi.io.v0_2.Streams;

/** {@code wasi:io/streams}, which has no functions but those of streams. */
public final class StreamsHost implements Streams {
  /** The interface. */
  public StreamsHost() {}
}
