package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A linear memory that is not shared between threads, as pages of 64 KiB that never move. The
 * engine's own has a slot for each page that the memory might grow to, 128 KiB of them when it has
 * no maximum; this one has a slot for each page that there is.
 *
 * <p>It is long because it has a method for each width; each tries the page that holds the address
 * and takes the bytes one by one where they lie across two.
 */
final class PagedMemory implements Memory {
  private static final int PAGE_SHIFT = 16;
  static final int PAGE_MASK = PAGE_SIZE - 1;
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MemoryLimits limits;

  /** All that show this memory, of which this is one; they have the same pages. */
  private final List<PagedMemory> views;

  private byte[][] pages;
  private DataSegment[] dataSegments = {};

  PagedMemory(MemoryLimits limits) {
    this.limits = limits;
    pages = new byte[limits.initialPages()][PAGE_SIZE];
    views = new ArrayList<>(1);
    views.add(this);
  }

  private PagedMemory(PagedMemory other) {
    limits = other.limits;
    pages = other.pages;
    views = other.views;
    views.add(this);
  }

  /**
   * The same memory for another instance. The engine keeps an instance's data segments in its
   * memory, where those of one that imports the memory would take their place.
   */
  PagedMemory view() {
    return new PagedMemory(this);
  }

  /** Whether this memory and another are one. */
  boolean sharesPages(PagedMemory other) {
    return views == other.views;
  }

  @Override
  public int pages() {
    return pages.length;
  }

  @Override
  public int grow(int size) {
    int before = pages.length;
    int after = before + size;
    if (after > maximumPages() || after < before) {
      return -1;
    }
    byte[][] grown = Arrays.copyOf(pages, after);
    for (int i = before; i < after; i++) {
      grown[i] = new byte[PAGE_SIZE];
    }
    for (PagedMemory view : views) {
      view.pages = grown;
    }
    return before;
  }

  @Override
  public int initialPages() {
    return limits.initialPages();
  }

  @Override
  public int maximumPages() {
    return Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return this;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    throw cannotWait();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    throw cannotWait();
  }

  private static ChicoryException cannotWait() {
    return new ChicoryException("Attempt to wait on a non-shared memory, not supported.");
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int maxThreads) {
    return 0;
  }

  @Override
  public void initialize(Instance instance, DataSegment[] segments) {
    initialize(instance, segments, 0);
  }

  @Override
  public void initialize(Instance instance, DataSegment[] segments, int memoryIndex) {
    dataSegments = segments;
    writeActive(this, instance, segments, memoryIndex);
  }

  /** Writes the active segments of an instance that are meant for a memory. */
  static void writeActive(
      Memory memory, Instance instance, DataSegment[] segments, int memoryIndex) {
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        byte[] data = active.data();
        int address =
            (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        checkBounds(
            address, data.length, memory.pages() << PAGE_SHIFT, UninstantiableException::new);
        memory.write(address, data, 0, data.length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int address, int offset, int size) {
    write(address, dataSegments[segment].data(), offset, size);
  }

  @Override
  public void drop(int segment) {
    dataSegments[segment] = PassiveDataSegment.EMPTY;
  }

  private int byteLength() {
    return pages.length << PAGE_SHIFT;
  }

  private static void checkBounds(
      int address, int size, int limit, Function<String, ? extends ChicoryException> exception) {
    if (address < 0 || size < 0 || address > limit || size > limit - address) {
      throw exception.apply(outside(address, size, limit));
    }
  }

  private void checkBounds(int address, int size) {
    checkBounds(address, size, byteLength(), WasmRuntimeException::new);
  }

  private static String outside(int address, int size, int limit) {
    return "out of bounds memory access: attempted to access address: "
        + Integer.toUnsignedString(address)
        + " but limit is: "
        + limit
        + " and size: "
        + size;
  }

  private WasmRuntimeException outside(int address, int size) {
    return new WasmRuntimeException(outside(address, size, byteLength()));
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    checkBounds(offset, size, source.length, WasmRuntimeException::new);
    checkBounds(address, size);
    for (int done = 0; done < size; ) {
      int inPage = (address + done) & PAGE_MASK;
      int chunk = Math.min(size - done, PAGE_SIZE - inPage);
      System.arraycopy(source, offset + done, page(address + done), inPage, chunk);
      done += chunk;
    }
  }

  /** Copies bytes out, without an array of its own for them. */
  void read(int address, byte[] target, int offset, int size) {
    checkBounds(address, size);
    for (int done = 0; done < size; ) {
      int inPage = (address + done) & PAGE_MASK;
      int chunk = Math.min(size - done, PAGE_SIZE - inPage);
      System.arraycopy(page(address + done), inPage, target, offset + done, chunk);
      done += chunk;
    }
  }

  @Override
  public byte[] readBytes(int address, int size) {
    checkBounds(address, size);
    byte[] bytes = new byte[size];
    read(address, bytes, 0, size);
    return bytes;
  }

  /** The page that holds an address. */
  byte[] page(int address) {
    return pages[address >>> PAGE_SHIFT];
  }

  @Override
  public byte read(int address) {
    try {
      return page(address)[address & PAGE_MASK];
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, 1);
    }
  }

  @Override
  public void writeByte(int address, byte value) {
    try {
      page(address)[address & PAGE_MASK] = value;
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, 1);
    }
  }

  @Override
  public short readShort(int address) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Short.BYTES) {
      return (short) readAcross(address, Short.BYTES);
    }
    try {
      return (short) SHORTS.get(page(address), inPage);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Short.BYTES);
    }
  }

  @Override
  public void writeShort(int address, short value) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Short.BYTES) {
      writeAcross(address, value, Short.BYTES);
      return;
    }
    try {
      SHORTS.set(page(address), inPage, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Short.BYTES);
    }
  }

  @Override
  public long readU16(int address) {
    return readShort(address) & 0xffffL;
  }

  @Override
  public int readInt(int address) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Integer.BYTES) {
      return (int) readAcross(address, Integer.BYTES);
    }
    try {
      return (int) INTS.get(page(address), inPage);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Integer.BYTES);
    }
  }

  @Override
  public void writeI32(int address, int value) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Integer.BYTES) {
      writeAcross(address, value, Integer.BYTES);
      return;
    }
    try {
      INTS.set(page(address), inPage, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Integer.BYTES);
    }
  }

  @Override
  public long readLong(int address) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Long.BYTES) {
      return readAcross(address, Long.BYTES);
    }
    try {
      return (long) LONGS.get(page(address), inPage);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Long.BYTES);
    }
  }

  @Override
  public void writeLong(int address, long value) {
    int inPage = address & PAGE_MASK;
    if (inPage > PAGE_SIZE - Long.BYTES) {
      writeAcross(address, value, Long.BYTES);
      return;
    }
    try {
      LONGS.set(page(address), inPage, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(address, Long.BYTES);
    }
  }

  private long readAcross(int address, int size) {
    checkBounds(address, size);
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << 8 | (read(address + i) & 0xff);
    }
    return bits;
  }

  private void writeAcross(int address, long bits, int size) {
    checkBounds(address, size);
    for (int i = 0; i < size; i++) {
      writeByte(address + i, (byte) (bits >>> (8 * i)));
    }
  }

  @Override
  public void writeF32(int address, float value) {
    writeI32(address, Float.floatToRawIntBits(value));
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public float readFloat(int address) {
    return Float.intBitsToFloat(readInt(address));
  }

  @Override
  public void writeF64(int address, double value) {
    writeLong(address, Double.doubleToRawLongBits(value));
  }

  @Override
  public double readDouble(int address) {
    return Double.longBitsToDouble(readLong(address));
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void zero() {
    fill((byte) 0, 0, byteLength());
  }

  @Override
  public void fill(byte value, int from, int to) {
    checkBounds(from, to - from);
    for (int address = from; address < to; ) {
      int inPage = address & PAGE_MASK;
      int chunk = Math.min(to - address, PAGE_SIZE - inPage);
      Arrays.fill(page(address), inPage, inPage + chunk, value);
      address += chunk;
    }
  }

  @Override
  public void copy(int target, int source, int size) {
    checkBounds(target, size);
    checkBounds(source, size);
    if (target > source && target < source + size) {
      copyFromTheEnd(target, source, size);
      return;
    }
    for (int done = 0; done < size; ) {
      int from = (source + done) & PAGE_MASK;
      int to = (target + done) & PAGE_MASK;
      int chunk = Math.min(size - done, PAGE_SIZE - Math.max(from, to));
      System.arraycopy(page(source + done), from, page(target + done), to, chunk);
      done += chunk;
    }
  }

  private void copyFromTheEnd(int target, int source, int size) {
    for (int left = size; left > 0; ) {
      int from = ((source + left - 1) & PAGE_MASK) + 1;
      int to = ((target + left - 1) & PAGE_MASK) + 1;
      int chunk = Math.min(left, Math.min(from, to));
      left -= chunk;
      System.arraycopy(page(source + left), from - chunk, page(target + left), to - chunk, chunk);
    }
  }
}
