package dev.mortise.loader.decode;

import dev.mortise.runtime.error.Diagnostic;

/** Reads the eight bytes that tell a component from a core module and from anything else. */
final class Preamble {
  private static final int MAGIC = 0x6d736100;
  private static final int MODULE = 0x00000001;
  private static final int COMPONENT = 0x0001000d;

  private Preamble() {}

  /** The preamble of a component. */
  static void component(ByteReader in) {
    int start = in.position();
    magic(in, "component");
    int version = in.fixed32("version");
    if (version == COMPONENT) {
      return;
    }
    if (version == MODULE) {
      throw in.malformed(
          in.at(start, Malformed.NOT_A_COMPONENT, "file")
              .expecting("a component (layer 1)", "a core module (layer 0)")
              .because("a core module has no WIT types, so there is nothing typed to call")
              .withHint(
                  "To make a component of it: wasm-tools component new, or npx"
                      + " @bytecodealliance/jco new"));
    }
    throw version(in, start + 4, version, "a version header for a component, 0d 00 01 00");
  }

  /** The preamble of a core module. */
  static void module(ByteReader in) {
    int start = in.position();
    magic(in, "core module");
    int version = in.fixed32("version");
    if (version == MODULE) {
      return;
    }
    if (version == COMPONENT) {
      throw in.malformed(
          in.at(start, Malformed.NOT_A_MODULE, "core module")
              .expecting("a version header for a module, 01 00 00 00", "that of a component")
              .because("a nested component stands in a component section"));
    }
    throw version(in, start + 4, version, "a version header for a module, 01 00 00 00");
  }

  private static RuntimeException version(ByteReader in, int at, int version, String expected) {
    return in.malformed(
        in.at(at, Malformed.UNKNOWN_VERSION, "version")
            .expecting(expected, bytes(version))
            .because("unknown binary version"));
  }

  private static void magic(ByteReader in, String what) {
    int start = in.position();
    if (in.atEnd()) {
      throw in.malformed(
          in.at(start, Malformed.UNEXPECTED_END, what)
              .expecting("the magic bytes 00 61 73 6d", "no bytes at all"));
    }
    int first = in.peek("magic");
    boolean looksLikeText = in.looksLikeText();
    int magic = in.remaining() < 4 ? first : in.fixed32("magic");
    if (magic == MAGIC) {
      return;
    }
    Diagnostic finding =
        in.at(start, Malformed.BAD_MAGIC, what)
            .expecting(
                "the magic bytes 00 61 73 6d",
                in.end() - start < 4 ? "a file of " + (in.end() - start) + " bytes" : bytes(magic));
    throw in.malformed(
        looksLikeText
            ? finding
                .because("this looks like text")
                .withHint("To make a binary of component text: npx @bytecodealliance/jco parse")
            : finding);
  }

  private static String bytes(int value) {
    return String.format(
        "%02x %02x %02x %02x", value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >>> 24);
  }
}
