package dev.mortise.runtime.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Bytes to be read where they are. A method that was written by hand may have one in the place of a
 * {@code byte[]} for a {@code list<u8>} or {@code list<s8>}, and no byte is copied then:
 *
 * <pre>{@code
 * public interface Store {                                           // an import
 *   void put(String key, ByteView value);                            // valid until it returns
 *   ByteBuffer get(String key);                                      // copied once, into the guest
 * }
 *
 * public interface Codec {                                           // a world
 *   <R> R encode(ByteBuffer image, Function<ByteView, R> use);       // valid until `use` returns
 *   void decode(ByteView data, Consumer<ByteView> use);
 * }
 * }</pre>
 *
 * <p>A view of a guest's memory ends with the call for which it was lent; whoever uses it later is
 * told so by a {@link dev.mortise.runtime.error.CallException}. It belongs to the thread of that
 * call. To keep the bytes, copy them.
 *
 * <p>Indices and counts are in bytes; those outside of {@code [0, length())} throw {@link
 * IndexOutOfBoundsException}. Numbers are little-endian, and need not be aligned.
 */
public interface ByteView {
  /** How many bytes there are. */
  int length();

  /** The byte at {@code index}. */
  byte get(int index);

  /** The 32 bits at {@code index}. */
  int getInt(int index);

  /** The 64 bits at {@code index}. */
  long getLong(int index);

  /** Copies {@code count} bytes out. */
  void copyTo(int from, byte[] target, int offset, int count);

  /**
   * Copies {@code count} bytes to the position of a buffer, and moves that.
   *
   * @throws java.nio.BufferOverflowException when the buffer has less room
   */
  void copyTo(int from, ByteBuffer target, int count);

  /** The text of all bytes in an encoding; what is not well formed is replaced as Java does it. */
  String text(Charset encoding);

  /** A copy of all bytes. */
  default byte[] toByteArray() {
    byte[] bytes = new byte[length()];
    copyTo(0, bytes, 0, bytes.length);
    return bytes;
  }

  /** A view of an array, which does not end: for tests, and for who has an array anyhow. */
  static ByteView of(byte[] bytes) {
    return new BufferView(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  /**
   * A view of what is between a buffer's position and its limit, which does not end. The buffer's
   * own position and limit matter no more.
   */
  static ByteView of(ByteBuffer buffer) {
    return new BufferView(Objects.requireNonNull(buffer).slice().order(ByteOrder.LITTLE_ENDIAN));
  }
}
