package dev.mortise.testing.wasi.files;

import java.time.Instant;
import java.util.Arrays;

/** A regular file: its bytes. */
public final class FileNode extends Node {
  private byte[] bytes = {};
  private int size;

  FileNode(long id, Instant now) {
    super(id, now);
  }

  @Override
  public long size() {
    return size;
  }

  /** A copy of the bytes from an offset on, as many as there are but {@code most}. */
  public byte[] read(long offset, long most) {
    if (offset >= size) {
      return new byte[0];
    }
    return Arrays.copyOfRange(bytes, (int) offset, (int) (offset + Math.min(most, size - offset)));
  }

  /** Sets the size; what is new is zero. */
  void resize(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(FileTree.MAX_BYTES, Math.max(length, 2L * size)));
    } else if (length < size) {
      Arrays.fill(bytes, length, size, (byte) 0);
    }
    size = length;
  }

  /** Overwrites bytes that are there. */
  void overwrite(int offset, byte[] with) {
    System.arraycopy(with, 0, bytes, offset, with.length);
  }
}
