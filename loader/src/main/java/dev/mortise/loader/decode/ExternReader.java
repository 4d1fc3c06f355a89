package dev.mortise.loader.decode;

import dev.mortise.loader.model.ExternDesc;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.model.ExternName.Attribute;
import dev.mortise.loader.model.Index;

/**
 * Reads the names and types of imports and exports (Binary.md, "Import and Export Definitions").
 */
final class ExternReader {
  private ExternReader() {}

  /** A name with its attributes ({@code nameattributes}). */
  static ExternName name(ByteReader in) {
    int start = in.position();
    int form = in.u8("component name");
    return switch (form) {
      case 0x00, 0x01 -> new ExternName(start, in.name("extern name"));
      case 0x02 -> attributed(in, start);
      default -> throw in.leadingByte(start, form, "component name", "0x00, 0x01 or 0x02");
    };
  }

  private static ExternName attributed(ByteReader in, int start) {
    String name = in.name("extern name");
    if (!in.has(Feature.CM_IMPLEMENTS) && !in.has(Feature.CM_CANON_NAMES)) {
      throw in.malformed(
          in.at(start, Malformed.FEATURE_REQUIRED, "component name")
              .because("attributes of names are gated: the `cm-implements` feature is not active")
              .withHint("To admit it, switch on the feature " + Feature.CM_IMPLEMENTS));
    }
    return new ExternName(
        start, name, in.vec("name attributes", Limits.ATTRIBUTES, ExternReader::attribute));
  }

  private static Attribute attribute(ByteReader in) {
    int start = in.position();
    int kind = in.u8("name option");
    return switch (kind) {
      case 0x00 -> new Attribute.Implements(in.name("implements attribute"));
      case 0x01 -> new Attribute.VersionSuffix(in.name("versionsuffix attribute"));
      case 0x02 -> new Attribute.ExternalId(in.name("external-id attribute"));
      default ->
          throw in.leadingByte(
              start,
              kind,
              "name option",
              "0x00 (implements), 0x01 (versionsuffix) or 0x02 (external-id)");
    };
  }

  /** The type of an import or export ({@code externtype}). */
  static ExternDesc desc(ByteReader in) {
    int start = in.position();
    int kind = in.u8("component external kind");
    return switch (kind) {
      case 0x00 -> {
        in.expect(0x11, "component external kind");
        yield new ExternDesc.Module(new Index.CoreType(in.u32("core type index")));
      }
      case 0x01 -> new ExternDesc.Func(TypeReader.typeIndex(in));
      case 0x02 -> value(in);
      case 0x03 -> type(in);
      case 0x04 -> new ExternDesc.Component(TypeReader.typeIndex(in));
      case 0x05 -> new ExternDesc.Instance(TypeReader.typeIndex(in));
      default ->
          throw in.leadingByte(
              start,
              kind,
              "component external kind",
              "0x00 (core module), 0x01 (func), 0x02 (value), 0x03 (type), 0x04 (component) or"
                  + " 0x05 (instance)");
    };
  }

  private static ExternDesc value(ByteReader in) {
    if (in.has(Feature.WASM_TOOLS_ENCODINGS)) {
      return new ExternDesc.Value(TypeReader.valType(in));
    }
    int start = in.position();
    int bound = in.u8("value bound");
    return switch (bound) {
      case 0x00 -> new ExternDesc.ValueEq(new Index.Value(in.u32("value index")));
      case 0x01 -> new ExternDesc.Value(TypeReader.valType(in));
      default ->
          throw in.malformed(
              in.at(start, Malformed.INVALID_LEADING_BYTE, "value bound")
                  .expecting("0x00 (eq) or 0x01 (type)", ByteReader.hex(bound))
                  .withHint(
                      TypeReader.isPrimitive(bound)
                          ? "This may be a type as wasm-tools writes it, without a bound: to admit"
                              + " it, switch on the feature "
                              + Feature.WASM_TOOLS_ENCODINGS
                          : null));
    };
  }

  private static ExternDesc type(ByteReader in) {
    int start = in.position();
    int bound = in.u8("type bound");
    return switch (bound) {
      case 0x00 -> new ExternDesc.TypeEq(TypeReader.typeIndex(in));
      case 0x01 -> new ExternDesc.SubResource();
      default ->
          throw in.leadingByte(start, bound, "type bound", "0x00 (eq) or 0x01 (sub resource)");
    };
  }
}
