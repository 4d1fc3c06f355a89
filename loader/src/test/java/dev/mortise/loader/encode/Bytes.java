package dev.mortise.loader.encode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A piece of a binary, which other pieces can follow. Immutable. */
public final class Bytes {
  private final byte[] octets;

  private Bytes(byte[] octets) {
    this.octets = octets;
  }

  /** These octets. */
  public static Bytes of(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new Bytes(bytes);
  }

  /** These octets. */
  public static Bytes of(byte[] octets) {
    return new Bytes(octets.clone());
  }

  /** An unsigned LEB128 number. */
  public static Bytes u32(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return new Bytes(out.toByteArray());
  }

  /** A signed LEB128 number, as type indices are where a primitive type could stand too. */
  public static Bytes s33(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest > 0x3f || rest < -0x40) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    out.write((int) (rest & 0x7f));
    return new Bytes(out.toByteArray());
  }

  /** A name: its length and its UTF-8 form. */
  public static Bytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).then(new Bytes(utf8));
  }

  /** A vector: how many, and each. */
  public static Bytes vec(Bytes... items) {
    return vec(List.of(items));
  }

  /** A vector: how many, and each. */
  public static Bytes vec(List<Bytes> items) {
    return u32(items.size()).then(items.toArray(Bytes[]::new));
  }

  /** This piece and those after it. */
  public Bytes then(Bytes... others) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(octets);
    for (Bytes other : others) {
      out.writeBytes(other.octets);
    }
    return new Bytes(out.toByteArray());
  }

  /** This piece behind its own length. */
  public Bytes sized() {
    return u32(octets.length).then(this);
  }

  /** How many octets. */
  public int length() {
    return octets.length;
  }

  /** The octets. */
  public byte[] toArray() {
    return octets.clone();
  }
}
