package dev.mortise.loader.decode;

import dev.mortise.loader.model.CoreInstanceExpr;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.InstanceExpr;

/** Reads core instances and component instances (Binary.md, "Instance Definitions"). */
final class InstanceReader {
  private static final String FORMS = "0x00 (instantiate) or 0x01 (inline exports)";

  private InstanceReader() {}

  static CoreInstanceExpr core(ByteReader in) {
    int start = in.position();
    int form = in.u8("core instance");
    return switch (form) {
      case 0x00 ->
          new CoreInstanceExpr.Instantiate(
              new Index.CoreModule(in.u32("core module index")),
              in.vec(
                  "instantiation arguments",
                  Limits.INSTANTIATION_ARGUMENTS,
                  InstanceReader::coreArgument));
      case 0x01 ->
          new CoreInstanceExpr.Inline(
              in.vec("inline exports", Limits.INLINE_EXPORTS, InstanceReader::coreExport));
      default -> throw in.leadingByte(start, form, "core instance", FORMS);
    };
  }

  private static CoreInstanceExpr.Argument coreArgument(ByteReader in) {
    int start = in.position();
    String name = in.name("instantiation argument name");
    in.expect(0x12, "instantiation arg kind");
    Index.CoreInstance instance = new Index.CoreInstance(in.u32("core instance index"));
    return new CoreInstanceExpr.Argument(start, name, instance);
  }

  private static CoreInstanceExpr.Export coreExport(ByteReader in) {
    int start = in.position();
    String name = in.name("inline export name");
    return new CoreInstanceExpr.Export(start, name, SortReader.coreSortIndex(in));
  }

  static InstanceExpr component(ByteReader in) {
    int start = in.position();
    int form = in.u8("instance");
    return switch (form) {
      case 0x00 ->
          new InstanceExpr.Instantiate(
              new Index.Component(in.u32("component index")),
              in.vec(
                  "instantiation arguments",
                  Limits.INSTANTIATION_ARGUMENTS,
                  InstanceReader::argument));
      case 0x01 ->
          new InstanceExpr.Inline(
              in.vec("inline exports", Limits.INLINE_EXPORTS, InstanceReader::export));
      default -> throw in.leadingByte(start, form, "instance", FORMS);
    };
  }

  private static InstanceExpr.Argument argument(ByteReader in) {
    int start = in.position();
    String name = in.name("instantiation argument name");
    return new InstanceExpr.Argument(start, name, SortReader.sortIndex(in));
  }

  private static InstanceExpr.Export export(ByteReader in) {
    int start = in.position();
    ExternName name = ExternReader.name(in);
    return new InstanceExpr.Export(start, name, SortReader.sortIndex(in));
  }
}
