package dev.mortise.wasi.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wit.wasi.io.v0_2.Poll;
import wit.wasi.io.v0_2.Streams;

/** {@code wasi:io/streams.input-stream}: the rules of its functions, over what a subclass reads. */
public abstract class HostInput implements Streams.InputStream {
  /** The most bytes that one call gives: a component may ask for more than there is memory. */
  static final int MOST_BYTES = 1 << 20;

  private boolean closed;

  /** A stream that is open. */
  protected HostInput() {}

  /**
   * Takes bytes without waiting.
   *
   * @param most at least 1
   * @return some bytes; none when there are none yet; null at the end
   * @throws IOException when the stream fails; nothing can be read from then on
   */
  protected abstract byte @Nullable [] take(int most) throws IOException;

  /** Ready when {@link #take} gives bytes, the end or a failure. */
  protected abstract HostPollable readable();

  @Override
  public final byte[] read(long len) throws Streams.StreamErrorException {
    if (closed) {
      throw IoError.closed();
    }
    int most = Long.compareUnsigned(len, MOST_BYTES) > 0 ? MOST_BYTES : (int) len;
    if (most == 0) {
      return new byte[0];
    }
    byte[] bytes;
    try {
      bytes = take(most);
    } catch (IOException e) {
      closed = true;
      throw IoError.failed(e);
    }
    if (bytes == null) {
      closed = true;
      throw IoError.closed();
    }
    return bytes;
  }

  @Override
  public final byte[] blockingRead(long len) throws Streams.StreamErrorException {
    for (; ; ) {
      byte[] bytes = read(len);
      if (bytes.length > 0 || len == 0) {
        return bytes;
      }
      readable().block();
    }
  }

  @Override
  public final long skip(long len) throws Streams.StreamErrorException {
    return read(len).length;
  }

  @Override
  public final long blockingSkip(long len) throws Streams.StreamErrorException {
    return blockingRead(len).length;
  }

  @Override
  public final Poll.Pollable subscribe() {
    return closed ? HostPollable.always() : readable();
  }

  @Override
  public void close() {}
}
