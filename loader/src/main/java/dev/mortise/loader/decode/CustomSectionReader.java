package dev.mortise.loader.decode;

import dev.mortise.loader.model.CustomSection;

/** Reads a custom section: its name, and where its content lies. */
final class CustomSectionReader {
  private CustomSectionReader() {}

  static CustomSection read(ByteReader in) {
    String name = in.name("custom section name");
    return new CustomSection(name, in.position(), in.end());
  }
}
