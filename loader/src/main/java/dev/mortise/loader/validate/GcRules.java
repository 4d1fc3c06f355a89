package dev.mortise.loader.validate;

import dev.mortise.loader.validate.core.CoreTypeDef;
import dev.mortise.loader.validate.core.CoreTypeInterner;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreTypeId;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gated Canonical ABI over garbage-collected core types: each parameter and result is one core
 * value, and no memory is needed. Numbers are numbers (packed where a field or element holds them),
 * a string is an array of code units, a list an array, a record or tuple a structure of as many
 * fields, a variant an empty structure below which the cases are declared, a handle an {@code
 * externref}.
 */
final class GcRules {
  private static final String ARRAY_OF_BYTES = "(ref null? (array (mut? i8)))";
  private static final String ARRAY_OF_PAIRS = "(ref null? (array (mut? i16)))";

  private final CoreTypeInterner coreTypes;
  private final String where;
  private final boolean wideStrings;

  /** The pairs that were found to fit: types share their parts, and none is walked twice. */
  private final Map<StructuralType, Set<CoreTypeId>> fitting = new IdentityHashMap<>();

  private GcRules(CanonOptions options, Scope scope, String where) {
    this.coreTypes = scope.validation.coreTypes;
    this.where = where;
    this.wideStrings = options.stringEncoding() == StringEncoding.UTF16;
  }

  /** Checks that a core function can be lifted to a function of a type. */
  static void lift(FuncType type, CoreFuncType callee, CanonOptions options, Scope scope) {
    new GcRules(options, scope, "canon lift").signature(type, callee);
  }

  /** The core function that lowering makes, whose type the option {@code core-type} declares. */
  static CoreFuncType lower(FuncType type, CanonOptions options, Scope scope) {
    CoreFuncType declared = options.coreType();
    if (declared == null) {
      throw new AssertionError("checked before");
    }
    new GcRules(options, scope, "canon lower").signature(type, declared);
    return declared;
  }

  /** The type of a built-in's core function, which the option {@code core-type} may declare. */
  static CoreFuncType builtin(CoreFuncType actual, CanonOptions options, String where) {
    CoreFuncType declared = options.coreType();
    if (declared == null) {
      return actual;
    }
    if (!declared.params().equals(actual.params())
        || !declared.results().equals(actual.results())) {
      throw Violation.expected(Rule.GC_SIGNATURE, where, actual.toString(), declared.toString())
          .why("declared core type does not match the actual lowering");
    }
    return declared;
  }

  private void signature(FuncType type, CoreFuncType core) {
    count("parameters", type.params().size(), core.params().size());
    for (int i = 0; i < type.params().size(); i++) {
      FuncType.Param param = type.params().get(i);
      part("param \"" + param.label() + "\"", param.type(), new Place(core.params().get(i)));
    }
    List<ValType> results = type.resultTypes();
    count("results", results.size(), core.results().size());
    for (int i = 0; i < results.size(); i++) {
      part("result", results.get(i), new Place(core.results().get(i)));
    }
  }

  private void count(String what, int expected, int found) {
    if (expected != found) {
      throw Violation.expected(
              Rule.GC_SIGNATURE, where, expected + " " + what, String.valueOf(found))
          .why(
              "declared `core-type` has "
                  + found
                  + " "
                  + what
                  + ", but component function has "
                  + expected
                  + " "
                  + what);
    }
  }

  /**
   * Where a core value stands: a parameter or result, or a field or element.
   *
   * @param packed {@code i8} or {@code i16}, else null
   * @param inAggregate whether it is a field or element, which could be packed
   */
  private record Place(@Nullable CoreValType type, @Nullable String packed, boolean inAggregate) {
    Place(CoreValType type) {
      this(type, null, false);
    }

    Place(CoreTypeDef.Field field) {
      this(field.type(), field.packed(), true);
    }

    boolean is(CoreValType wanted) {
      return wanted.equals(type);
    }

    boolean isExtern() {
      return type instanceof CoreValType.Ref ref
          && ref.concrete() == null
          && ref.heap().equals(CoreValType.Ref.EXTERN.heap());
    }

    @Nullable CoreTypeId concrete() {
      return type instanceof CoreValType.Ref ref ? ref.concrete() : null;
    }

    @Override
    public String toString() {
      return packed == null ? String.valueOf(type) : packed;
    }
  }

  private void part(String step, ValType type, Place core) {
    try {
      value(type.structure(), core);
    } catch (Violation e) {
      throw e.within(step);
    }
  }

  private void value(StructuralType type, Place core) {
    CoreTypeId id = core.concrete();
    if (id != null && fitting.getOrDefault(type, Set.of()).contains(id)) {
      return;
    }
    switch (type) {
      case PrimType primitive -> primitive(primitive, core);
      case FlagsType flags -> into(flags, Num.I32, core);
      case EnumType labels -> into(labels, Num.I32, core);
      case RecordType record -> {
        CoreTypeDef.Struct struct = struct(record, record.fields().size(), core);
        for (int i = 0; i < struct.fields().size(); i++) {
          RecordType.Field field = record.fields().get(i);
          part(
              "record field \"" + field.label() + "\"",
              field.type(),
              new Place(struct.fields().get(i)));
        }
      }
      case TupleType tuple -> {
        CoreTypeDef.Struct struct = struct(tuple, tuple.elements().size(), core);
        for (int i = 0; i < struct.fields().size(); i++) {
          part("tuple field " + i, tuple.elements().get(i), new Place(struct.fields().get(i)));
        }
      }
      case ListType list -> {
        if (!(definition(core) instanceof CoreTypeDef.Array array)) {
          throw mismatch(list, "into `(ref null? (array ...))`, but found", core);
        }
        part("list element", list.element(), new Place(array.element()));
      }
      case VariantType variant -> sum(variant, core);
      case OptionType option -> sum(option, core);
      case ResultType result -> sum(result, core);
      case HandleType handle -> handle(handle, core);
      case StreamType stream -> handle(stream, core);
      case FutureType future -> handle(future, core);
      case MapType map ->
          throw Violation.because(
              Rule.GC_SIGNATURE,
              where,
              "GC lowering for component `map` type is not yet implemented");
    }
    if (id != null) {
      fitting.computeIfAbsent(type, t -> new HashSet<>()).add(id);
    }
  }

  private void primitive(PrimType type, Place core) {
    switch (type) {
      case BOOL, S8, U8 -> small(type, "i8", core);
      case S16, U16 -> small(type, "i16", core);
      case S32, U32, CHAR -> number(type, Num.I32, core);
      case S64, U64 -> number(type, Num.I64, core);
      case F32 -> number(type, Num.F32, core);
      case F64 -> number(type, Num.F64, core);
      case STRING -> {
        boolean fits =
            definition(core) instanceof CoreTypeDef.Array array
                && (wideStrings ? "i16" : "i8").equals(array.element().packed());
        if (!fits) {
          throw mismatch(type, to(wideStrings ? ARRAY_OF_PAIRS : ARRAY_OF_BYTES), core);
        }
      }
      case ERROR_CONTEXT -> handle(type, core);
    }
  }

  /** A number that a field or element packs. */
  private void small(PrimType type, String packed, Place core) {
    boolean fits = core.inAggregate() ? packed.equals(core.packed()) : core.is(Num.I32);
    if (!fits) {
      throw mismatch(type, to(core.inAggregate() ? packed : "i32"), core);
    }
  }

  private void number(PrimType type, Num wanted, Place core) {
    if (!core.is(wanted)) {
      throw mismatch(type, to(wanted.toString()), core);
    }
  }

  private void into(StructuralType type, Num wanted, Place core) {
    if (!core.is(wanted)) {
      throw mismatch(type, "into core `" + wanted + "` type, but found", core);
    }
  }

  private void handle(StructuralType type, Place core) {
    if (!core.isExtern()) {
      throw mismatch(type, "into core `(ref null? extern)` type, but found", core);
    }
  }

  private CoreTypeDef.Struct struct(StructuralType type, int fields, Place core) {
    if (!(definition(core) instanceof CoreTypeDef.Struct struct)) {
      throw mismatch(type, "to core `(ref null? (struct ...))`, but found", core);
    }
    if (struct.fields().size() != fields) {
      throw Violation.expected(
              Rule.GC_SIGNATURE, where, fields + " fields", String.valueOf(struct.fields().size()))
          .why(
              "core `struct` has "
                  + struct.fields().size()
                  + " fields, but component `"
                  + type.kind()
                  + "` has "
                  + fields
                  + " fields");
    }
    return struct;
  }

  private void sum(StructuralType type, Place core) {
    if (!(definition(core) instanceof CoreTypeDef.Struct struct && struct.fields().isEmpty())) {
      throw mismatch(type, "to core `(ref null? (struct))`, but found", core);
    }
  }

  private CoreTypeDef.@Nullable Sub definition(Place core) {
    CoreTypeId id = core.concrete();
    return id == null ? null : coreTypes.definition(id);
  }

  private static String to(String wanted) {
    return "to core `" + wanted + "` type, found";
  }

  private Violation mismatch(StructuralType type, String wanted, Place core) {
    return Violation.because(
        Rule.GC_SIGNATURE,
        where,
        "expected to lower component `" + type.kind() + "` type " + wanted + " `" + core + "`");
  }
}
