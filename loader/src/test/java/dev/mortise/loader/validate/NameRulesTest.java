package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.ExternBytes.componentOf;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.implementing;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.name;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.ExternBytes.typeEq;
import static dev.mortise.loader.encode.InstanceBytes.inline;
import static dev.mortise.loader.encode.InstanceBytes.inlineExport;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.borrow;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareAlias;
import static dev.mortise.loader.encode.TypeBytes.declareImport;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.record;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;

import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of imports and exports, and which types may show in them. */
class NameRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "A:b/c", "a_b", "", "a:b/c/d", "url=<a", "[method]a"})
  void importName_thatIsNoExternName_isInvalid(String name) {
    ComponentBytes file = component().type(func(null)).imported(name, funcOf(0));
    Refusal.of(file)
        .breaks(Rule.INVALID_NAME)
        .at(file.offset(1))
        .in()
        .says("import name `" + name + "` is not a valid extern name");
  }

  @Test
  void interfaceVersion_notSemver_isInvalid() {
    ComponentBytes file = component().type(instanceType()).imported("a:b/c@1.x", instanceOf(0));
    Refusal.of(file)
        .breaks(Rule.INVALID_VERSION)
        .at(file.offset(1))
        .in()
        .says("`a:b/c@1.x`", "invalid interface version");
  }

  @Test
  void exportName_thatIsALocation_isRefused() {
    ComponentBytes file =
        component().instance(inline()).exported("url=<https://a>", Sort.INSTANCE, 0);
    Refusal.of(file)
        .breaks(Rule.NAME_NOT_FOR_EXPORT)
        .at(file.offset(1))
        .in()
        .says("not a valid export name");
  }

  @Test
  void method_ofNoNamedResource_isRefused() {
    ComponentBytes file =
        component()
            .imported("file", subResource())
            .type(borrow(0))
            .type(func(null, labelled("self", ref(1))))
            .imported("[method]dir.close", funcOf(2));
    Refusal.of(file)
        .breaks(Rule.ANNOTATED_NAME)
        .at(file.offset(3))
        .in()
        .says("does not match expected resource name `file`");
  }

  @Test
  void constructor_ofItsResource_isValid() {
    Refusal.valid(
        component()
            .imported("file", subResource())
            .type(own(0))
            .type(func(ref(1)))
            .imported("[constructor]file", funcOf(2)));
  }

  @Test
  void attribute_onAFunction_isRefused() {
    ComponentBytes file =
        component().type(func(null)).imported(name("f", implementing("a:b/c")), funcOf(0));
    Refusal.of(file)
        .breaks(Rule.ATTRIBUTE)
        .at(file.offset(1))
        .in()
        .says("only instances can have an `implements`");
  }

  @Test
  void attribute_twice_isRefused() {
    ComponentBytes file =
        component()
            .type(instanceType())
            .imported(name("i", implementing("a:b/c"), implementing("a:b/d")), instanceOf(0));
    Refusal.of(file).breaks(Rule.ATTRIBUTE).says("duplicate 'implements' option in name");
  }

  /** Explainer.md, "Name Uniqueness". */
  @ParameterizedTest
  @CsvSource({"f, f", "hello, HELLO", "a-b, A-b"})
  void twoNames_notStronglyUnique_conflict(String first, String second) {
    ComponentBytes file =
        component().type(func(null)).imported(first, funcOf(0)).imported(second, funcOf(0));
    Refusal.of(file)
        .breaks(Rule.NAME_CONFLICT)
        .at(file.offset(2))
        .in()
        .says("import name `" + second + "` conflicts with previous name `" + first + "`");
  }

  @ParameterizedTest
  @CsvSource({"f, g", "a-b, ab", "a:b/c, a:b/d", "a:b/c@1.0.0, a:b/c@1.0.1", "c, a:b/c"})
  void twoNames_stronglyUnique_areValid(String first, String second) {
    Refusal.valid(
        component()
            .type(instanceType())
            .imported(first, instanceOf(0))
            .imported(second, instanceOf(0)));
  }

  @Test
  void constructorAndItsResource_areStronglyUnique_butLabelAndMethodAreNot() {
    Refusal.valid(
        component()
            .imported("r", subResource())
            .type(own(0))
            .type(func(ref(1)))
            .imported("[constructor]r", funcOf(2)));
  }

  @Test
  void sameName_asImportAndAsExport_isValid() {
    Refusal.valid(
        component().type(func(null)).imported("f", funcOf(0)).exported("f", Sort.FUNC, 0));
  }

  @Test
  void inlineExports_ofOneName_conflict() {
    ComponentBytes file =
        component()
            .type(func(null))
            .imported("f", funcOf(0))
            .instance(inline(inlineExport("a", Sort.FUNC, 0), inlineExport("A", Sort.FUNC, 0)));
    Refusal.of(file)
        .breaks(Rule.NAME_CONFLICT)
        .at(file.offset(2) + 7)
        .says("export name `A` conflicts with previous name `a`");
  }

  @Test
  void importedFunc_ofAnUnnamedRecord_isRefused() {
    ComponentBytes file =
        component()
            .type(record(labelled("x", U8)))
            .type(func(null, labelled("p", ref(0))))
            .imported("f", funcOf(1));
    Refusal.of(file)
        .breaks(Rule.UNNAMED_TYPE)
        .at(file.offset(2))
        .in()
        .says("import \"f\"", "func not valid to be used as import");
  }

  @Test
  void importedFunc_ofTheImportedName_isValid() {
    Refusal.valid(
        component()
            .type(record(labelled("x", U8)))
            .imported("rec", typeEq(0))
            .type(func(null, labelled("p", ref(1))))
            .imported("f", funcOf(2)));
  }

  @Test
  void exportedFunc_ofAnUnexportedResource_isRefused() {
    ComponentBytes file =
        component().type(resource()).type(own(0)).type(func(ref(1))).imported("f", funcOf(2));
    Refusal.of(file).breaks(Rule.UNNAMED_TYPE).at(file.offset(3));
  }

  @Test
  void importedComponentType_ofALocalResource_isHidden() {
    ComponentBytes file =
        component()
            .type(resource())
            .type(
                componentType(declareAlias(outer(1, 0, Sort.TYPE)), declareImport("t", typeEq(0))))
            .imported("c", componentOf(1));
    Refusal.of(file)
        .breaks(Rule.HIDDEN_RESOURCE)
        .at(file.size())
        .in()
        .says("local resource type found in imports");
  }
}
