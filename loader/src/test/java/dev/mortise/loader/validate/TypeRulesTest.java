package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.CanonBytes.builtin;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.F32;
import static dev.mortise.loader.encode.CoreModuleBytes.I64;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.CHAR;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.borrow;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.enumOf;
import static dev.mortise.loader.encode.TypeBytes.flags;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.map;
import static dev.mortise.loader.encode.TypeBytes.nestedOptions;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.record;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static dev.mortise.loader.encode.TypeBytes.resourceWithDestructor;
import static dev.mortise.loader.encode.TypeBytes.stream;
import static dev.mortise.loader.encode.TypeBytes.tuple;
import static dev.mortise.loader.encode.TypeBytes.variant;
import static dev.mortise.loader.encode.TypeBytes.variantCase;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.runtime.plan.CanonBuiltin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Type definitions, one rule each. */
class TypeRulesTest {

  private static Refusal refused(Bytes type, Feature... more) {
    ComponentBytes file = component().type(type);
    return Refusal.of(file, more).at(file.offset(0)).in();
  }

  static List<Bytes> emptyTypes() {
    return List.of(record(), variant(), tuple(), flags(), enumOf());
  }

  @ParameterizedTest
  @MethodSource("emptyTypes")
  void aggregate_withoutMember_isEmptyType(Bytes type) {
    refused(type).breaks(Rule.EMPTY_TYPE).says("at least one");
  }

  @Test
  void flags_moreThan32_areTooMany() {
    String[] labels = IntStream.rangeClosed(0, 32).mapToObj(i -> "f" + i).toArray(String[]::new);
    refused(flags(labels)).breaks(Rule.TOO_MANY_FLAGS).says("cannot have more than 32 flags");
  }

  @Test
  void label_empty_isRefusedAtTheLabel() {
    ComponentBytes file = component().type(record(labelled("", U8)));
    Refusal.of(file)
        .breaks(Rule.EMPTY_LABEL)
        .at(file.offset(0) + 2)
        .in()
        .says("record field name cannot be empty");
  }

  @Test
  void label_withUnderscore_isNotKebabCase() {
    ComponentBytes file = component().type(variant(variantCase("snake_case", null)));
    Refusal.of(file)
        .breaks(Rule.NOT_KEBAB_CASE)
        .at(file.offset(0) + 2)
        .in()
        .says("`snake_case` is not in kebab case");
  }

  @Test
  void label_thatDiffersInCaseOnly_conflicts() {
    ComponentBytes file = component().type(enumOf("red", "RED"));
    Refusal.of(file)
        .breaks(Rule.NAME_CONFLICT)
        .at(file.offset(0) + 2 + 4)
        .in()
        .says("`RED` conflicts with previous tag name `red`");
  }

  @Test
  void type_writtenOutTooLarge_isRefused() {
    ComponentBytes file = component().type(tuple(U8, U8));
    for (int i = 0; i < 30; i++) {
      file.type(tuple(ref(i), ref(i)));
    }
    Refusal.of(file)
        .breaks(Rule.TYPE_TOO_LARGE)
        .at(file.offset(18))
        .in()
        .says("effective type size exceeds the limit");
  }

  @Test
  void type_nestedTooDeep_isRefused() {
    ComponentBytes file = component().types(nestedOptions(100));
    Refusal.of(file).breaks(Rule.TYPE_TOO_DEEP).at(file.offset(99)).in().says("at most 100 levels");
  }

  @Test
  void type_nestedAsDeepAsAllowed_isValid() {
    Refusal.valid(component().types(nestedOptions(99)));
  }

  @Test
  void fixedLengthList_ofTooManyBytes_isTooLarge() {
    refused(list(U32, 1 << 27), Feature.CM_FIXED_LENGTH_LISTS)
        .breaks(Rule.VALUE_TOO_LARGE)
        .says("below 268435456 bytes", "exceeds maximum byte size");
  }

  @Test
  void fixedLengthList_ofNoElement_isRefused() {
    refused(list(U8, 0), Feature.CM_FIXED_LENGTH_LISTS)
        .breaks(Rule.FIXED_LIST_LENGTH)
        .says("more than zero elements");
  }

  @Test
  void fixedLengthList_beyondTheLimit_isRefused() {
    refused(list(U8, (1L << 30) + 1), Feature.CM_FIXED_LENGTH_LISTS)
        .breaks(Rule.LIMIT_EXCEEDED)
        .says("element count exceeds limit");
  }

  @Test
  void borrow_inResult_isNotAllowed() {
    ComponentBytes file = component().type(resource()).type(borrow(0)).type(func(ref(1)));
    Refusal.of(file)
        .breaks(Rule.BORROW_NOT_ALLOWED)
        .at(file.offset(2))
        .in()
        .says("function result cannot contain a `borrow` type");
  }

  @Test
  void borrow_insideAListInAStream_isNotAllowed() {
    ComponentBytes file =
        component().type(resource()).type(borrow(0)).type(list(ref(1))).type(stream(ref(2)));
    Refusal.of(file).breaks(Rule.BORROW_NOT_ALLOWED).at(file.offset(3)).says("`stream`");
  }

  @Test
  void stream_ofChar_isRefusedWithAHint() {
    refused(stream(CHAR)).breaks(Rule.STREAM_OF_CHAR).says("`stream<char>`", "Use `stream<u8>`");
  }

  @Test
  void map_keyOfFloatOrAggregate_isRefused() {
    refused(map(Bytes.of(0x76), U8)).breaks(Rule.MAP_KEY).says("an integer type, found f32");
    ComponentBytes file = component().type(list(U8)).type(map(ref(0), STRING));
    Refusal.of(file).breaks(Rule.MAP_KEY).at(file.offset(1)).says("found list<u8>");
  }

  @Test
  void own_ofValueType_isNotAResource() {
    ComponentBytes file = component().type(list(U8)).type(own(0));
    Refusal.of(file)
        .breaks(Rule.NOT_A_RESOURCE)
        .at(file.offset(1))
        .in()
        .says("type index 0 is not a resource type");
  }

  @Test
  void resourceNew_ofImportedResource_isNotLocal() {
    ComponentBytes file =
        component()
            .imported("r", subResource())
            .canon(builtin(CanonBuiltin.RESOURCE_DROP, 0))
            .canon(builtin(CanonBuiltin.RESOURCE_NEW, 0));
    Refusal.of(file)
        .breaks(Rule.NOT_A_LOCAL_RESOURCE)
        .at(file.offset(2))
        .in()
        .says("canon resource.new", "type 0 is not a local resource");
  }

  @Test
  void resource_insideAnInstanceType_isRefused() {
    ComponentBytes file = component().type(instanceType(declareType(resource())));
    Refusal.of(file)
        .breaks(Rule.RESOURCE_IN_TYPE)
        .at(file.offset(0) + 2)
        .in()
        .says("only be defined within a concrete component");
  }

  @Test
  void resource_representedByAFloat_isRefused() {
    refused(resource(F32)).breaks(Rule.RESOURCE_REPRESENTATION).says("i32 or i64, found f32");
    refused(resource(I64)).breaks(Rule.FEATURE_REQUIRED).says("cm64");
  }

  @Test
  void destructor_ofWrongSignature_isRefused() {
    ComponentBytes file =
        component()
            .module(module().function("drop", List.of(I64), List.of()))
            .coreInstance(instantiate(0))
            .alias(coreExportOf(0, "drop", Sort.CORE_FUNC))
            .type(resourceWithDestructor(0));
    Refusal.of(file)
        .breaks(Rule.DESTRUCTOR_SIGNATURE)
        .at(file.offset(3))
        .in()
        .says("expected (func (param i32)), found (func (param i64))", "wrong signature");
  }

  @Test
  void types_thatAllShareOnePart_areValid() {
    List<Bytes> types = new ArrayList<>();
    types.add(list(STRING));
    for (int i = 0; i < 1000; i++) {
      types.add(tuple(ref(0), ref(0)));
    }
    Refusal.valid(component().types(types));
  }
}
