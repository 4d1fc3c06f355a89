package dev.mortise.loader.decode;

import dev.mortise.loader.model.CoreTypeExpr;
import dev.mortise.loader.model.CoreTypeExpr.CoreModuleDecl;

/** Reads the core type definitions of a component (Binary.md, {@code core:type}). */
final class CoreTypeDefReader {
  private static final int MODULE = 0x50;

  private CoreTypeDefReader() {}

  static CoreTypeExpr read(ByteReader in) {
    if (in.accept(0x00)) {
      return new CoreTypeExpr.Rec(CoreTypeReader.prefixedSubType(in));
    }
    if (in.accept(MODULE)) {
      return new CoreTypeExpr.Module(
          in.vec("module declarations", Limits.DECLARATIONS, CoreTypeDefReader::declaration));
    }
    return new CoreTypeExpr.Rec(CoreTypeReader.recGroup(in));
  }

  private static CoreModuleDecl declaration(ByteReader in) {
    int start = in.position();
    int kind = in.u8("type definition");
    return switch (kind) {
      case 0x00 -> {
        String module = in.name("core import module name");
        String name = in.name("core import name");
        yield new CoreModuleDecl.Import(start, module, name, CoreTypeReader.externDesc(in));
      }
      case 0x01 -> new CoreModuleDecl.Type(start, CoreTypeReader.recGroup(in));
      case 0x02 -> {
        in.expect(0x10, "outer alias kind");
        in.expect(0x01, "outer alias target");
        long count = in.u32("outer alias count");
        yield new CoreModuleDecl.OuterAlias(start, count, in.u32("outer alias index"));
      }
      case 0x03 -> {
        String name = in.name("core export name");
        yield new CoreModuleDecl.Export(start, name, CoreTypeReader.externDesc(in));
      }
      default ->
          throw in.leadingByte(
              start,
              kind,
              "type definition",
              "0x00 (import), 0x01 (type), 0x02 (alias) or 0x03 (export)");
    };
  }
}
