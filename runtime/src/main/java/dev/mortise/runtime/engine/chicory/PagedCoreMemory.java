package dev.mortise.runtime.engine.chicory;

import static com.dylibso.chicory.runtime.Memory.PAGE_SIZE;
import static dev.mortise.runtime.engine.chicory.PagedMemory.PAGE_MASK;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** A memory of ours that an instance exports. What moves many bytes moves them page by page. */
record PagedCoreMemory(PagedMemory memory, CoreExternType.Memory type) implements CoreMemory {
  @Override
  public boolean isSame(CoreMemory other) {
    return other instanceof PagedCoreMemory(PagedMemory found, CoreExternType.Memory unused)
        && found.sharesPages(memory);
  }

  @Override
  public long byteLength() {
    return (long) memory.pages() * PAGE_SIZE;
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
  public void read(long address, short[] target) {
    for (int i = 0; i < target.length; ) {
      int from = (int) address + i * Short.BYTES;
      int count = inPage(from, target.length - i, Short.BYTES);
      page(from, count * Short.BYTES).asShortBuffer().get(target, i, count);
      i += count;
    }
  }

  @Override
  public void read(long address, int[] target) {
    for (int i = 0; i < target.length; ) {
      int from = (int) address + i * Integer.BYTES;
      int count = inPage(from, target.length - i, Integer.BYTES);
      page(from, count * Integer.BYTES).asIntBuffer().get(target, i, count);
      i += count;
    }
  }

  @Override
  public void read(long address, long[] target) {
    for (int i = 0; i < target.length; ) {
      int from = (int) address + i * Long.BYTES;
      int count = inPage(from, target.length - i, Long.BYTES);
      page(from, count * Long.BYTES).asLongBuffer().get(target, i, count);
      i += count;
    }
  }

  @Override
  public void write(long address, short[] source) {
    for (int i = 0; i < source.length; ) {
      int to = (int) address + i * Short.BYTES;
      int count = inPage(to, source.length - i, Short.BYTES);
      page(to, count * Short.BYTES).asShortBuffer().put(source, i, count);
      i += count;
    }
  }

  @Override
  public void write(long address, int[] source) {
    for (int i = 0; i < source.length; ) {
      int to = (int) address + i * Integer.BYTES;
      int count = inPage(to, source.length - i, Integer.BYTES);
      page(to, count * Integer.BYTES).asIntBuffer().put(source, i, count);
      i += count;
    }
  }

  @Override
  public void write(long address, long[] source) {
    for (int i = 0; i < source.length; ) {
      int to = (int) address + i * Long.BYTES;
      int count = inPage(to, source.length - i, Long.BYTES);
      page(to, count * Long.BYTES).asLongBuffer().put(source, i, count);
      i += count;
    }
  }

  /** How many aligned elements of a size lie in the page of an address: none lies across two. */
  private static int inPage(int address, int elements, int size) {
    return Math.min(elements, (PAGE_SIZE - (address & PAGE_MASK)) / size);
  }

  private ByteBuffer page(int address, int length) {
    return ByteBuffer.wrap(memory.page(address), address & PAGE_MASK, length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void copy(long address, CoreMemory target, long targetAddress, int length) {
    if (!(target instanceof PagedCoreMemory) || isSame(target)) {
      CoreMemory.super.copy(address, target, targetAddress, length);
      return;
    }
    for (int done = 0; done < length; ) {
      int from = (int) address + done;
      int count = Math.min(length - done, PAGE_SIZE - (from & PAGE_MASK));
      target.write(targetAddress + done, memory.page(from), from & PAGE_MASK, count);
      done += count;
    }
  }

  @Override
  public String text(long address, int length, Charset encoding) {
    int from = (int) address & PAGE_MASK;
    return length <= PAGE_SIZE - from && length > 0
        ? new String(memory.page((int) address), from, length, encoding)
        : CoreMemory.super.text(address, length, encoding);
  }

  @Override
  public int storeAscii(long address, String text) {
    int to = (int) address & PAGE_MASK;
    int length = text.length();
    if (length > PAGE_SIZE - to || length == 0) {
      return CoreMemory.super.storeAscii(address, text);
    }
    byte[] page = memory.page((int) address);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return i;
      }
      page[to + i] = (byte) c;
    }
    return length;
  }
}
