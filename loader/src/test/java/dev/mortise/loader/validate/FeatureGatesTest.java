package dev.mortise.loader.validate;

import static dev.mortise.loader.decode.Feature.WASM_TOOLS_ENCODINGS;
import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.CanonBytes.ASYNC;
import static dev.mortise.loader.encode.CanonBytes.GC;
import static dev.mortise.loader.encode.CanonBytes.builtin;
import static dev.mortise.loader.encode.CanonBytes.lift;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.EXTERNREF;
import static dev.mortise.loader.encode.CoreModuleBytes.I64;
import static dev.mortise.loader.encode.CoreModuleBytes.funcType;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.CoreModuleBytes.struct;
import static dev.mortise.loader.encode.ExternBytes.implementing;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.name;
import static dev.mortise.loader.encode.ExternBytes.valueOf;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.asyncFunc;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareImport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.map;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static dev.mortise.loader.encode.TypeBytes.stream;
import static dev.mortise.runtime.plan.CanonBuiltin.THREAD_AVAILABLE_PARALLELISM;
import static dev.mortise.runtime.plan.CanonBuiltin.THREAD_SPAWN_REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.plan.CanonBuiltin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each feature can be off, and what needs it is then refused with the flag that would admit it. */
class FeatureGatesTest {
  private static final Features AS_WASM_TOOLS = Features.all().with(WASM_TOOLS_ENCODINGS);

  /** The smallest component that needs a feature. */
  private static ComponentBytes needing(Feature feature) {
    return switch (feature) {
      case CM_ASYNC -> component().type(stream(U8));
      case CM_VALUES -> component().type(componentType(declareImport("v", valueOf(U8))));
      case CM_MORE_ASYNC_BUILTINS ->
          component().canon(builtin(CanonBuiltin.SUBTASK_CANCEL, Bytes.of(1)));
      case CM_ASYNC_STACKFUL -> withCoreFunction(asyncFunc(null)).canon(lift(0, 0, ASYNC));
      case CM_THREADING -> component().canon(builtin(CanonBuiltin.THREAD_INDEX));
      case CM_ERROR_CONTEXT -> component().canon(builtin(CanonBuiltin.ERROR_CONTEXT_DROP));
      case CM_FIXED_LENGTH_LISTS -> component().type(list(U8, 4));
      case CM_MAP -> component().type(map(STRING, U8));
      case CM_GC -> withCoreFunction(func(null)).canon(lift(0, 0, GC));
      case CM64 -> component().type(resource(I64));
      case CM_IMPLEMENTS ->
          component()
              .type(instanceType())
              .imported(name("a", implementing("a:b/c")), instanceOf(0));
      case CM_CANON_NAMES -> component().type(instanceType()).imported("a:b/c@1", instanceOf(0));
      case CM_NESTED_NAMES -> component().type(instanceType()).imported("a:b:c/d", instanceOf(0));
      case SHARED_EVERYTHING_THREADS ->
          component().canon(builtin(CanonBuiltin.THREAD_AVAILABLE_PARALLELISM, Bytes.of(1)));
      case SIMD -> coreFunction(Bytes.of(0x7b));
      case REFERENCE_TYPES -> coreFunction(EXTERNREF);
      case FUNCTION_REFERENCES -> coreFunction(Bytes.of(0x64, 0x70));
      case GC -> component().coreType(struct());
      case EXCEPTIONS ->
          component()
              .module(module().type(funcType(List.of(), List.of())).section(13, Bytes.of(1, 0, 0)));
      case MEMORY64 -> memories(1, 4, 1);
      case MULTI_MEMORY -> memories(2, 0, 1, 0, 1);
      case THREADS -> memories(1, 3, 1, 1);
      case MUTABLE_GLOBAL ->
          component()
              .module(
                  module()
                      .section(
                          2,
                          Bytes.of(1)
                              .then(Bytes.name("m"), Bytes.name("g"), Bytes.of(3, 0x7f, 1))));
      case CUSTOM_PAGE_SIZES -> memories(1, 8, 1, 0);
      case WASM_TOOLS_ENCODINGS ->
          component().type(componentType(declareImport("v", Bytes.of(2).then(U8))));
    };
  }

  private static ComponentBytes withCoreFunction(Bytes type) {
    CoreModuleBytes module = module().function("f", List.of(), List.of());
    return component()
        .module(module)
        .coreInstance(instantiate(0))
        .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
        .type(type);
  }

  private static ComponentBytes coreFunction(Bytes parameter) {
    return component().coreType(funcType(List.of(parameter), List.of()));
  }

  private static ComponentBytes memories(int... section) {
    return component().module(module().section(5, Bytes.of(section)));
  }

  private static void check(Feature feature, Features features) {
    ValidatedComponent unused =
        ComponentValidator.validate(
            ComponentDecoder.decode(needing(feature).toArray(), features), features);
  }

  @ParameterizedTest
  @EnumSource
  void feature_off_isRefusedWithItsFlag(Feature feature) {
    MortiseException refusal =
        catchThrowableOfType(
            MortiseException.class, () -> check(feature, Features.all().without(feature)));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.diagnostic().hint()).as(refusal.getMessage()).endsWith("feature " + feature);
    assertThat(refusal.diagnostics()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void feature_aloneOrWithTheShippedOnes_isAdmitted(Feature feature) {
    Features shipped = Features.defaults().with(feature);
    // A way to write proposals is nothing without one that is written so.
    check(feature, feature == WASM_TOOLS_ENCODINGS ? shipped.with(Feature.CM_VALUES) : shipped);
    check(feature, Features.all().with(feature));
  }

  @Test
  void valueImport_hasABoundOrNone_byTheEncoding() {
    ComponentBytes bounded = component().type(componentType(declareImport("v", valueOf(U8))));
    ComponentBytes unbounded =
        component().type(componentType(declareImport("v", Bytes.of(2).then(U8))));
    assertThat(code(bounded, Features.all())).isEqualTo("valid");
    assertThat(code(unbounded, Features.all())).isEqualTo("invalid-leading-byte");
    assertThat(code(bounded, AS_WASM_TOOLS)).isNotEqualTo("valid");
    assertThat(code(unbounded, AS_WASM_TOOLS)).isEqualTo("valid");
  }

  @Test
  void valueImport_ofADefinedType_isReadByTheEncoding() {
    // The type of index 0, or the bound `eq` of a value whose index is missing.
    Bytes ambiguous = Bytes.of(2, 0);
    ComponentBytes file =
        component().type(componentType(declareType(list(U8)), declareImport("v", ambiguous)));
    assertThat(code(file, AS_WASM_TOOLS)).isEqualTo("valid");
    assertThat(code(file, Features.all())).isEqualTo("unexpected-end");
  }

  @Test
  void threadBuiltin_saysSharedOrNot_byTheEncoding() {
    for (boolean asWasmTools : List.of(true, false)) {
      Bytes immediates = asWasmTools ? Bytes.of() : Bytes.of(0);
      ComponentBytes parallelism =
          component().canon(builtin(THREAD_AVAILABLE_PARALLELISM, immediates));
      ComponentBytes spawn =
          component()
              .coreType(sharedStart())
              .canon(builtin(THREAD_SPAWN_REF, immediates.then(Bytes.u32(0))));
      for (ComponentBytes file : List.of(parallelism, spawn)) {
        assertThat(code(file, Features.all()).equals("valid")).isEqualTo(!asWasmTools);
        assertThat(code(file, AS_WASM_TOOLS).equals("valid")).isEqualTo(asWasmTools);
        assertThat(code(file, AS_WASM_TOOLS.without(Feature.SHARED_EVERYTHING_THREADS)))
            .isEqualTo(asWasmTools ? "feature-required" : "trailing-bytes");
      }
    }
  }

  private static Bytes sharedStart() {
    return Bytes.of(0x65).then(funcType(List.of(CoreModuleBytes.I32), List.of()));
  }

  private static String code(ComponentBytes file, Features features) {
    try {
      ValidatedComponent unused =
          ComponentValidator.validate(ComponentDecoder.decode(file.toArray(), features), features);
      return "valid";
    } catch (MortiseException e) {
      return e.code();
    }
  }
}
