package dev.mortise.tck.generate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Bytes that grow, in the words of the binary format. */
public final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** These bytes. */
  public static Bytes of(int... bytes) {
    return new Bytes().u8(bytes);
  }

  /** Appends bytes. */
  public Bytes u8(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  /** Appends an unsigned number. */
  public Bytes u32(int value) {
    int rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
    return this;
  }

  /** An index where a negative number would be a code. */
  public Bytes s33(int index) {
    int rest = index;
    for (; rest >= 0x40; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
    return this;
  }

  /** Appends a signed number. */
  public Bytes s32(int value) {
    int rest = value;
    for (; rest < -0x40 || rest > 0x3f; rest >>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest & 0x7f);
    return this;
  }

  /** Appends a name. */
  public Bytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  /** Appends how many items there are, and each. */
  public <T> Bytes vec(List<T> items, BiConsumer<Bytes, T> each) {
    u32(items.size());
    items.forEach(item -> each.accept(this, item));
    return this;
  }

  /** Appends what others wrote. */
  public Bytes all(Bytes other) {
    out.writeBytes(other.toArray());
    return this;
  }

  /** Appends bytes. */
  public Bytes all(byte[] other) {
    out.writeBytes(other);
    return this;
  }

  /** What is written by {@code body}, behind its length. */
  public Bytes sized(Consumer<Bytes> body) {
    Bytes inner = new Bytes();
    body.accept(inner);
    return u32(inner.size()).all(inner);
  }

  /** How many bytes there are. */
  public int size() {
    return out.size();
  }

  /** The bytes. */
  public byte[] toArray() {
    return out.toByteArray();
  }
}
