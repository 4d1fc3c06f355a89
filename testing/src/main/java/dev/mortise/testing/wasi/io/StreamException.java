package dev.mortise.testing.wasi.io;

import org.jspecify.annotations.Nullable;

/** The {@code stream-error} of an operation. */
public final class StreamException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable IoError failure;

  private StreamException(@Nullable IoError failure) {
    super(failure == null ? "closed" : failure.message(), null, false, false);
    this.failure = failure;
  }

  /** The stream is at its end, or nobody is at the other side. */
  public static StreamException closed() {
    return new StreamException(null);
  }

  /** The operation failed, as the error says. */
  public static StreamException failed(IoError error) {
    return new StreamException(error);
  }

  /** What failed; null when the stream is closed. */
  public @Nullable IoError failure() {
    return failure;
  }
}
