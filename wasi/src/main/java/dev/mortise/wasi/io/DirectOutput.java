package dev.mortise.wasi.io;

import java.io.IOException;

/** A stream that can be written at once, such as that of a file. */
public final class DirectOutput extends HostOutput {
  /** Where bytes go. */
  public interface Sink {
    /** Writes all. */
    void write(byte[] bytes) throws IOException;

    /** Sees to it that what was written is where others see it. */
    default void flush() throws IOException {}

    /** Nobody writes any more. */
    default void close() {}
  }

  private static final int ROOM = 64 << 10;

  private final Sink sink;

  /** The stream to a sink. */
  public DirectOutput(Sink sink) {
    this.sink = sink;
  }

  @Override
  protected int room() {
    return ROOM;
  }

  @Override
  protected void put(byte[] bytes) throws IOException {
    sink.write(bytes);
  }

  @Override
  protected void beginFlush() throws IOException {
    sink.flush();
  }

  @Override
  protected HostPollable writable() {
    return HostPollable.always();
  }

  @Override
  public void close() {
    sink.close();
  }
}
