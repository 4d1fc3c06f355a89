package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.CanonBytes.ASYNC;
import static dev.mortise.loader.encode.CanonBytes.GC;
import static dev.mortise.loader.encode.CanonBytes.UTF16;
import static dev.mortise.loader.encode.CanonBytes.UTF8;
import static dev.mortise.loader.encode.CanonBytes.builtin;
import static dev.mortise.loader.encode.CanonBytes.callback;
import static dev.mortise.loader.encode.CanonBytes.coreType;
import static dev.mortise.loader.encode.CanonBytes.lift;
import static dev.mortise.loader.encode.CanonBytes.lower;
import static dev.mortise.loader.encode.CanonBytes.memory;
import static dev.mortise.loader.encode.CanonBytes.postReturn;
import static dev.mortise.loader.encode.CanonBytes.realloc;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.F32;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.I64;
import static dev.mortise.loader.encode.CoreModuleBytes.funcType;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.asyncFunc;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.tuple;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.runtime.plan.CanonBuiltin;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Canonical definitions: options and core signatures. */
class CanonRulesTest {
  private static final List<Bytes> NONE = List.of();

  /**
   * A component with core function 0 {@code f} of a signature, core function 1 {@code realloc} and
   * memory 0; type 0 is {@code type}, the type of function 0, which is imported.
   */
  private static ComponentBytes withCore(Bytes type, List<Bytes> params, List<Bytes> results) {
    return component()
        .module(
            module()
                .function("f", params, results)
                .function("realloc", Collections.nCopies(4, I32), List.of(I32))
                .memory("mem"))
        .coreInstance(instantiate(0))
        .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
        .alias(coreExportOf(0, "realloc", Sort.CORE_FUNC))
        .alias(coreExportOf(0, "mem", Sort.CORE_MEMORY))
        .type(type)
        .imported("imported", funcOf(0));
  }

  private static Refusal refused(ComponentBytes file, Feature... more) {
    return Refusal.of(file, more).at(file.offset(-1)).in();
  }

  @Test
  void lift_ofTheFlatSignature_isValid() {
    Refusal.valid(
        withCore(func(U32, labelled("s", STRING)), List.of(I32, I32), List.of(I32))
            .canon(lift(0, 0, memory(0), realloc(1))));
  }

  @Test
  void lift_ofOtherParameters_isACoreSignatureMismatch() {
    refused(withCore(func(null, labelled("x", U32)), List.of(I64), NONE).canon(lift(0, 0)))
        .breaks(Rule.CORE_SIGNATURE)
        .says(
            "canon lift: expected (func (param i32)), found (func (param i64))",
            "lowered parameter types `[i32]` do not match parameter types `[i64]`",
            "core function 0");
  }

  @Test
  void lift_ofOtherResults_isACoreSignatureMismatch() {
    refused(withCore(func(U32), NONE, List.of(F32)).canon(lift(0, 0)))
        .breaks(Rule.CORE_SIGNATURE)
        .says("lowered result types `[i32]` do not match result types `[f32]`");
  }

  @Test
  void option_twice_isDuplicate() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, memory(0), memory(0))))
        .breaks(Rule.OPTION_DUPLICATE)
        .says("`memory` is specified more than once");
  }

  @Test
  void option_twoEncodings_conflict() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, UTF8, UTF16)))
        .breaks(Rule.OPTION_CONFLICT)
        .says("`utf8` conflicts with option `utf16`");
  }

  @Test
  void lift_ofAStringWithoutMemory_requiresIt() {
    refused(withCore(func(STRING), NONE, List.of(I32)).canon(lift(0, 0)))
        .breaks(Rule.OPTION_REQUIRED)
        .says("canonical option `memory` is required");
  }

  @Test
  void lift_ofAStringParameterWithoutRealloc_requiresIt() {
    refused(
            withCore(func(null, labelled("s", STRING)), List.of(I32, I32), NONE)
                .canon(lift(0, 0, memory(0))))
        .breaks(Rule.OPTION_REQUIRED)
        .says("canonical option `realloc` is required");
  }

  @Test
  void lower_withPostReturn_isNotAllowed() {
    refused(withCore(func(null), NONE, NONE).canon(lower(0, postReturn(0))))
        .breaks(Rule.OPTION_NOT_ALLOWED)
        .says("canon lower", "`post-return` cannot be specified for lowerings");
  }

  @Test
  void lift_callbackWithoutAsync_isNotAllowed() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, callback(0))))
        .breaks(Rule.OPTION_NOT_ALLOWED)
        .says("cannot specify callback without async");
  }

  @Test
  void lift_asyncOfASynchronousType_isNotAllowed() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, ASYNC)), Feature.CM_ASYNC_STACKFUL)
        .breaks(Rule.OPTION_NOT_ALLOWED)
        .says("requires an async function type");
  }

  @Test
  void lift_callbackOfWrongSignature_isRefused() {
    refused(withCore(asyncFunc(null), NONE, List.of(I32)).canon(lift(0, 0, ASYNC, callback(1))))
        .breaks(Rule.OPTION_SIGNATURE)
        .says("canonical option `callback`", "incorrect signature");
  }

  @Test
  void realloc_ofWrongSignature_isRefused() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, memory(0), realloc(0))))
        .breaks(Rule.OPTION_SIGNATURE)
        .says(
            "expected (func (param i32 i32 i32 i32) (result i32)), found (func)",
            "canonical option `realloc`");
  }

  @Test
  void contextGet_ofAFloat_isRefused() {
    refused(component().canon(builtin(CanonBuiltin.CONTEXT_GET, F32, Bytes.u32(0))))
        .breaks(Rule.CONTEXT_IMMEDIATE)
        .says("canon context.get", "only supports `i32` or `i64`");
  }

  @Test
  void threadStart_ofWrongParameters_isRefused() {
    refused(
            component()
                .coreType(funcType(List.of(I64), NONE))
                .canon(builtin(CanonBuiltin.THREAD_NEW_INDIRECT, Bytes.u32(0), Bytes.u32(0))),
            Feature.CM_THREADING)
        .breaks(Rule.THREAD_START)
        .says("start function must take a single `i32` argument");
  }

  @Test
  void gc_whenOff_requiresTheFeature() {
    refused(withCore(func(null), NONE, NONE).canon(lift(0, 0, GC)))
        .breaks(Rule.FEATURE_REQUIRED)
        .says("requires the `cm-gc` feature");
  }

  @Test
  void coreTypeWithoutGc_isNotAllowed() {
    refused(
            withCore(func(null), NONE, NONE)
                .coreType(funcType(NONE, NONE))
                .canon(lower(0, coreType(0))),
            Feature.CM_GC)
        .breaks(Rule.OPTION_NOT_ALLOWED)
        .says("cannot specify `core-type` without `gc`");
  }

  @Test
  void lift_ofSixteenParametersAndMore_travelsThroughMemory() {
    Bytes sixteen = tuple(Collections.nCopies(16, U32).toArray(Bytes[]::new));
    ComponentBytes flat = component().type(sixteen);
    flat.type(func(null, labelled("t", ref(0))))
        .module(module().function("f", Collections.nCopies(16, I32), NONE))
        .coreInstance(instantiate(0))
        .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
        .canon(lift(0, 1));
    Refusal.valid(flat);
    Bytes seventeen = tuple(Collections.nCopies(17, U32).toArray(Bytes[]::new));
    ComponentBytes spilled =
        component()
            .type(seventeen)
            .type(func(null, labelled("t", ref(0))))
            .module(module().function("f", Collections.nCopies(17, I32), NONE))
            .coreInstance(instantiate(0))
            .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
            .canon(lift(0, 1));
    refused(spilled).breaks(Rule.OPTION_REQUIRED).says("`memory` is required");
  }
}
