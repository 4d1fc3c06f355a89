package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.AliasBytes.exportOf;
import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.InstanceBytes.inline;
import static dev.mortise.loader.encode.InstanceBytes.inlineExport;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.declareAlias;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indices, aliases and features: what a definition refers to. */
class IndexRulesTest {

  @Test
  void typeIndex_beyondTheSpace_isOutOfBounds() {
    ComponentBytes file = component().type(list(U8)).type(list(ref(7)));
    Refusal.of(file)
        .breaks(Rule.INDEX_OUT_OF_BOUNDS)
        .at(file.offset(1))
        .in()
        .says("type index 7", "an index below 1", "type index out of bounds");
  }

  @Test
  void typeIndex_ofItself_isOutOfBounds() {
    ComponentBytes file = component().type(list(ref(0)));
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).says("none is defined yet");
  }

  @Test
  void indexInNestedComponent_outOfBounds_namesTheComponent() {
    ComponentBytes inner = component().imported("f", funcOf(3));
    ComponentBytes file = component().nested(component()).nested(inner);
    Refusal.of(file)
        .breaks(Rule.INDEX_OUT_OF_BOUNDS)
        .at(file.offset(1) + inner.offset(0))
        .in("component 1")
        .says("type index 3");
  }

  @Test
  void type_ofGatedKind_requiresTheFeature() {
    ComponentBytes file = component().type(list(U8, 4));
    Refusal.of(file)
        .breaks(Rule.FEATURE_REQUIRED)
        .at(file.offset(0))
        .in()
        .says("fixed-length lists", "switch on the feature cm-fixed-length-lists");
  }

  @Test
  void instances_moreThanTheLimit_areRefused() {
    ComponentBytes file = component();
    for (int i = 0; i <= Limits.INSTANCES; i++) {
      file.instance(inline());
    }
    Refusal.of(file)
        .breaks(Rule.LIMIT_EXCEEDED)
        .at(file.offset(Limits.INSTANCES))
        .in()
        .says("instance index space", "at most 1000");
  }

  @Test
  void instances_moreThanTheLimitAndOfAnInvalidOne_areRefusedOnce() {
    ComponentBytes file = component().nested(component().type(list(ref(0))));
    for (int i = 0; i <= Limits.INSTANCES; i++) {
      file.instance(instantiate(0));
    }
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).in("component 0");
  }

  @Test
  void aliasExport_ofNoSuchName_isUnknownExport() {
    ComponentBytes file = component().instance(inline()).alias(exportOf(0, "run", Sort.FUNC));
    Refusal.of(file)
        .breaks(Rule.UNKNOWN_EXPORT)
        .at(file.offset(1))
        .in()
        .says("instance 0 has no export named `run`");
  }

  @Test
  void aliasCoreExport_ofNoSuchName_isUnknownExport() {
    ComponentBytes file =
        component()
            .module(module().memory("mem"))
            .coreInstance(instantiate(0))
            .alias(coreExportOf(0, "memory", Sort.CORE_MEMORY));
    Refusal.of(file)
        .breaks(Rule.UNKNOWN_EXPORT)
        .at(file.offset(2))
        .says("one of [mem]", "core instance 0 has no export named `memory`");
  }

  @Test
  void aliasExport_ofManyNames_showsTheFirst() {
    Bytes[] exports = new Bytes[1000];
    for (int i = 0; i < exports.length; i++) {
      exports[i] = inlineExport("e" + i, Sort.TYPE, 0);
    }
    Refusal.of(
            component()
                .type(list(U8))
                .instance(inline(exports))
                .alias(exportOf(0, "none", Sort.TYPE)))
        .breaks(Rule.UNKNOWN_EXPORT)
        .says("one of [e0, e1, ", "e19] and 980 more");
  }

  @Test
  void aliasExport_ofAnotherSort_isWrongSort() {
    ComponentBytes file =
        component()
            .type(list(U8))
            .instance(inline(inlineExport("bytes", Sort.TYPE, 0)))
            .alias(exportOf(0, "bytes", Sort.FUNC));
    Refusal.of(file)
        .breaks(Rule.WRONG_SORT)
        .at(file.offset(2))
        .in()
        .says("expected func, found type", "export `bytes` for instance 0 is not a func");
  }

  @Test
  void outerAlias_countTooLarge_isRefused() {
    ComponentBytes inner = component().alias(outer(2, 0, Sort.TYPE));
    ComponentBytes file = component().type(list(U8)).nested(inner);
    Refusal.of(file)
        .breaks(Rule.OUTER_ALIAS_COUNT)
        .at(file.offset(1) + inner.offset(0))
        .in("component 0")
        .says("invalid outer alias count of 2");
  }

  @Test
  void outerAlias_ofTypeWithResource_isRefused() {
    ComponentBytes inner = component().alias(outer(1, 1, Sort.TYPE));
    ComponentBytes file = component().type(resource()).type(own(0)).nested(inner);
    Refusal.of(file)
        .breaks(Rule.OUTER_ALIAS_RESOURCE)
        .at(file.offset(2) + inner.offset(0))
        .in("component 0")
        .says("transitively refers to resources");
  }

  @Test
  void aliasInInstanceType_ofFunc_isRefused() {
    ComponentBytes file =
        component()
            .type(instanceType(declareType(func(null)), declareAlias(exportOf(0, "f", Sort.FUNC))));
    Refusal.of(file)
        .breaks(Rule.ALIAS_IN_TYPE)
        .at(file.offset(0) + 2 + 5)
        .in()
        .says("may only refer to types or instances");
  }

  @Test
  void importOfFunc_withValueType_isWrongTypeKind() {
    ComponentBytes file = component().type(list(U32)).imported("f", funcOf(0));
    Refusal.of(file)
        .breaks(Rule.WRONG_TYPE_KIND)
        .at(file.offset(1))
        .in()
        .says("expected a function type, found list", "type index 0 is not a function type");
  }

  @Test
  void findings_ofOneRun_areIndependent() {
    ComponentBytes inner = component().type(list(ref(9)));
    ComponentBytes file =
        component()
            .type(list(ref(5)))
            .type(func(null))
            .imported("f", funcOf(1))
            .exported("f", Sort.FUNC, 3)
            .nested(inner);
    assertThat(Refusal.all(file))
        .extracting(finding -> finding.offset())
        .isEqualTo(
            List.of(
                (long) file.offset(0),
                (long) file.offset(3),
                (long) file.offset(4) + inner.offset(0)));
  }

  @Test
  void findings_whatDependsOnAnInvalidDefinition_isNotReportedAgain() {
    ComponentBytes file =
        component()
            .type(list(ref(5)))
            .type(list(ref(0)))
            .type(func(ref(1)))
            .imported("f", funcOf(2))
            .instance(inline(inlineExport("f", Sort.FUNC, 0)))
            .alias(exportOf(0, "nothing", Sort.FUNC));
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).at(file.offset(0)).says("type index 5");
  }

  @Test
  void findings_tooMany_stopAtTheBound() {
    ComponentBytes file = component();
    for (int i = 0; i < 100; i++) {
      file.type(list(ref(1000)));
    }
    assertThat(Refusal.all(file)).hasSize(Validation.MAX_FINDINGS);
  }
}
