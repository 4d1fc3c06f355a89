package dev.mortise.tck.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes components by chance: mostly so that the sizes of sections still fit. */
final class Mutator {
  private static final int[] INTERESTING = {
    0x00, 0x01, 0x02, 0x03, 0x3f, 0x40, 0x41, 0x42, 0x43, 0x60, 0x68, 0x69, 0x70, 0x7f, 0x80, 0xff
  };
  private static final int PREAMBLE = 8;

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /** A changed copy; {@code other} may give bytes to it. */
  byte[] mutate(byte[] original, byte[] other) {
    byte[] bytes = original;
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 16 : 3);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, other);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, byte[] other) {
    if (bytes.length == 0) {
      return other.clone();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> set(bytes, b -> b ^ 1 << random.nextInt(8));
      case 2, 3 -> set(bytes, b -> INTERESTING[random.nextInt(INTERESTING.length)]);
      case 4 -> set(bytes, b -> b + (random.nextBoolean() ? 1 : -1));
      case 5 -> set(bytes, b -> random.nextInt(256));
      case 6 -> copyWithin(bytes, bytes);
      case 7 -> copyWithin(bytes, other);
      case 8 -> shuffleSections(bytes);
      case 9 -> spliceSection(bytes, other);
      case 10 -> random.nextBoolean() ? cut(bytes) : splice(bytes, other);
      default -> hugeNumber(bytes);
    };
  }

  /** Seldom in the preamble, which would end it all. */
  private int position(byte[] bytes) {
    return bytes.length > PREAMBLE && random.nextInt(50) > 0
        ? PREAMBLE + random.nextInt(bytes.length - PREAMBLE)
        : random.nextInt(bytes.length);
  }

  @FunctionalInterface
  private interface Change {
    int of(int octet);
  }

  private byte[] set(byte[] original, Change change) {
    byte[] bytes = original.clone();
    int at = position(bytes);
    bytes[at] = (byte) change.of(bytes[at] & 0xff);
    return bytes;
  }

  private byte[] copyWithin(byte[] original, byte[] source) {
    byte[] bytes = original.clone();
    int length = Math.min(1 + random.nextInt(40), Math.min(bytes.length, source.length));
    if (length > 0) {
      System.arraycopy(
          source,
          random.nextInt(source.length - length + 1),
          bytes,
          Math.min(position(bytes), bytes.length - length),
          length);
    }
    return bytes;
  }

  /** Removes or inserts bytes, so that everything behind them moves. */
  private byte[] splice(byte[] bytes, byte[] other) {
    int at = position(bytes);
    int removed = Math.min(random.nextInt(8), bytes.length - at);
    int inserted = Math.min(random.nextInt(30), other.length);
    int from = random.nextInt(other.length - inserted + 1);
    return join(
        Arrays.copyOf(bytes, at),
        Arrays.copyOfRange(other, from, from + inserted),
        Arrays.copyOfRange(bytes, at + removed, bytes.length));
  }

  private byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, position(bytes));
  }

  /** As {@link #splice} in one section, whose size is made to fit again. */
  private byte[] spliceSection(byte[] bytes, byte[] other) {
    List<byte[]> sections = sections(bytes);
    if (sections.isEmpty()) {
      return bytes;
    }
    int at = random.nextInt(sections.size());
    byte[] section = sections.get(at);
    int header = 1;
    while (section[header++] < 0) {}
    byte[] body = Arrays.copyOfRange(section, header, section.length);
    if (body.length > 0) {
      body = splice(body, other);
    }
    byte[] size = new byte[5];
    for (int i = 0; i < size.length; i++) {
      size[i] = (byte) ((body.length >>> (7 * i) & 0x7f) | (i < 4 ? 0x80 : 0));
    }
    sections.set(at, join(new byte[] {section[0]}, size, body));
    sections.add(0, Arrays.copyOf(bytes, PREAMBLE));
    return join(sections.toArray(byte[][]::new));
  }

  /** Puts a number of five bytes over others: a count, an index or a size far too large. */
  private byte[] hugeNumber(byte[] original) {
    byte[] bytes = original.clone();
    int at = position(bytes);
    int[] number = {0xff, 0xff, random.nextInt(0x80) | 0x80, random.nextInt(0x80) | 0x80, 0x0f};
    for (int i = 0; i < number.length && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) number[i];
    }
    return bytes;
  }

  /** Removes, doubles or moves a whole section. */
  private byte[] shuffleSections(byte[] bytes) {
    List<byte[]> sections = sections(bytes);
    if (sections.isEmpty()) {
      return bytes;
    }
    int at = random.nextInt(sections.size());
    switch (random.nextInt(3)) {
      case 0 -> sections.remove(at);
      case 1 -> sections.add(random.nextInt(sections.size()), sections.get(at));
      default -> sections.add(random.nextInt(sections.size()), sections.remove(at));
    }
    sections.add(0, Arrays.copyOf(bytes, PREAMBLE));
    return join(sections.toArray(byte[][]::new));
  }

  /** The top-level sections, as far as their sizes can be believed. */
  private static List<byte[]> sections(byte[] bytes) {
    List<byte[]> sections = new ArrayList<>();
    int at = PREAMBLE;
    while (at < bytes.length) {
      int position = at + 1;
      long size = 0;
      for (int shift = 0; position < bytes.length && shift < 35; shift += 7) {
        int octet = bytes[position++];
        size |= (octet & 0x7fL) << shift;
        if (octet >= 0) {
          break;
        }
      }
      if (position == at + 1 || bytes[position - 1] < 0 || size > bytes.length - position) {
        break;
      }
      int end = position + (int) size;
      sections.add(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
    return sections;
  }

  private static byte[] join(byte[]... parts) {
    byte[] joined = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
