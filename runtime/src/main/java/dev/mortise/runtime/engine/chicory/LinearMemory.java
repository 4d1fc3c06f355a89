package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear memory that is not shared between threads, in one array. The engine's own has a slot for
 * each page that the memory might grow to, 128 KiB of them when it has no maximum, and looks for
 * the page of each address.
 *
 * <p>The array is as long as the memory until that grows, and then up to half as long again: a
 * guest that asks for one page after the other does not have all of them copied each time. So an
 * address is held against the memory's length; that the array holds it too, Java checks.
 *
 * <p>It is long because it has a method for each width.
 */
final class LinearMemory implements Memory {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MemoryLimits limits;

  /** All that show this memory, of which this is one; they have the same array. */
  private final List<LinearMemory> views;

  private byte[] bytes;
  private int byteLength;
  private DataSegment[] dataSegments = {};

  LinearMemory(MemoryLimits limits) {
    this.limits = limits;
    byteLength = limits.initialPages() * PAGE_SIZE;
    bytes = new byte[byteLength];
    views = new ArrayList<>(1);
    views.add(this);
  }

  private LinearMemory(LinearMemory other) {
    limits = other.limits;
    bytes = other.bytes;
    byteLength = other.byteLength;
    views = other.views;
    views.add(this);
  }

  /**
   * The same memory for another instance. The engine keeps an instance's data segments in its
   * memory, where those of one that imports the memory would take their place.
   */
  LinearMemory view() {
    return new LinearMemory(this);
  }

  /** Whether this memory and another are one. */
  boolean isSame(LinearMemory other) {
    return views == other.views;
  }

  /** The array that holds the memory, until it grows. What lies beyond its length is nothing. */
  byte[] bytes() {
    return bytes;
  }

  /** The length of the memory. */
  int byteLength() {
    return byteLength;
  }

  @Override
  public int pages() {
    return byteLength / PAGE_SIZE;
  }

  @Override
  public int grow(int size) {
    int before = pages();
    int after = before + size;
    if (after > maximumPages() || after < before) {
      return -1;
    }
    int grown = after * PAGE_SIZE;
    byte[] array = grown <= bytes.length ? bytes : roomFor(after);
    if (array == null) {
      return -1;
    }
    for (LinearMemory view : views) {
      view.bytes = array;
      view.byteLength = grown;
    }
    return before;
  }

  /** A longer array with the same content, or null where Java has no more room. */
  private byte @Nullable [] roomFor(int pages) {
    int roomy = Math.min(pages + pages / 2, maximumPages());
    try {
      return Arrays.copyOf(bytes, roomy * PAGE_SIZE);
    } catch (OutOfMemoryError e) {
      return null;
    }
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
    ActiveSegments.write(this, instance, segments, memoryIndex);
  }

  @Override
  public void initPassiveSegment(int segment, int address, int offset, int size) {
    write(address, dataSegments[segment].data(), offset, size);
  }

  @Override
  public void drop(int segment) {
    dataSegments[segment] = PassiveDataSegment.EMPTY;
  }

  /** Whether a range lies in a memory. */
  static boolean isInside(int address, int size, int byteLength) {
    return address >= 0 && size >= 0 && address <= byteLength && size <= byteLength - address;
  }

  /** What the engine says of a range that does not. */
  static String outside(int address, int size, int byteLength) {
    return "out of bounds memory access: attempted to access address: "
        + Integer.toUnsignedString(address)
        + " but limit is: "
        + byteLength
        + " and size: "
        + size;
  }

  private WasmRuntimeException outside(int address, int size) {
    return new WasmRuntimeException(outside(address, size, byteLength));
  }

  /** Checks a range of any size. */
  private void checkRange(int address, int size) {
    if (!isInside(address, size, byteLength)) {
      throw outside(address, size);
    }
  }

  /** Checks a number of so many bytes. */
  private void check(int address, int size) {
    if (address < 0 || address > byteLength - size) {
      throw outside(address, size);
    }
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    if (!isInside(offset, size, source.length)) {
      throw new WasmRuntimeException(outside(offset, size, source.length));
    }
    checkRange(address, size);
    System.arraycopy(source, offset, bytes, address, size);
  }

  /** Copies bytes out, without an array of its own for them. */
  void read(int address, byte[] target, int offset, int size) {
    checkRange(address, size);
    System.arraycopy(bytes, address, target, offset, size);
  }

  @Override
  public byte[] readBytes(int address, int size) {
    checkRange(address, size);
    return Arrays.copyOfRange(bytes, address, address + size);
  }

  @Override
  public byte read(int address) {
    check(address, 1);
    return bytes[address];
  }

  @Override
  public void writeByte(int address, byte value) {
    check(address, 1);
    bytes[address] = value;
  }

  @Override
  public short readShort(int address) {
    check(address, Short.BYTES);
    return (short) SHORTS.get(bytes, address);
  }

  @Override
  public void writeShort(int address, short value) {
    check(address, Short.BYTES);
    SHORTS.set(bytes, address, value);
  }

  @Override
  public long readU16(int address) {
    return readShort(address) & 0xffffL;
  }

  @Override
  public int readInt(int address) {
    check(address, Integer.BYTES);
    return (int) INTS.get(bytes, address);
  }

  @Override
  public void writeI32(int address, int value) {
    check(address, Integer.BYTES);
    INTS.set(bytes, address, value);
  }

  @Override
  public long readLong(int address) {
    check(address, Long.BYTES);
    return (long) LONGS.get(bytes, address);
  }

  @Override
  public void writeLong(int address, long value) {
    check(address, Long.BYTES);
    LONGS.set(bytes, address, value);
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
    fill((byte) 0, 0, byteLength);
  }

  @Override
  public void fill(byte value, int from, int to) {
    checkRange(from, to - from);
    Arrays.fill(bytes, from, to, value);
  }

  @Override
  public void copy(int target, int source, int size) {
    checkRange(target, size);
    checkRange(source, size);
    System.arraycopy(bytes, source, bytes, target, size);
  }
}
