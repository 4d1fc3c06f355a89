package dev.mortise.wasi.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Error;
import wit.wasi.io.v0_2.Streams;

/**
 * What went wrong with a stream: {@code wasi:io/error.error}. The interfaces that know more of it
 * look at its cause.
 */
public final class IoError implements Error.Error_ {
  private final IOException cause;

  /** An error of that cause. */
  public IoError(IOException cause) {
    this.cause = cause;
  }

  /** What a stream's function throws. */
  static Streams.StreamErrorException failed(IOException cause) {
    Streams.StreamErrorException failed =
        new Streams.StreamErrorException(
            new Streams.StreamError.LastOperationFailed(new IoError(cause)));
    failed.initCause(cause);
    return failed;
  }

  /** What a stream's function throws when the stream is at its end. */
  static Streams.StreamErrorException closed() {
    return new Streams.StreamErrorException(new Streams.StreamError.Closed());
  }

  /** What an error of a component stands for, or null when somebody else made it. */
  public static @Nullable IOException cause(Error.Error_ error) {
    return error instanceof IoError ours ? ours.cause : null;
  }

  /** Says what failed, for people; a path of the host's is not in it. */
  @Override
  public String toDebugString() {
    String message = cause instanceof FileSystemException ? null : cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }

  @Override
  public void close() {}
}
