package dev.mortise.runtime.engine.chicory;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Objects;

/** A memory of ours that an instance exports. */
record LinearCoreMemory(LinearMemory memory, CoreExternType.Memory type) implements CoreMemory {
  @Override
  public boolean isSame(CoreMemory other) {
    return other instanceof LinearCoreMemory(LinearMemory found, CoreExternType.Memory unused)
        && found.isSame(memory);
  }

  @Override
  public long byteLength() {
    return memory.byteLength();
  }

  @Override
  public byte loadByte(long address) {
    return memory.read((int) address);
  }

  @Override
  public short loadShort(long address) {
    return memory.readShort((int) address);
  }

  @Override
  public int loadInt(long address) {
    return memory.readInt((int) address);
  }

  @Override
  public long loadLong(long address) {
    return memory.readLong((int) address);
  }

  @Override
  public void storeByte(long address, byte value) {
    memory.writeByte((int) address, value);
  }

  @Override
  public void storeShort(long address, short value) {
    memory.writeShort((int) address, value);
  }

  @Override
  public void storeInt(long address, int value) {
    memory.writeI32((int) address, value);
  }

  @Override
  public void storeLong(long address, long value) {
    memory.writeLong((int) address, value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    memory.read((int) address, target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    memory.write((int) address, source, offset, length);
  }

  @Override
  public void read(long address, ByteBuffer target, int length) {
    target.put(memory.bytes(), checked(address, length), length);
  }

  @Override
  public void write(long address, ByteBuffer source, int position, int length) {
    source.get(position, memory.bytes(), checked(address, length), length);
  }

  /** The address of a range, which must lie in the memory and not only in its array. */
  private int checked(long address, int length) {
    return (int) Objects.checkFromIndexSize(address, length, byteLength());
  }

  private ByteBuffer range(long address, int length, int elementBytes) {
    int byteLength = Math.multiplyExact(length, elementBytes);
    return ByteBuffer.wrap(memory.bytes(), checked(address, byteLength), byteLength)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void read(long address, short[] target) {
    range(address, target.length, Short.BYTES).asShortBuffer().get(target);
  }

  @Override
  public void read(long address, int[] target) {
    range(address, target.length, Integer.BYTES).asIntBuffer().get(target);
  }

  @Override
  public void read(long address, long[] target) {
    range(address, target.length, Long.BYTES).asLongBuffer().get(target);
  }

  @Override
  public void write(long address, short[] source) {
    range(address, source.length, Short.BYTES).asShortBuffer().put(source);
  }

  @Override
  public void write(long address, int[] source) {
    range(address, source.length, Integer.BYTES).asIntBuffer().put(source);
  }

  @Override
  public void write(long address, long[] source) {
    range(address, source.length, Long.BYTES).asLongBuffer().put(source);
  }

  @Override
  public void copy(long address, CoreMemory target, long targetAddress, int length) {
    target.write(targetAddress, memory.bytes(), checked(address, length), length);
  }

  @Override
  public String text(long address, int length, Charset encoding) {
    return new String(memory.bytes(), checked(address, length), length, encoding);
  }

  @Override
  public int storeAscii(long address, String text) {
    byte[] bytes = memory.bytes();
    int length = text.length();
    int to = checked(address, length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return i;
      }
      bytes[to + i] = (byte) c;
    }
    return length;
  }
}
