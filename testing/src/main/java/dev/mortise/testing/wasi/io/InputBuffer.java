package dev.mortise.testing.wasi.io;

import java.util.Arrays;

/** Bytes that a test has given, such as those of standard input. Closed after them. */
public final class InputBuffer implements ByteSource {
  private final String what;
  private byte[] bytes = {};
  private int position;
  private boolean open;

  /** None so far. */
  public InputBuffer(String what) {
    this.what = what;
  }

  /** Adds bytes at the end. */
  public void add(byte[] more) {
    int length = bytes.length;
    bytes = Arrays.copyOf(bytes, length + more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
  }

  /** After the bytes there is no end: more of them may come. */
  public void keepOpen() {
    open = true;
  }

  @Override
  public String what() {
    return what;
  }

  @Override
  public boolean isReady() {
    return position < bytes.length || !open;
  }

  @Override
  public byte[] read(long most) throws StreamException {
    if (most == 0) {
      return new byte[0];
    }
    if (position == bytes.length && !open) {
      throw StreamException.closed();
    }
    int end = (int) Math.min(bytes.length, position + Math.min(most, Integer.MAX_VALUE));
    byte[] taken = Arrays.copyOfRange(bytes, position, end);
    position = end;
    return taken;
  }
}
