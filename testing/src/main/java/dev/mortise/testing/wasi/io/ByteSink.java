package dev.mortise.testing.wasi.io;

/**
 * What stands behind an {@code output-stream}. Bytes arrive at once, so that it is always ready and
 * a flush has nothing to do; but a component must keep to what {@code check-write} permits.
 */
public abstract class ByteSink {
  /** How many bytes {@code check-write} permits. */
  static final long PERMIT_BYTES = 65_536;

  /** How many bytes the blocking writes take. */
  private static final int BLOCKING_BYTES = 4096;

  private long permitted;
  private boolean closed;

  /** Takes bytes. When it fails, the stream is closed from then on. */
  protected abstract void put(byte[] bytes) throws StreamException;

  private void deliver(byte[] bytes) throws StreamException {
    requireOpen();
    try {
      put(bytes);
    } catch (StreamException e) {
      closed = true;
      throw e;
    }
  }

  /** Does nothing, but for a stream that is closed: {@code flush}. */
  public final void requireOpen() throws StreamException {
    if (closed) {
      throw StreamException.closed();
    }
  }

  /** Permits a write: {@code check-write}. */
  public final long checkWrite() throws StreamException {
    requireOpen();
    permitted = PERMIT_BYTES;
    return permitted;
  }

  /**
   * Writes what was permitted.
   *
   * @throws IllegalStateException when it was not: the component must trap
   */
  public final void write(byte[] bytes) throws StreamException {
    requirePermit("write", bytes.length);
    permitted -= bytes.length;
    deliver(bytes);
  }

  /** As {@link #write}, of zeroes. */
  public final void writeZeroes(long length) throws StreamException {
    requirePermit("write-zeroes", length);
    write(new byte[(int) length]);
  }

  /**
   * Writes without a permit.
   *
   * @throws IllegalStateException when they are more than 4,096 bytes: the component must trap
   */
  public final void blockingWrite(byte[] bytes) throws StreamException {
    requireShort("blocking-write-and-flush", bytes.length);
    deliver(bytes);
  }

  /** As {@link #blockingWrite}, of zeroes. */
  public final void blockingWriteZeroes(long length) throws StreamException {
    requireShort("blocking-write-zeroes-and-flush", length);
    deliver(new byte[(int) length]);
  }

  /**
   * Moves bytes of a source: {@code splice}.
   *
   * @return how many
   */
  public final long splice(ByteSource source, long most) throws StreamException {
    requireOpen();
    byte[] bytes = source.read(Math.min(most, PERMIT_BYTES));
    deliver(bytes);
    return bytes.length;
  }

  private void requirePermit(String function, long length) {
    if (length < 0 || length > permitted) {
      throw new IllegalStateException(
          function
              + " of "
              + length
              + " bytes where check-write has permitted "
              + permitted
              + ": call check-write before, and write no more than it gives (wasi:io/streams)");
    }
  }

  private static void requireShort(String function, long length) {
    if (length < 0 || length > BLOCKING_BYTES) {
      throw new IllegalStateException(
          function
              + " of "
              + length
              + " bytes: it takes up to "
              + BLOCKING_BYTES
              + " (wasi:io/streams)");
    }
  }
}
