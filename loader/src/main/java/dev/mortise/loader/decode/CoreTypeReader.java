package dev.mortise.loader.decode;

import dev.mortise.loader.model.CoreExternDesc;
import dev.mortise.loader.model.CoreRecGroup;
import dev.mortise.loader.model.CoreRecGroup.CompType;
import dev.mortise.loader.model.CoreRecGroup.Field;
import dev.mortise.loader.model.CoreRecGroup.SubType;
import dev.mortise.loader.model.CoreValTypeRef;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads core types as components and core modules share them (core spec, "Types"). */
final class CoreTypeReader {
  private static final int REC = 0x4e;
  private static final int SUB_FINAL = 0x4f;
  private static final int SUB = 0x50;
  private static final int ARRAY = 0x5e;
  private static final int STRUCT = 0x5f;
  private static final int FUNC = 0x60;
  private static final int REF_NULL = 0x63;
  private static final int REF = 0x64;
  private static final int SHARED = 0x65;

  private CoreTypeReader() {}

  /** A recursion group: {@code rec}, or one subtype by itself. */
  static CoreRecGroup recGroup(ByteReader in) {
    if (in.accept(REC)) {
      return new CoreRecGroup(
          in.vec("core types", Limits.REC_GROUP_TYPES, CoreTypeReader::subType), true);
    }
    return new CoreRecGroup(List.of(subType(in)), false);
  }

  /**
   * A non-final subtype behind the prefix {@code 0x00} that a component writes to tell it from a
   * module type (Binary.md, {@code core:deftype}).
   */
  static CoreRecGroup prefixedSubType(ByteReader in) {
    int start = in.position();
    in.expect(SUB, "non-final sub type");
    return new CoreRecGroup(List.of(subTypeBody(in, start, false)), false);
  }

  private static SubType subType(ByteReader in) {
    int start = in.position();
    if (in.accept(SUB)) {
      return subTypeBody(in, start, false);
    }
    if (in.accept(SUB_FINAL)) {
      return subTypeBody(in, start, true);
    }
    return new SubType(start, true, List.of(), in.accept(SHARED), compType(in));
  }

  private static SubType subTypeBody(ByteReader in, int start, boolean isFinal) {
    List<Long> supertypes = in.vec("supertypes", 1, r -> r.u32("supertype index"));
    return new SubType(start, isFinal, supertypes, in.accept(SHARED), compType(in));
  }

  private static CompType compType(ByteReader in) {
    int start = in.position();
    int form = in.u8("core type");
    return switch (form) {
      case FUNC ->
          new CompType.Func(
              in.vec("parameters", Limits.PARAMETERS, CoreTypeReader::valType),
              in.vec("results", Limits.PARAMETERS, CoreTypeReader::valType));
      case STRUCT ->
          new CompType.Struct(in.vec("fields", Limits.STRUCT_FIELDS, CoreTypeReader::field));
      case ARRAY -> new CompType.Array(field(in));
      default ->
          throw in.leadingByte(
              start, form, "core type", "0x60 (func), 0x5f (struct) or 0x5e (array)");
    };
  }

  private static Field field(ByteReader in) {
    int code = in.peek("field type");
    if (code == 0x78 || code == 0x77) {
      in.skip(1, "field type");
      return new Field(code == 0x78 ? "i8" : "i16", null, in.flag("mutability"));
    }
    CoreValTypeRef type = valType(in);
    return new Field(null, type, in.flag("mutability"));
  }

  /** A value type. */
  static CoreValTypeRef valType(ByteReader in) {
    int start = in.position();
    int code = in.u8("core value type");
    CoreValType.@Nullable Num num =
        switch (code) {
          case 0x7f -> CoreValType.Num.I32;
          case 0x7e -> CoreValType.Num.I64;
          case 0x7d -> CoreValType.Num.F32;
          case 0x7c -> CoreValType.Num.F64;
          case 0x7b -> CoreValType.Num.V128;
          default -> null;
        };
    return num != null ? new CoreValTypeRef.Plain(num) : refType(in, start, code);
  }

  /** A reference type. */
  static CoreValTypeRef refType(ByteReader in) {
    int start = in.position();
    return refType(in, start, in.u8("reference type"));
  }

  private static CoreValTypeRef refType(ByteReader in, int start, int code) {
    if (code == REF || code == REF_NULL) {
      return heapType(in, code == REF_NULL);
    }
    String heap = code == SHARED ? sharedHeapType(in) : abstractHeapType(code);
    if (heap == null) {
      throw in.leadingByte(start, code, "core value type", "the code of a value type");
    }
    return new CoreValTypeRef.Plain(new CoreValType.Ref(true, heap));
  }

  private static CoreValTypeRef heapType(ByteReader in, boolean nullable) {
    int start = in.position();
    int code = in.peek("heap type");
    if (in.accept(SHARED)) {
      return new CoreValTypeRef.Plain(new CoreValType.Ref(nullable, sharedHeapType(in)));
    }
    String heap = abstractHeapType(code);
    if (heap != null) {
      in.skip(1, "heap type");
      return new CoreValTypeRef.Plain(new CoreValType.Ref(nullable, heap));
    }
    long index = in.s33("heap type");
    if (index < 0) {
      throw in.leadingByte(start, code, "heap type", "a type index or the code of a heap type");
    }
    return new CoreValTypeRef.Concrete(nullable, index);
  }

  /** Skips a value type. */
  static void skipValType(ByteReader in) {
    CoreValTypeRef unused = valType(in);
  }

  /** Skips a reference type. */
  static void skipRefType(ByteReader in) {
    CoreValTypeRef unused = refType(in);
  }

  /** Skips a heap type, as {@code ref.null} has one. */
  static void skipHeapType(ByteReader in) {
    CoreValTypeRef unused = heapType(in, true);
  }

  private static String sharedHeapType(ByteReader in) {
    int start = in.position();
    int code = in.u8("heap type");
    String heap = abstractHeapType(code);
    if (heap == null) {
      throw in.leadingByte(start, code, "heap type", "the code of a heap type");
    }
    return "shared " + heap;
  }

  private static @Nullable String abstractHeapType(int code) {
    return switch (code) {
      case 0x70 -> "func";
      case 0x6f -> "extern";
      case 0x6e -> "any";
      case 0x6d -> "eq";
      case 0x6c -> "i31";
      case 0x6b -> "struct";
      case 0x6a -> "array";
      case 0x69 -> "exn";
      case 0x71 -> "none";
      case 0x72 -> "noextern";
      case 0x73 -> "nofunc";
      case 0x74 -> "noexn";
      default -> null;
    };
  }

  /** The type of a core import, or of an export in a module type. */
  static CoreExternDesc externDesc(ByteReader in) {
    int start = in.position();
    int kind = in.u8("core external kind");
    return switch (kind) {
      case 0x00 -> new CoreExternDesc.Func(in.u32("type index"));
      case 0x01 -> table(in);
      case 0x02 -> memory(in);
      case 0x03 -> global(in);
      case 0x04 -> tag(in);
      default ->
          throw in.leadingByte(
              start,
              kind,
              "core external kind",
              "0x00 (func), 0x01 (table), 0x02 (memory), 0x03 (global) or 0x04 (tag)");
    };
  }

  static CoreExternDesc.Tag tag(ByteReader in) {
    in.expect(0x00, "tag attribute");
    return new CoreExternDesc.Tag(in.u32("type index"));
  }

  static CoreExternDesc.Table table(ByteReader in) {
    CoreValTypeRef element = refType(in);
    int start = in.position();
    int flags = in.u8("table limits");
    if (flags > 0x07) {
      throw in.leadingByte(start, flags, "table limits", "flags of 0x00 to 0x07");
    }
    boolean is64 = (flags & 0x04) != 0;
    return new CoreExternDesc.Table(
        element, limits(in, flags, is64, "table size"), is64, (flags & 0x02) != 0);
  }

  static CoreExternDesc.Memory memory(ByteReader in) {
    int start = in.position();
    int flags = in.u8("memory limits");
    if (flags > 0x0f) {
      throw in.leadingByte(start, flags, "memory limits", "flags of 0x00 to 0x0f");
    }
    boolean is64 = (flags & 0x04) != 0;
    CoreExternType.Limits limits = limits(in, flags, is64, "memory size");
    int pageSizeLog2 = 16;
    if ((flags & 0x08) != 0) {
      int at = in.position();
      long log2 = in.u32("page size");
      if (log2 != 0 && log2 != 16) {
        throw in.limit(at, "page size", "as a power of two (0 or 16)", 16, log2);
      }
      pageSizeLog2 = (int) log2;
    }
    return new CoreExternDesc.Memory(
        new CoreExternType.Memory(limits, is64, (flags & 0x02) != 0, pageSizeLog2));
  }

  private static CoreExternType.Limits limits(ByteReader in, int flags, boolean is64, String what) {
    long minimum = is64 ? in.u64(what) : in.u32(what);
    Long maximum = null;
    if ((flags & 0x01) != 0) {
      maximum = is64 ? in.u64(what) : in.u32(what);
    }
    return new CoreExternType.Limits(minimum, maximum);
  }

  static CoreExternDesc.Global global(ByteReader in) {
    CoreValTypeRef type = valType(in);
    return new CoreExternDesc.Global(type, in.flag("mutability"));
  }
}
