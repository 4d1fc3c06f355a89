package dev.mortise.loader.decode;

/**
 * Passes over the segments of a core module (core spec, "Element Section", "Data Section"). The
 * engine believes their counts and makes room for as much, so they are held here against limits and
 * against what follows.
 */
final class SegmentReader {
  private static final String ELEMENT = "element segment";
  private static final String DATA = "data segment";

  /** Passive or declarative: it names no table and no place in it. */
  private static final int INACTIVE = 0b001;

  /** Active: a table is named; not active: declarative. Either way a kind or type is written. */
  private static final int EXPLICIT = 0b010;

  /** The elements are expressions and not function indices. */
  private static final int EXPRESSIONS = 0b100;

  private SegmentReader() {}

  static void skipElements(ByteReader in) {
    int start = in.position();
    long flags = in.u32(ELEMENT);
    if (flags > 0b111) {
      throw in.malformed(
          in.at(start, Malformed.INVALID_LEADING_BYTE, ELEMENT)
              .expecting("flags of 0 to 7", String.valueOf(flags)));
    }
    if ((flags & INACTIVE) == 0) {
      if ((flags & EXPLICIT) != 0) {
        in.skipU32("table index");
      }
      ConstantExpression.skip(in);
    }
    boolean expressions = (flags & EXPRESSIONS) != 0;
    if ((flags & (INACTIVE | EXPLICIT)) != 0) {
      if (expressions) {
        CoreTypeReader.skipRefType(in);
      } else {
        in.expect(0x00, "element kind");
      }
    }
    int count = in.count("elements", Limits.SEGMENT_ELEMENTS);
    for (int i = 0; i < count; i++) {
      if (expressions) {
        ConstantExpression.skip(in);
      } else {
        in.skipU32("function index");
      }
    }
  }

  static void skipData(ByteReader in) {
    int start = in.position();
    long mode = in.u32(DATA);
    if (mode > 2) {
      throw in.malformed(
          in.at(start, Malformed.INVALID_LEADING_BYTE, DATA)
              .expecting(
                  "0 (active), 1 (passive) or 2 (active, of a memory)", String.valueOf(mode)));
    }
    if (mode == 2) {
      in.skipU32("memory index");
    }
    if (mode != 1) {
      ConstantExpression.skip(in);
    }
    in.skip(in.u32("data length"), DATA);
  }
}
