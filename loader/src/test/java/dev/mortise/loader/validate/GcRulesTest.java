package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.CanonBytes.GC;
import static dev.mortise.loader.encode.CanonBytes.UTF16;
import static dev.mortise.loader.encode.CanonBytes.coreType;
import static dev.mortise.loader.encode.CanonBytes.lower;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.ANYREF;
import static dev.mortise.loader.encode.CoreModuleBytes.EXTERNREF;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.array;
import static dev.mortise.loader.encode.CoreModuleBytes.funcType;
import static dev.mortise.loader.encode.CoreModuleBytes.packedI8;
import static dev.mortise.loader.encode.CoreModuleBytes.struct;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.TypeBytes.BOOL;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.future;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.map;
import static dev.mortise.loader.encode.TypeBytes.option;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.tuple;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.loader.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gated Canonical ABI over garbage-collected core types. */
class GcRulesTest {

  /**
   * Lowers {@code func(x: type)}, where type 0 is {@code type}, to {@code (func (param param))},
   * after the core types, of which the last is the function's.
   */
  private static ComponentBytes lowered(Bytes type, Bytes param, Bytes... coreTypes) {
    ComponentBytes file = component();
    for (Bytes coreType : coreTypes) {
      file.coreType(coreType);
    }
    return file.coreType(funcType(List.of(param), List.of()))
        .type(type)
        .type(func(null, labelled("x", ref(0))))
        .imported("f", funcOf(1))
        .canon(lower(0, GC, coreType(coreTypes.length)));
  }

  private static void valid(ComponentBytes file) {
    Refusal.valid(file, Feature.CM_GC);
  }

  private static Refusal refused(ComponentBytes file) {
    return Refusal.of(file, Feature.CM_GC).breaks(Rule.GC_SIGNATURE).at(file.offset(-1));
  }

  @Test
  void list_intoAnArrayOfPackedBytes_isValid() {
    valid(lowered(list(BOOL), CoreModuleBytes.ref(0), array(packedI8())));
  }

  @Test
  void list_intoAnArrayOfWholeNumbers_namesTheElement() {
    refused(lowered(list(BOOL), CoreModuleBytes.ref(0), array(I32)))
        .in("param \"x\"", "list element")
        .says("expected to lower component `bool` type to core `i8` type, found `i32`");
  }

  @Test
  void list_ofStrings_takesAnArrayOfArrays() {
    valid(
        lowered(
            list(STRING),
            CoreModuleBytes.ref(1),
            array(packedI8()),
            array(CoreModuleBytes.ref(0))));
  }

  @Test
  void string_ofUtf16IntoBytes_isRefused() {
    ComponentBytes file =
        component()
            .coreType(array(packedI8()))
            .coreType(funcType(List.of(CoreModuleBytes.ref(0)), List.of()))
            .type(func(null, labelled("x", STRING)))
            .imported("f", funcOf(0))
            .canon(lower(0, GC, UTF16, coreType(1)));
    refused(file).in("param \"x\"").says("`string` type to core `(ref null? (array (mut? i16)))`");
  }

  @Test
  void tuple_intoAStructureOfMoreFields_isRefused() {
    refused(lowered(tuple(U8, U32), CoreModuleBytes.ref(0), struct(packedI8(), I32, I32)))
        .in("param \"x\"")
        .says("core `struct` has 3 fields, but component `tuple` has 2 fields");
  }

  @Test
  void tuple_intoItsStructure_isValid() {
    valid(lowered(tuple(U8, U32), CoreModuleBytes.ref(0), struct(packedI8(), I32)));
  }

  @Test
  void option_intoAStructureWithFields_isRefused() {
    refused(lowered(option(U8), CoreModuleBytes.ref(0), struct(I32)))
        .says("expected to lower component `option` type to core `(ref null? (struct))`");
  }

  @Test
  void future_intoAnyref_isRefused() {
    valid(lowered(future(null), EXTERNREF));
    refused(lowered(future(null), ANYREF))
        .says("`future` type into core `(ref null? extern)` type, but found `anyref`");
  }

  @Test
  void map_isNotImplemented() {
    refused(lowered(map(U8, U8), ANYREF)).says("`map` type is not yet implemented");
  }

  @Test
  void coreType_ofOtherArity_isRefused() {
    ComponentBytes file =
        component()
            .coreType(funcType(List.of(), List.of()))
            .type(func(null, labelled("x", U8)))
            .imported("f", funcOf(0))
            .canon(lower(0, GC, coreType(0)));
    refused(file)
        .says("declared `core-type` has 0 parameters, but component function has 1 parameters");
  }

  @Test
  void coreType_ofAStructure_mustBeAFunction() {
    ComponentBytes file =
        component()
            .coreType(struct())
            .type(func(null))
            .imported("f", funcOf(0))
            .canon(lower(0, GC, coreType(0)));
    Refusal.of(file, Feature.CM_GC)
        .breaks(Rule.WRONG_TYPE_KIND)
        .says("must reference a core function type");
  }
}
