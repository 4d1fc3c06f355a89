package dev.mortise.loader.decode;

import dev.mortise.loader.model.Alias;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.Sort;

/** Reads aliases (Binary.md, "Alias Definitions"). */
final class AliasReader {
  private AliasReader() {}

  static Alias read(ByteReader in) {
    int start = in.position();
    Sort sort = SortReader.any(in);
    int at = in.position();
    int kind = in.u8("alias");
    return switch (kind) {
      case 0x00 -> {
        if (sort.isCore() && sort != Sort.CORE_MODULE) {
          throw wrongSort(in, start, sort, "component external kind", "a component-level sort");
        }
        Index.Instance instance = new Index.Instance(in.u32("instance index"));
        yield new Alias.Export(sort, instance, in.name("alias name"));
      }
      case 0x01 -> {
        switch (sort) {
          case CORE_FUNC, CORE_TABLE, CORE_MEMORY, CORE_GLOBAL, CORE_TAG -> {}
          default ->
              throw wrongSort(
                  in, start, sort, "core external kind", "func, table, memory, global or tag");
        }
        Index.CoreInstance instance = new Index.CoreInstance(in.u32("core instance index"));
        yield new Alias.CoreExport(sort, instance, in.name("alias name"));
      }
      case 0x02 -> {
        switch (sort) {
          case CORE_MODULE, CORE_TYPE, TYPE, COMPONENT -> {}
          default ->
              throw wrongSort(
                  in,
                  start,
                  sort,
                  "component outer alias kind",
                  "core module, core type, type or component");
        }
        long count = in.u32("outer alias count");
        yield new Alias.Outer(sort, count, in.u32("outer alias index"));
      }
      default ->
          throw in.leadingByte(
              at, kind, "alias", "0x00 (export), 0x01 (core export) or 0x02 (outer)");
    };
  }

  private static RuntimeException wrongSort(
      ByteReader in, int start, Sort sort, String what, String expected) {
    return in.malformed(
        in.at(start, Malformed.INVALID_LEADING_BYTE, what).expecting(expected, sort.toString()));
  }
}
