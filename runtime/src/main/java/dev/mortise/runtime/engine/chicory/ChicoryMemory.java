package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.Memory;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreMemory;
import java.util.Objects;

/** A memory that an instance exports, of any kind that the engine has. */
record ChicoryMemory(Memory memory, CoreExternType.Memory type) implements CoreMemory {
  /** What an instance imports. */
  Memory forAnotherInstance() {
    return memory instanceof SharedMemoryView view ? view.again() : new SharedMemoryView(memory);
  }

  @Override
  public boolean isSame(CoreMemory other) {
    return other instanceof ChicoryMemory(Memory found, CoreExternType.Memory unused)
        && identity(found) == identity(memory);
  }

  /** An object that all views of a memory have in common. */
  private static Object identity(Memory memory) {
    return memory instanceof SharedMemoryView view ? view.identity() : memory;
  }

  @Override
  public long byteLength() {
    return (long) memory.pages() * Memory.PAGE_SIZE;
  }

  private int checked(long address, long length) {
    return (int) Objects.checkFromIndexSize(address, length, byteLength());
  }

  @Override
  public byte loadByte(long address) {
    return memory.read(checked(address, 1));
  }

  @Override
  public short loadShort(long address) {
    return memory.readShort(checked(address, 2));
  }

  @Override
  public int loadInt(long address) {
    return memory.readInt(checked(address, 4));
  }

  @Override
  public long loadLong(long address) {
    return memory.readLong(checked(address, 8));
  }

  @Override
  public void storeByte(long address, byte value) {
    memory.writeByte(checked(address, 1), value);
  }

  @Override
  public void storeShort(long address, short value) {
    memory.writeShort(checked(address, 2), value);
  }

  @Override
  public void storeInt(long address, int value) {
    memory.writeI32(checked(address, 4), value);
  }

  @Override
  public void storeLong(long address, long value) {
    memory.writeLong(checked(address, 8), value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    byte[] bytes = memory.readBytes(checked(address, length), length);
    System.arraycopy(bytes, 0, target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    memory.write(checked(address, length), source, offset, length);
  }
}
