package dev.mortise.wasi.io;

import java.io.IOException;
import java.util.Arrays;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.io.v0_2.Streams;

/**
 * {@code wasi:io/streams.output-stream}: the rules of its functions, over what a subclass writes.
 */
public abstract class HostOutput implements Streams.OutputStream {
  /** What the blocking functions take at most ("up to 4096 bytes"). */
  private static final int MOST_BLOCKING = 4096;

  private static final String NAME = "wasi:io/streams#[method]output-stream.";

  private boolean closed;
  private long permitted;

  /** A stream that is open. */
  protected HostOutput() {}

  /**
   * How many bytes can be written without waiting: 0 while there is no room, or a flush goes on.
   *
   * @throws IOException when the stream has failed; nothing can be written from then on
   */
  protected abstract int room() throws IOException;

  /** Takes bytes, not more than there is room for, without waiting for whoever reads them. */
  protected abstract void put(byte[] bytes) throws IOException;

  /** Begins to send all that was put. */
  protected abstract void beginFlush() throws IOException;

  /** Ready when there is room, or the stream has failed or been closed. */
  protected abstract HostPollable writable();

  /** Whether the other end takes no more; what was put before has failed or arrived. */
  protected boolean isClosed() {
    return false;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void step(Step step) throws Streams.StreamErrorException {
    if (closed || isClosed()) {
      closed = true;
      throw IoError.closed();
    }
    try {
      step.run();
    } catch (IOException e) {
      closed = true;
      throw IoError.failed(e);
    }
  }

  @Override
  public final long checkWrite() throws Streams.StreamErrorException {
    step(() -> permitted = room());
    return permitted;
  }

  @Override
  public final void write(byte[] contents) throws Streams.StreamErrorException {
    if (contents.length > permitted) {
      throw Misuse.trap(
          NAME + "write",
          "it writes " + contents.length + " bytes, and check-write has permitted " + permitted);
    }
    permitted -= contents.length;
    step(() -> put(contents));
  }

  @Override
  public final void flush() throws Streams.StreamErrorException {
    permitted = 0;
    step(this::beginFlush);
  }

  @Override
  public final void blockingFlush() throws Streams.StreamErrorException {
    flush();
    awaitRoom();
  }

  @Override
  public final void blockingWriteAndFlush(byte[] contents) throws Streams.StreamErrorException {
    limit("blocking-write-and-flush", contents.length);
    int done = 0;
    while (done < contents.length) {
      int count = (int) Math.min(awaitRoom(), contents.length - done);
      write(count == contents.length ? contents : Arrays.copyOfRange(contents, done, done + count));
      done += count;
    }
    blockingFlush();
  }

  @Override
  public final void writeZeroes(long len) throws Streams.StreamErrorException {
    if (Long.compareUnsigned(len, permitted) > 0) {
      throw Misuse.trap(
          NAME + "write-zeroes",
          "it writes "
              + Long.toUnsignedString(len)
              + " bytes, and check-write has permitted "
              + permitted);
    }
    write(new byte[(int) len]);
  }

  @Override
  public final void blockingWriteZeroesAndFlush(long len) throws Streams.StreamErrorException {
    limit("blocking-write-zeroes-and-flush", len);
    blockingWriteAndFlush(new byte[(int) len]);
  }

  private static void limit(String function, long length) {
    if (Long.compareUnsigned(length, MOST_BLOCKING) > 0) {
      throw Misuse.trap(
          NAME + function,
          "it writes "
              + Long.toUnsignedString(length)
              + " bytes, and at most "
              + MOST_BLOCKING
              + " are allowed");
    }
  }

  /** As many bytes as can go over at once, "equivalent to" check-write, read and write. */
  @Override
  public final long splice(Streams.InputStream src, long len) throws Streams.StreamErrorException {
    long count = least(checkWrite(), len);
    if (count == 0) {
      return 0;
    }
    byte[] bytes = src.read(count);
    if (bytes.length > 0) {
      write(bytes);
    }
    return bytes.length;
  }

  @Override
  public final long blockingSplice(Streams.InputStream src, long len)
      throws Streams.StreamErrorException {
    if (len == 0) {
      return splice(src, len);
    }
    byte[] bytes = src.blockingRead(least(awaitRoom(), len));
    if (bytes.length > 0) {
      write(bytes);
    }
    return bytes.length;
  }

  private static long least(long room, long length) {
    return Long.compareUnsigned(length, room) < 0 ? length : room;
  }

  private long awaitRoom() throws Streams.StreamErrorException {
    for (; ; ) {
      long room = checkWrite();
      if (room > 0) {
        return room;
      }
      writable().block();
    }
  }

  @Override
  public final Poll.Pollable subscribe() {
    return closed ? HostPollable.always() : writable();
  }

  @Override
  public void close() {}
}
