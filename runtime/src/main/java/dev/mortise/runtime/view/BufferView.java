package dev.mortise.runtime.view;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Objects;

/** A view of Java's own bytes, from the first of a little-endian buffer to its limit. */
record BufferView(ByteBuffer buffer) implements ByteView {
  @Override
  public int length() {
    return buffer.limit();
  }

  @Override
  public byte get(int index) {
    return buffer.get(index);
  }

  @Override
  public int getInt(int index) {
    return buffer.getInt(index);
  }

  @Override
  public long getLong(int index) {
    return buffer.getLong(index);
  }

  @Override
  public void copyTo(int from, byte[] target, int offset, int count) {
    buffer.get(from, target, offset, count);
  }

  @Override
  public void copyTo(int from, ByteBuffer target, int count) {
    Objects.checkFromIndexSize(from, count, length());
    target.put(buffer.slice(from, count));
  }

  @Override
  public String text(Charset encoding) {
    return new String(toByteArray(), encoding);
  }

  @Override
  public String toString() {
    return "view of " + length() + " bytes";
  }
}
