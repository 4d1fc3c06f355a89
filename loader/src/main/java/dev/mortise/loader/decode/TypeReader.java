package dev.mortise.loader.decode;

import dev.mortise.loader.model.CoreValTypeRef;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.TypeDecl;
import dev.mortise.loader.model.TypeExpr;
import dev.mortise.loader.model.ValTypeRef;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads type definitions (Binary.md, "Type Definitions"). */
final class TypeReader {
  private TypeReader() {}

  /** A definition of the type section. */
  static TypeExpr read(ByteReader in) {
    return read(in, 0);
  }

  private static TypeExpr read(ByteReader in, int depth) {
    int start = in.position();
    if (depth > Limits.NESTING_DEPTH) {
      throw in.limit(start, "type", "levels of nesting", Limits.NESTING_DEPTH, depth);
    }
    int code = in.u8("component defined type");
    return switch (code) {
      case 0x3f -> resource(in);
      case 0x40 -> func(in, false);
      case 0x43 -> func(in, true);
      case 0x41 ->
          new TypeExpr.Component(
              in.vec("type declarations", Limits.DECLARATIONS, r -> componentDecl(r, depth)));
      case 0x42 ->
          new TypeExpr.Instance(
              in.vec("type declarations", Limits.DECLARATIONS, r -> instanceDecl(r, depth)));
      default -> defined(in, start, code);
    };
  }

  private static TypeExpr defined(ByteReader in, int start, int code) {
    return switch (code) {
      case 0x72 -> new TypeExpr.RecordOf(in.vec("fields", Limits.MEMBERS, TypeReader::labelled));
      case 0x71 -> new TypeExpr.VariantOf(in.vec("cases", Limits.MEMBERS, TypeReader::variantCase));
      case 0x70 -> new TypeExpr.ListOf(valType(in));
      case 0x67 -> {
        ValTypeRef element = valType(in);
        yield new TypeExpr.FixedLengthListOf(element, in.u32("list length"));
      }
      case 0x63 -> {
        ValTypeRef key = valType(in);
        yield new TypeExpr.MapOf(key, valType(in));
      }
      case 0x6f -> new TypeExpr.TupleOf(in.vec("elements", Limits.MEMBERS, TypeReader::valType));
      case 0x6e -> new TypeExpr.FlagsOf(in.vec("labels", Limits.MEMBERS, TypeReader::label));
      case 0x6d -> new TypeExpr.EnumOf(in.vec("labels", Limits.MEMBERS, TypeReader::label));
      case 0x6b -> new TypeExpr.OptionOf(valType(in));
      case 0x6a -> {
        ValTypeRef ok = optionalValType(in);
        yield new TypeExpr.ResultOf(ok, optionalValType(in));
      }
      case 0x69 -> new TypeExpr.Own(typeIndex(in));
      case 0x68 -> new TypeExpr.Borrow(typeIndex(in));
      case 0x66 -> new TypeExpr.StreamOf(optionalValType(in));
      case 0x65 -> new TypeExpr.FutureOf(optionalValType(in));
      default -> {
        PrimType primitive = primitive(code);
        if (primitive == null) {
          throw in.leadingByte(start, code, "component defined type", "the code of a type");
        }
        yield new TypeExpr.Prim(primitive);
      }
    };
  }

  private static TypeExpr resource(ByteReader in) {
    int start = in.position();
    CoreValTypeRef rep = CoreTypeReader.valType(in);
    if (!(rep instanceof CoreValTypeRef.Plain plain && plain.type() instanceof CoreValType.Num)) {
      throw in.leadingByte(start, in.peek("resource"), "resource representation", "i32 or i64");
    }
    Index.CoreFunc destructor = null;
    if (in.flag("resource destructor")) {
      destructor = new Index.CoreFunc(in.u32("core function index"));
    }
    return new TypeExpr.Resource(plain.type(), destructor);
  }

  private static TypeExpr func(ByteReader in, boolean async) {
    List<TypeExpr.Labelled> params = in.vec("parameters", Limits.PARAMETERS, TypeReader::labelled);
    return new TypeExpr.Func(async, params, resultList(in));
  }

  /** A result list: one type, or none. */
  static @Nullable ValTypeRef resultList(ByteReader in) {
    int start = in.position();
    int form = in.u8("component function results");
    switch (form) {
      case 0x00 -> {
        return valType(in);
      }
      case 0x01 -> {
        in.expect(0x00, "number of results");
        return null;
      }
      default ->
          throw in.leadingByte(
              start, form, "component function results", "0x00 (one) or 0x01 (none)");
    }
  }

  private static TypeExpr.Labelled labelled(ByteReader in) {
    int start = in.position();
    String label = in.name("label");
    return new TypeExpr.Labelled(start, label, valType(in));
  }

  private static TypeExpr.Case variantCase(ByteReader in) {
    int start = in.position();
    String label = in.name("label");
    ValTypeRef payload = optionalValType(in);
    in.expect(0x00, "zero byte required");
    return new TypeExpr.Case(start, label, payload);
  }

  private static TypeExpr.Label label(ByteReader in) {
    int start = in.position();
    return new TypeExpr.Label(start, in.name("label"));
  }

  static Index.Type typeIndex(ByteReader in) {
    return new Index.Type(in.u32("type index"));
  }

  private static @Nullable ValTypeRef optionalValType(ByteReader in) {
    int start = in.position();
    int form = in.u8("optional component value type");
    return switch (form) {
      case 0x00 -> null;
      case 0x01 -> valType(in);
      default -> throw in.leadingByte(start, form, "optional component value type", "0x00 or 0x01");
    };
  }

  /** A value type: a type index, or a negative code of a primitive type. */
  static ValTypeRef valType(ByteReader in) {
    int start = in.position();
    int code = in.peek("component value type");
    PrimType primitive = primitive(code);
    if (primitive != null) {
      in.skip(1, "component value type");
      return new ValTypeRef.Prim(primitive);
    }
    long index = in.s33("component value type");
    if (index < 0) {
      throw in.leadingByte(
          start, code, "component value type", "a type index or the code of a primitive type");
    }
    return new ValTypeRef.Ref(new Index.Type(index));
  }

  /** Whether a byte is the code of a primitive type. */
  static boolean isPrimitive(int code) {
    return primitive(code) != null;
  }

  private static @Nullable PrimType primitive(int code) {
    return switch (code) {
      case 0x7f -> PrimType.BOOL;
      case 0x7e -> PrimType.S8;
      case 0x7d -> PrimType.U8;
      case 0x7c -> PrimType.S16;
      case 0x7b -> PrimType.U16;
      case 0x7a -> PrimType.S32;
      case 0x79 -> PrimType.U32;
      case 0x78 -> PrimType.S64;
      case 0x77 -> PrimType.U64;
      case 0x76 -> PrimType.F32;
      case 0x75 -> PrimType.F64;
      case 0x74 -> PrimType.CHAR;
      case 0x73 -> PrimType.STRING;
      case 0x64 -> PrimType.ERROR_CONTEXT;
      default -> null;
    };
  }

  private static TypeDecl componentDecl(ByteReader in, int depth) {
    int start = in.position();
    if (in.accept(0x03)) {
      return new TypeDecl.Import(start, ExternReader.name(in), ExternReader.desc(in));
    }
    return instanceDecl(in, depth);
  }

  private static TypeDecl instanceDecl(ByteReader in, int depth) {
    int start = in.position();
    int kind = in.u8("component or instance type declaration");
    return switch (kind) {
      case 0x00 -> new TypeDecl.CoreType(start, CoreTypeDefReader.read(in));
      case 0x01 -> new TypeDecl.Type(start, read(in, depth + 1));
      case 0x02 -> new TypeDecl.AliasDecl(start, AliasReader.read(in));
      case 0x04 -> new TypeDecl.Export(start, ExternReader.name(in), ExternReader.desc(in));
      default ->
          throw in.leadingByte(
              start,
              kind,
              "component or instance type declaration",
              "0x00 (core type), 0x01 (type), 0x02 (alias), 0x03 (import, in component types) or"
                  + " 0x04 (export)");
    };
  }
}
