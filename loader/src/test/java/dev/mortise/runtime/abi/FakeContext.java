package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.Alignment;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A context over a byte array, with the {@code realloc}s of the vectors. */
final class FakeContext implements AbiContext {
  /** What {@code realloc} does; see the vectors' own description. */
  enum Realloc {
    BUMP,
    MISALIGNED,
    OOB,
    END
  }

  final FakeMemory memory;
  final List<List<Long>> reallocCalls = new ArrayList<>();
  private final Realloc realloc;
  private final StringSource source;
  private long next;

  FakeContext(byte[] bytes, long heapBase, Realloc realloc, StringSource source) {
    memory = new FakeMemory(bytes);
    next = heapBase;
    this.realloc = realloc;
    this.source = source;
  }

  /** A context whose memory is full of 0xEE, with a bump allocator from 8 on. */
  static FakeContext ofSize(int byteLength) {
    return new FakeContext(filled(byteLength), 8, Realloc.BUMP, null);
  }

  /** A context that is only lifted from. */
  static FakeContext of(byte[] bytes) {
    return new FakeContext(bytes, 0, Realloc.BUMP, null);
  }

  static byte[] filled(int byteLength) {
    byte[] bytes = new byte[byteLength];
    Arrays.fill(bytes, (byte) 0xee);
    return bytes;
  }

  @Override
  public CoreMemory memory() {
    return memory;
  }

  @Override
  public StringSource stringSource(StringEncoding target, String string) {
    return source == null ? StringSource.ofHost(target) : source;
  }

  @Override
  public long realloc(long old, long oldByteLength, int alignment, long newByteLength) {
    long result =
        switch (realloc) {
          case BUMP -> bump(old, oldByteLength, alignment, newByteLength);
          case MISALIGNED -> Alignment.alignTo(next, alignment) + 1;
          case OOB -> Alignment.alignTo(memory.bytes.length, alignment);
          case END -> Alignment.alignTo(memory.bytes.length - newByteLength + alignment, alignment);
        };
    reallocCalls.add(List.of(old, oldByteLength, (long) alignment, newByteLength, result));
    return result;
  }

  private long bump(long old, long oldByteLength, int alignment, long newByteLength) {
    if (old != 0 && newByteLength < oldByteLength) {
      return old;
    }
    long result = Alignment.alignTo(next, alignment);
    if (result + newByteLength <= memory.bytes.length) {
      next = result + newByteLength;
      System.arraycopy(memory.bytes, (int) old, memory.bytes, (int) result, (int) oldByteLength);
    }
    return result;
  }
}
