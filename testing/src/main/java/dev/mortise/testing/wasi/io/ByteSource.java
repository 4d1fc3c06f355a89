package dev.mortise.testing.wasi.io;

import java.util.OptionalLong;

/** What stands behind an {@code input-stream}. */
public interface ByteSource {
  /** Names it in messages. */
  String what();

  /** Whether a read gives bytes, or the end, at once. */
  boolean isReady();

  /**
   * Takes the next bytes, as many as are there.
   *
   * @param most how many at most, 0 or more
   * @return none when it is not ready, or none were asked for
   * @throws StreamException at the end, and when reading fails
   */
  byte[] read(long most) throws StreamException;

  /** What waits for bytes of it. */
  default Pollable pollable() {
    return new Pollable(what(), this::isReady, OptionalLong.empty());
  }
}
