package dev.mortise.wasi.preview1;

import dev.mortise.runtime.engine.CoreMemory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of a module, by unsigned addresses of 32 bits. */
final class GuestMemory {
  /** What one call moves at most; a program asks again for the rest. */
  static final int MOST_BYTES = 1 << 20;

  private @Nullable CoreMemory memory;

  /** Sets the memory, when there is an instance. */
  void set(CoreMemory exported) {
    memory = exported;
  }

  /** A part of memory that a program reads into or writes from. */
  record Part(int address, int length) {}

  private CoreMemory memory() throws Errno.Failure {
    CoreMemory found = memory;
    if (found == null) {
      throw Errno.FAULT.failure(); // the start function runs before there are exports
    }
    return found;
  }

  private static long at(int address) {
    return Integer.toUnsignedLong(address);
  }

  private CoreMemory checked(int address, long length) throws Errno.Failure {
    check(address, length);
    return memory();
  }

  private void check(int address, long length) throws Errno.Failure {
    if (at(address) + length > memory().byteLength()) {
      throw Errno.FAULT.failure();
    }
  }

  byte loadByte(int address) throws Errno.Failure {
    return checked(address, 1).loadByte(at(address));
  }

  short loadShort(int address) throws Errno.Failure {
    return checked(address, 2).loadShort(at(address));
  }

  int loadInt(int address) throws Errno.Failure {
    return checked(address, 4).loadInt(at(address));
  }

  long loadLong(int address) throws Errno.Failure {
    return checked(address, 8).loadLong(at(address));
  }

  void storeInt(int address, int value) throws Errno.Failure {
    checked(address, 4).storeInt(at(address), value);
  }

  void storeLong(int address, long value) throws Errno.Failure {
    checked(address, 8).storeLong(at(address), value);
  }

  void store(int address, byte[] bytes) throws Errno.Failure {
    checked(address, bytes.length).write(at(address), bytes, 0, bytes.length);
  }

  /** Stores a whole structure. */
  void store(int address, ByteBuffer struct) throws Errno.Failure {
    byte[] bytes = new byte[struct.capacity()];
    struct.get(0, bytes);
    store(address, bytes);
  }

  byte[] load(int address, int length) throws Errno.Failure {
    CoreMemory found = checked(address, at(length));
    byte[] bytes = new byte[length];
    found.read(at(address), bytes, 0, length);
    return bytes;
  }

  String text(int address, int length) throws Errno.Failure {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(load(address, length)));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw Errno.ILLEGAL_BYTE_SEQUENCE.failure();
    }
  }

  /** The vectors of a scattered read or write, not more than fit into one call. */
  List<Part> parts(int address, int count) throws Errno.Failure {
    check(address, 8 * at(count));
    List<Part> parts = new ArrayList<>();
    int room = MOST_BYTES;
    for (int i = 0; i < count && room > 0; i++) {
      int start = loadInt(address + 8 * i);
      long length = at(loadInt(address + 8 * i + 4));
      check(start, length);
      int taken = (int) Math.min(length, room);
      parts.add(new Part(start, taken));
      room -= taken;
    }
    return parts;
  }
}
