package dev.mortise.classgen.mapping;

import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An interface with every kind of type, and names that are not easy in Java. */
public final class Kinds {
  private Kinds() {}

  /** Its Java model. */
  public static JavaModel model() {
    Map<String, ExternType> exports = new LinkedHashMap<>();
    ResourceType counter = ResourceType.imported("counter");
    exports.put("counter", new ExternType.Type(counter));
    NamedType point =
        new NamedType(
            "point",
            new RecordType(
                List.of(
                    new RecordType.Field("x", PrimType.F64),
                    new RecordType.Field("hash-code", PrimType.U32),
                    new RecordType.Field("class", PrimType.U64))));
    exports.put("point", new ExternType.Type(point));
    NamedType shape =
        new NamedType(
            "shape",
            new VariantType(
                List.of(
                    new VariantType.Case("none", null),
                    new VariantType.Case("dots", new ListType(point)),
                    new VariantType.Case("shape", PrimType.CHAR))));
    exports.put("shape", new ExternType.Type(shape));
    NamedType level = new NamedType("level", new EnumType(List.of("a-1", "a1", "default")));
    exports.put("level", new ExternType.Type(level));
    NamedType rights = new NamedType("rights", new FlagsType(List.of("read", "write")));
    exports.put("rights", new ExternType.Type(rights));
    exports.put("id", new ExternType.Type(new NamedType("id", PrimType.U32)));
    exports.put("again", new ExternType.Type(new NamedType("again", point)));
    exports.put(
        "numbers",
        func(
            new ListType(PrimType.S8),
            new ListType(PrimType.U16),
            new ListType(PrimType.U32),
            new ListType(PrimType.U64),
            new ListType(PrimType.F32),
            new ListType(PrimType.BOOL)));
    exports.put("scalars", func(PrimType.U8, PrimType.S16, PrimType.CHAR, PrimType.STRING));
    exports.put(
        "nested",
        func(
            new OptionType(new OptionType(PrimType.BOOL)),
            new ResultType(null, PrimType.STRING),
            new TupleType(List.of(PrimType.U8, shape))));
    exports.put("draw", new FuncType(params(level, rights), new ResultType(shape, level), false));
    exports.put("try-it", new FuncType(params(), new ResultType(null, null), false));
    exports.put(
        "[constructor]counter",
        new FuncType(params(PrimType.U32), new HandleType.Own(counter), false));
    exports.put(
        "[method]counter.close",
        new FuncType(
            List.of(
                new FuncType.Param("self", new HandleType.Borrow(counter)),
                new FuncType.Param("int", PrimType.S32)),
            PrimType.S64,
            false));
    exports.put(
        "[static]counter.merge",
        new FuncType(
            params(new HandleType.Own(counter), new HandleType.Borrow(counter)),
            new HandleType.Own(counter),
            false));
    ComponentType component =
        new ComponentType(
            Map.of(),
            Map.of("test:all/kinds@0.2.3", new InstanceType(exports, List.of())),
            List.of(),
            List.of());
    return JavaMapping.of(component, "all.wasm", null);
  }

  static FuncType func(ValType... params) {
    return new FuncType(params(params), null, false);
  }

  private static List<FuncType.Param> params(ValType... types) {
    return IntStream.range(0, types.length)
        .mapToObj(i -> new FuncType.Param("p" + i, types[i]))
        .toList();
  }
}
