package dev.mortise.loader.compile.body;

import java.io.ByteArrayOutputStream;

/** Writes numbers as core modules have them (core spec, "Binary Format: Integers"). */
public final class Leb128 {
  private Leb128() {}

  /** Writes a number without sign, in as few bytes as it takes. */
  public static void u32(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest < 0 || rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
