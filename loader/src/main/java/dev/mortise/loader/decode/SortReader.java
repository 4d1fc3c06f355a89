package dev.mortise.loader.decode;

import dev.mortise.loader.model.Sort;
import dev.mortise.loader.model.SortIndex;

/** Reads sorts (Binary.md, {@code sort} and {@code core:sort}). */
final class SortReader {
  private SortReader() {}

  /** A sort with an index. */
  static SortIndex sortIndex(ByteReader in) {
    Sort sort = sort(in, "component external kind");
    return new SortIndex(sort, in.u32("index"));
  }

  /** A core sort with an index, where a core instance exports it. */
  static SortIndex coreSortIndex(ByteReader in) {
    Sort sort = coreExternal(in);
    return new SortIndex(sort, in.u32("index"));
  }

  /** The sort of something that a component imports or exports: of the core sorts only modules. */
  static Sort sort(ByteReader in, String what) {
    int start = in.position();
    int code = in.u8(what);
    return switch (code) {
      case 0x00 -> {
        in.expect(0x11, what);
        yield Sort.CORE_MODULE;
      }
      case 0x01 -> Sort.FUNC;
      case 0x02 -> Sort.VALUE;
      case 0x03 -> Sort.TYPE;
      case 0x04 -> Sort.COMPONENT;
      case 0x05 -> Sort.INSTANCE;
      default ->
          throw in.leadingByte(
              start,
              code,
              what,
              "0x00 (core), 0x01 (func), 0x02 (value), 0x03 (type), 0x04 (component) or 0x05"
                  + " (instance)");
    };
  }

  /** The sort of something that a core module or instance exports. */
  static Sort coreExternal(ByteReader in) {
    int start = in.position();
    int code = in.u8("core external kind");
    return switch (code) {
      case 0x00 -> Sort.CORE_FUNC;
      case 0x01 -> Sort.CORE_TABLE;
      case 0x02 -> Sort.CORE_MEMORY;
      case 0x03 -> Sort.CORE_GLOBAL;
      case 0x04 -> Sort.CORE_TAG;
      default ->
          throw in.leadingByte(
              start,
              code,
              "core external kind",
              "0x00 (func), 0x01 (table), 0x02 (memory), 0x03 (global) or 0x04 (tag)");
    };
  }

  /** The sort of an alias, before it is known which kind of alias it is. */
  static Sort any(ByteReader in) {
    int start = in.position();
    int code = in.u8("alias sort");
    if (code != 0x00) {
      return switch (code) {
        case 0x01 -> Sort.FUNC;
        case 0x02 -> Sort.VALUE;
        case 0x03 -> Sort.TYPE;
        case 0x04 -> Sort.COMPONENT;
        case 0x05 -> Sort.INSTANCE;
        default -> throw in.leadingByte(start, code, "alias sort", "a sort, 0x00 to 0x05");
      };
    }
    int at = in.position();
    int core = in.u8("core alias sort");
    return switch (core) {
      case 0x00 -> Sort.CORE_FUNC;
      case 0x01 -> Sort.CORE_TABLE;
      case 0x02 -> Sort.CORE_MEMORY;
      case 0x03 -> Sort.CORE_GLOBAL;
      case 0x04 -> Sort.CORE_TAG;
      case 0x10 -> Sort.CORE_TYPE;
      case 0x11 -> Sort.CORE_MODULE;
      case 0x12 -> Sort.CORE_INSTANCE;
      default -> throw in.leadingByte(at, core, "core alias sort", "0x00 to 0x04, or 0x10 to 0x12");
    };
  }
}
