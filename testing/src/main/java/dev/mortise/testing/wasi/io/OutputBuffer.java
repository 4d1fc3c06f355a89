package dev.mortise.testing.wasi.io;

import java.io.ByteArrayOutputStream;

/** Keeps what a component writes, such as its standard output. */
public final class OutputBuffer extends ByteSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Nothing so far. */
  public OutputBuffer() {}

  @Override
  protected void put(byte[] more) {
    bytes.writeBytes(more);
  }

  /** All that was written. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Forgets it. */
  public void clear() {
    bytes.reset();
  }
}
