package dev.mortise.loader.decode;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MalformedComponentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A window on the bytes of a file with a position. Positions are absolute offsets, and every error
 * carries one. Windows of one file share the path that errors name, and what they may take in all.
 */
final class ByteReader {
  /** Reads one element of a vector. */
  @FunctionalInterface
  interface Item<T> {
    T read(ByteReader reader);
  }

  private final byte[] bytes;
  private final int end;
  private final Deque<String> path;
  private final Features features;
  private final Spent spent;
  private int position;

  /** What a file has taken so far of what it may have in all. */
  private static final class Spent {
    private long locals;
  }

  ByteReader(byte[] bytes, Features features) {
    this(bytes, 0, bytes.length, new ArrayDeque<>(), features, new Spent());
  }

  private ByteReader(
      byte[] bytes, int position, int end, Deque<String> path, Features features, Spent spent) {
    this.features = features;
    this.spent = spent;
    this.bytes = bytes;
    this.position = position;
    this.end = end;
    this.path = path;
  }

  /** The absolute offset of the next byte. */
  int position() {
    return position;
  }

  /** The absolute offset of the window's end. */
  int end() {
    return end;
  }

  boolean atEnd() {
    return position == end;
  }

  int remaining() {
    return end - position;
  }

  /** Whether a feature is on that decides what may stand in the bytes. */
  boolean has(Feature feature) {
    return features.has(feature);
  }

  /** Takes locals of core functions from what the file may have in all. */
  void spendLocals(int start, long count) {
    spent.locals += count;
    if (spent.locals > Limits.FILE_LOCALS) {
      throw limit(start, "function bodies of the file", "locals", Limits.FILE_LOCALS, spent.locals);
    }
  }

  /** Enters a part of the tree, which errors name until {@link #leave}. */
  void enter(String part) {
    path.addLast(part);
  }

  /** Leaves the part entered last. */
  void leave() {
    path.removeLast();
  }

  /** The next byte, without moving on. */
  int peek(String what) {
    if (position >= end) {
      throw unexpectedEnd(what, 1);
    }
    return bytes[position] & 0xff;
  }

  /** Whether the next bytes are all such as texts have: printable, or white space. */
  boolean looksLikeText() {
    int last = Math.min(end, position + 64);
    for (int i = position; i < last; i++) {
      int octet = bytes[i];
      boolean control =
          (octet >= 0 && octet < 0x20 && !Character.isWhitespace(octet)) || octet == 0x7f;
      if (control) {
        return false;
      }
    }
    return true;
  }

  /** One byte. */
  int u8(String what) {
    int value = peek(what);
    position++;
    return value;
  }

  /** Takes the next byte if it is {@code value}. */
  boolean accept(int value) {
    if (position < end && (bytes[position] & 0xff) == value) {
      position++;
      return true;
    }
    return false;
  }

  /** A byte that has one legal value. */
  void expect(int value, String what) {
    int start = position;
    int found = u8(what);
    if (found != value) {
      throw leadingByte(start, found, what, hex(value));
    }
  }

  /** A byte that is 0 or 1. */
  boolean flag(String what) {
    int start = position;
    int found = u8(what);
    if (found > 1) {
      throw malformed(
          at(start, Malformed.INVALID_BOOLEAN, what).expecting("0x00 or 0x01", hex(found)));
    }
    return found == 1;
  }

  /** Four bytes, little-endian, as they stand. */
  int fixed32(String what) {
    need(4, what);
    int value =
        (bytes[position] & 0xff)
            | (bytes[position + 1] & 0xff) << 8
            | (bytes[position + 2] & 0xff) << 16
            | (bytes[position + 3] & 0xff) << 24;
    position += 4;
    return value;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  long u32(String what) {
    return unsigned(what, 32);
  }

  /** Skips an unsigned LEB128 number of at most 32 bits. */
  void skipU32(String what) {
    long unused = u32(what);
  }

  /** An unsigned LEB128 number of at most 64 bits. */
  long u64(String what) {
    return unsigned(what, 64);
  }

  /** A signed LEB128 number of at most 33 bits: a type index, or a negative type code. */
  long s33(String what) {
    return signed(what, 33);
  }

  /** Skips a signed LEB128 number of at most {@code bits} bits. */
  void skipSigned(String what, int bits) {
    long unused = signed(what, bits);
  }

  private long unsigned(String what, int bits) {
    int start = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = u8(what);
      if (shift >= bits) {
        throw tooLong(start, what, bits);
      }
      int left = bits - shift;
      if (left < 7 && (octet & 0x7f) >>> left != 0) {
        throw (octet & 0x80) != 0 ? tooLong(start, what, bits) : tooLarge(start, what, bits);
      }
      value |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return value;
      }
      if (left <= 7) {
        throw tooLong(start, what, bits);
      }
    }
  }

  private long signed(String what, int bits) {
    int start = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = u8(what);
      int left = bits - shift;
      if (left <= 7) {
        if ((octet & 0x80) != 0) {
          throw tooLong(start, what, bits);
        }
        int sign = ((byte) (octet << 1)) >> left;
        if (sign != 0 && sign != -1) {
          throw tooLarge(start, what, bits);
        }
      }
      value |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        int used = shift + 7;
        int unusedBits = Math.max(0, 64 - used);
        return (value << unusedBits) >> unusedBits;
      }
    }
  }

  private MalformedComponentException tooLong(int start, String what, int bits) {
    return malformed(
        at(start, Malformed.INTEGER_TOO_LONG, what)
            .because(
                "a LEB128 number of " + bits + " bits has at most " + (bits + 6) / 7 + " bytes"));
  }

  private MalformedComponentException tooLarge(int start, String what, int bits) {
    return malformed(
        at(start, Malformed.INTEGER_TOO_LARGE, what)
            .because("the number does not fit in " + bits + " bits"));
  }

  /** A name: a length in bytes and as many bytes of UTF-8. */
  String name(String what) {
    int start = position;
    long length = u32(what);
    if (length > Limits.NAME_BYTES) {
      throw limit(start, what, "bytes", Limits.NAME_BYTES, length);
    }
    need((int) length, what);
    int from = position;
    position += (int) length;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, (int) length))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed(
          at(from, Malformed.INVALID_UTF8, what).because("a name is encoded as valid UTF-8"));
    }
  }

  /** How many elements a vector has. Each takes a byte at least, which bounds what is allocated. */
  int count(String what, long limit) {
    int start = position;
    long count = u32("number of " + what);
    if (count > limit) {
      throw limit(start, "number of " + what, "items", limit, count);
    }
    if (count > remaining()) {
      throw unexpectedEnd(what, count);
    }
    return (int) count;
  }

  /** A vector. */
  <T> List<T> vec(String what, long limit, Item<T> item) {
    int count = count(what, limit);
    List<T> items = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      items.add(item.read(this));
    }
    return items;
  }

  /** A window on the next {@code length} bytes, which this reader passes over. */
  ByteReader window(long length, String what) {
    if (length > remaining()) {
      throw unexpectedEnd(what, length);
    }
    ByteReader window =
        new ByteReader(bytes, position, position + (int) length, path, features, spent);
    position += (int) length;
    return window;
  }

  /** Passes over bytes. */
  void skip(long length, String what) {
    if (length > remaining()) {
      throw unexpectedEnd(what, length);
    }
    position += (int) length;
  }

  /** Checks that nothing is left in the window. */
  void finish(String what) {
    if (!atEnd()) {
      throw malformed(
          at(position, Malformed.TRAILING_BYTES, what)
              .expecting("the end", remaining() + " more bytes")
              .because("its size says more than its items take"));
    }
  }

  private void need(int length, String what) {
    if (length > remaining()) {
      throw unexpectedEnd(what, length);
    }
  }

  /** A finding at an offset of this file. */
  Diagnostic at(int offset, Malformed rule, String where) {
    return Diagnostic.of(rule.code(), where).withSpec(rule.spec()).at(offset).in(List.copyOf(path));
  }

  MalformedComponentException malformed(Diagnostic diagnostic) {
    return new MalformedComponentException(diagnostic);
  }

  MalformedComponentException leadingByte(int offset, int found, String what, String expected) {
    return malformed(
        at(offset, Malformed.INVALID_LEADING_BYTE, what).expecting(expected, hex(found)));
  }

  MalformedComponentException limit(int offset, String what, String unit, long limit, long found) {
    return malformed(
        at(offset, Malformed.LIMIT_EXCEEDED, what)
            .expecting("at most " + limit + " " + unit, String.valueOf(found)));
  }

  private MalformedComponentException unexpectedEnd(String what, long wanted) {
    return malformed(
        at(end, Malformed.UNEXPECTED_END, what)
            .expecting(
                (wanted == 1 ? "a byte" : wanted + " bytes") + " at offset " + hex(position),
                remaining() == 0 ? "the end" : "only " + remaining())
            .because("the file or section ends too early"));
  }

  static String hex(int value) {
    return String.format("0x%02x", value);
  }
}
