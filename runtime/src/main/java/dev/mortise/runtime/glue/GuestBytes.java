package dev.mortise.runtime.glue;

import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.view.ByteView;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A range of a guest's memory, lent for the length of a call. The memory may grow meanwhile. */
public final class GuestBytes implements ByteView {
  private @Nullable CoreMemory memory;
  private final long address;
  private final int length;

  /**
   * A view.
   *
   * @param address of a range that was checked
   */
  GuestBytes(CoreMemory memory, long address, int length) {
    this.memory = memory;
    this.address = address;
    this.length = length;
  }

  /** Ends the view. */
  void end() {
    memory = null;
  }

  private CoreMemory memory() {
    CoreMemory lent = memory;
    if (lent == null) {
      throw new CallException(
          Diagnostic.of("view-ended", toString())
              .expecting("its use during the call that it was lent for", "one after that")
              .because("the guest's memory may hold something else by now")
              .withHint("Copy what is to be kept, such as with toByteArray()"));
    }
    return lent;
  }

  @Override
  public int length() {
    return length;
  }

  private long at(int index, int count) {
    return address + Objects.checkFromIndexSize(index, count, length);
  }

  @Override
  public byte get(int index) {
    return memory().loadByte(address + Objects.checkIndex(index, length));
  }

  @Override
  public int getInt(int index) {
    return memory().loadInt(at(index, Integer.BYTES));
  }

  @Override
  public long getLong(int index) {
    return memory().loadLong(at(index, Long.BYTES));
  }

  @Override
  public void copyTo(int from, byte[] target, int offset, int count) {
    CoreMemory lent = memory();
    long start = at(from, count);
    Objects.checkFromIndexSize(offset, count, target.length);
    if (count > 0) {
      lent.read(start, target, offset, count);
    }
  }

  @Override
  public void copyTo(int from, ByteBuffer target, int count) {
    CoreMemory lent = memory();
    long start = at(from, count);
    if (count > target.remaining()) {
      throw new BufferOverflowException();
    }
    if (count > 0) {
      lent.read(start, target, count);
    }
  }

  @Override
  public String text(Charset encoding) {
    CoreMemory lent = memory();
    return length == 0 ? "" : lent.text(address, length, encoding);
  }

  /** Copies all bytes to a checked range of a memory, which may be this one. */
  void storeTo(CoreMemory target, long targetAddress) {
    CoreMemory lent = memory();
    if (length > 0) {
      lent.copy(address, target, targetAddress, length);
    }
  }

  @Override
  public String toString() {
    return "view of " + length + " bytes in a guest's memory";
  }
}
