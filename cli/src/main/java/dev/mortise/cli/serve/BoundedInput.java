package dev.mortise.cli.serve;

import dev.mortise.wasi.exchange.RequestTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails behind so many bytes. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long count;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    count += Math.max(0, read);
    if (count > most) {
      throw new RequestTooLargeException(most);
    }
    return read;
  }
}
