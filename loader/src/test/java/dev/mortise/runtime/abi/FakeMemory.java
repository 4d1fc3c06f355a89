package dev.mortise.runtime.abi;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** A memory over a byte array. */
final class FakeMemory implements CoreMemory {
  final byte[] bytes;
  private final ByteBuffer buffer;

  FakeMemory(byte[] bytes) {
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public CoreExternType.Memory type() {
    return new CoreExternType.Memory(new CoreExternType.Limits(0, null), false, false, 16);
  }

  @Override
  public long byteLength() {
    return bytes.length;
  }

  @Override
  public byte loadByte(long address) {
    return buffer.get(index(address, 1));
  }

  @Override
  public short loadShort(long address) {
    return buffer.getShort(index(address, 2));
  }

  @Override
  public int loadInt(long address) {
    return buffer.getInt(index(address, 4));
  }

  @Override
  public long loadLong(long address) {
    return buffer.getLong(index(address, 8));
  }

  @Override
  public void storeByte(long address, byte value) {
    buffer.put(index(address, 1), value);
  }

  @Override
  public void storeShort(long address, short value) {
    buffer.putShort(index(address, 2), value);
  }

  @Override
  public void storeInt(long address, int value) {
    buffer.putInt(index(address, 4), value);
  }

  @Override
  public void storeLong(long address, long value) {
    buffer.putLong(index(address, 8), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    System.arraycopy(bytes, index(address, length), target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, bytes, index(address, length), length);
  }

  private int index(long address, int length) {
    return (int) Objects.checkFromIndexSize(address, length, (long) bytes.length);
  }
}
