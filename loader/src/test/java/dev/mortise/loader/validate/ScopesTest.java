package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.exportOf;
import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.funcType;
import static dev.mortise.loader.encode.ExternBytes.componentOf;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.module;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.ExternBytes.typeEq;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.BOOL;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareAlias;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareImport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.moduleType;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.record;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scopes as the module-linking proposal settled them: types have index spaces of their own and
 * reach outward only by {@code alias outer}, so that a closed type means the same wherever it
 * stands. A test for each sentence.
 */
class ScopesTest {

  @Test
  void instanceType_hasAnIndexSpaceOfItsOwn() {
    InstanceType type =
        onlyImportedInstance(
            instanceType(
                declareType(list(U8)), // its index 0, though the component has a type 0 too
                declareType(func(ref(0))),
                declareExport("f", funcOf(1))));
    assertThat(((FuncType) type.exports().get("f")).result()).hasToString("list<u8>");
  }

  private static InstanceType onlyImportedInstance(Bytes type) {
    ValidatedComponent valid =
        Refusal.valid(component().type(list(STRING)).type(type).imported("i", instanceOf(1)));
    return (InstanceType) valid.type().imports().values().iterator().next();
  }

  @Test
  void componentType_hasAnIndexSpaceOfItsOwn() {
    ComponentBytes file =
        component().type(list(U8)).type(list(U8)).type(componentType(declareType(func(ref(0)))));
    Refusal.of(file)
        .breaks(Rule.INDEX_OUT_OF_BOUNDS)
        .at(file.offset(2) + 2)
        .says("type index 0", "none is defined yet");
  }

  @Test
  void moduleType_hasAnIndexSpaceOfItsOwn() {
    Bytes exportsType1 = Bytes.of(3).then(Bytes.name("f"), Bytes.of(0), Bytes.u32(1));
    ComponentBytes file =
        component()
            .coreType(funcType(List.of(), List.of()))
            .coreType(funcType(List.of(), List.of()))
            .coreType(
                moduleType(Bytes.of(1).then(funcType(List.of(I32), List.of())), exportsType1));
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).says("type index 1", "an index below 1");
  }

  @Test
  void instanceType_reachesOutwardByAnOuterAlias() {
    InstanceType type =
        onlyImportedInstance(
            instanceType(
                declareAlias(outer(1, 0, Sort.TYPE)),
                declareType(func(ref(0))),
                declareExport("f", funcOf(1))));
    assertThat(((FuncType) type.exports().get("f")).result()).hasToString("list<string>");
  }

  @Test
  void componentType_reachesOutwardByAnOuterAlias() {
    Bytes type =
        componentType(
            declareAlias(outer(1, 0, Sort.TYPE)),
            declareType(func(ref(0))),
            declareExport("f", funcOf(1)));
    ValidatedComponent valid =
        Refusal.valid(component().type(list(STRING)).type(type).imported("c", componentOf(1)));
    ComponentType imported = (ComponentType) valid.type().imports().get("c");
    assertThat(((FuncType) imported.exports().get("f")).result()).hasToString("list<string>");
  }

  @Test
  void nestedComponent_withoutAnOuterAlias_doesNotReachOutward() {
    ComponentBytes inner = component().type(func(ref(0)));
    Refusal.of(component().type(list(U8)).nested(inner)).breaks(Rule.INDEX_OUT_OF_BOUNDS);
    ComponentBytes reaching = component().alias(outer(1, 0, Sort.TYPE)).type(func(ref(0)));
    Refusal.valid(component().type(list(U8)).nested(reaching));
  }

  @Test
  void outerAlias_beyondTheOutermostScope_isRefused() {
    Bytes reachesTooFar = instanceType(declareAlias(outer(2, 0, Sort.TYPE)));
    Refusal.of(component().type(list(U8)).type(reachesTooFar)).breaks(Rule.OUTER_ALIAS_COUNT);
    ComponentBytes inner = component().alias(outer(2, 0, Sort.TYPE));
    Refusal.of(component().type(list(U8)).nested(inner)).breaks(Rule.OUTER_ALIAS_COUNT);
  }

  @Test
  void outerAlias_ofALaterDefinition_isRefused() {
    ComponentBytes inner = component().alias(outer(1, 0, Sort.TYPE));
    Refusal.of(component().nested(inner).type(list(U8))).breaks(Rule.INDEX_OUT_OF_BOUNDS);
  }

  @Test
  void typeInAType_withoutAnOuterAlias_doesNotReachOutward() {
    ComponentBytes file =
        component().type(list(U8)).type(instanceType(declareExport("t", typeEq(0))));
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).at(file.offset(1) + 2);
  }

  @Test
  void outerAlias_countsScopesFromTheInnermost() {
    // Three scopes deep: 0 is the scope itself, 3 the component.
    Bytes innermost =
        instanceType(
            declareType(list(BOOL)),
            declareAlias(outer(0, 0, Sort.TYPE)),
            declareAlias(outer(3, 0, Sort.TYPE)),
            declareExport("own", typeEq(1)),
            declareExport("far", typeEq(2)));
    Bytes middle = instanceType(declareType(innermost), declareExport("c", instanceOf(0)));
    Bytes outermost = instanceType(declareType(middle), declareExport("b", instanceOf(0)));
    InstanceType a = onlyImportedInstance(outermost);
    InstanceType b = (InstanceType) a.exports().get("b");
    InstanceType c = (InstanceType) b.exports().get("c");
    assertThat(structure(c.exports().get("own"))).isEqualTo("list<bool>");
    assertThat(structure(c.exports().get("far"))).isEqualTo("list<string>");
  }

  private static String structure(ExternType type) {
    return ((dev.mortise.runtime.type.ValType) ((ExternType.Type) type).type())
        .structure()
        .toString();
  }

  @Test
  void moduleType_reachesOutwardForCoreTypesByAnOuterAlias() {
    Bytes alias = Bytes.of(2, 0x10, 1).then(Bytes.u32(1), Bytes.u32(0));
    Bytes export = Bytes.of(3).then(Bytes.name("f"), Bytes.of(0), Bytes.u32(0));
    ValidatedComponent valid =
        Refusal.valid(
            component()
                .coreType(funcType(List.of(I32), List.of()))
                .coreType(moduleType(alias, export))
                .imported("m", module(1)));
    ExternType.Module type = (ExternType.Module) valid.type().imports().get("m");
    assertThat(type.type().exports().get("f")).hasToString("(func (param i32))");
  }

  /** {@code instance { rec: record { a: list<string> }, f: func(p: rec) }}, which is closed. */
  private static final Bytes CLOSED =
      instanceType(
          declareType(list(STRING)),
          declareType(record(labelled("a", ref(0)))),
          declareExport("rec", typeEq(1)),
          declareType(func(null, labelled("p", ref(2)))),
          declareExport("f", funcOf(3)));

  /** A component that asks for a closed type and hands it to one like itself, so often. */
  private static ComponentBytes handsDown(int depth) {
    ComponentBytes file = component().type(CLOSED).imported("i", instanceOf(0));
    if (depth > 0) {
      file.nested(handsDown(depth - 1)).instance(instantiate(0, argument("i", Sort.INSTANCE, 0)));
    }
    return file;
  }

  @Test
  void closedType_atDepth0AndAtDepth3_isOneType() {
    Refusal.valid(handsDown(3));
  }

  @Test
  void closedType_behindOtherTypesOfItsScope_isOneType() {
    ComponentBytes inner =
        component().type(list(U8)).type(list(U8)).type(CLOSED).imported("i", instanceOf(2));
    Refusal.valid(
        component()
            .type(CLOSED)
            .imported("i", instanceOf(0))
            .nested(inner)
            .instance(instantiate(0, argument("i", Sort.INSTANCE, 0))));
  }

  @Test
  void closedCoreType_inTwoScopes_isOneType() {
    Bytes struct = Bytes.of(0x5f, 1, 0x7f, 0);
    Bytes takesIt = funcType(List.of(Bytes.of(0x64, 0)), List.of());
    Bytes exports = Bytes.of(3).then(Bytes.name("f"), Bytes.of(0), Bytes.u32(1));
    Bytes type = moduleType(Bytes.of(1).then(struct), Bytes.of(1).then(takesIt), exports);
    ComponentBytes inner = component().coreType(type).imported("m", module(0));
    Refusal.valid(
        component()
            .coreType(type)
            .imported("m", module(0))
            .nested(inner)
            .instance(instantiate(0, argument("m", Sort.CORE_MODULE, 0))));
  }

  @Test
  void typeOfALocalImport_isUsedByLaterDefinitionsOfTheScope() {
    Refusal.valid(
        component()
            .type(
                componentType(
                    declareImport("r", subResource()),
                    declareType(own(0)),
                    declareType(func(ref(1))),
                    declareImport("make", funcOf(2))))
            .imported("r", subResource())
            .type(own(1))
            .type(func(ref(2)))
            .imported("make", funcOf(3)));
  }

  @Test
  void typeOfALocalAlias_isUsedByLaterDefinitionsOfTheScope() {
    Bytes types = instanceType(declareExport("r", subResource()));
    Bytes declared =
        componentType(
            declareType(types),
            declareImport("types", instanceOf(0)),
            declareAlias(exportOf(0, "r", Sort.TYPE)),
            declareType(own(1)),
            declareType(func(ref(2))),
            declareImport("make", funcOf(3)));
    Refusal.valid(
        component()
            .type(declared)
            .type(types)
            .imported("types", instanceOf(1))
            .alias(exportOf(0, "r", Sort.TYPE))
            .type(own(2))
            .type(func(ref(3)))
            .imported("make", funcOf(4)));
  }

  @Test
  void typeOfALaterImport_isNotUsedByEarlierDefinitions() {
    ComponentBytes file = component().type(own(1)).imported("r", subResource());
    Refusal.of(file).breaks(Rule.INDEX_OUT_OF_BOUNDS).at(file.offset(0));
  }

  @Test
  void outerAlias_ofAnImportedModule_makesTheInnerComponentAClosure() {
    ComponentBytes inner =
        component().alias(outer(1, 0, Sort.CORE_MODULE)).coreInstance(instantiate(0));
    ValidatedComponent valid =
        Refusal.valid(
            component()
                .coreType(
                    moduleType(
                        Bytes.of(1).then(funcType(List.of(), List.of())),
                        Bytes.of(3).then(Bytes.name("f"), Bytes.of(0), Bytes.u32(0))))
                .imported("m", module(0))
                .nested(inner)
                .instance(instantiate(0)));
    Resolved.Component closure = (Resolved.Component) valid.resolved().get(2);
    assertThat(closure.component().type().imports()).as("it needs no import").isEmpty();
    assertThat(((Resolved.CoreInstance) closure.component().resolved().get(1)).exports())
        .hasEntrySatisfying("f", type -> assertThat(type).isInstanceOf(CoreExternType.Func.class));
  }

  @Test
  void outerAlias_ofAnImportedComponent_makesTheInnerComponentAClosure() {
    ComponentBytes inner =
        component()
            .alias(outer(1, 0, Sort.COMPONENT))
            .instance(instantiate(0))
            .exported("i", Sort.INSTANCE, 0);
    ValidatedComponent valid =
        Refusal.valid(
            component()
                .type(componentType(declareType(func(null)), declareExport("f", funcOf(0))))
                .imported("c", componentOf(0))
                .nested(inner)
                .instance(instantiate(1)));
    Resolved.Component closure = (Resolved.Component) valid.resolved().get(2);
    assertThat(closure.component().type().imports()).isEmpty();
    assertThat(closure.component().resolved().get(0)).isInstanceOf(Resolved.OuterComponent.class);
    assertThat(((Resolved.Instance) valid.resolved().get(3)).type()).hasToString("instance[i]");
  }
}
