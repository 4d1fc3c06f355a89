package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.I64;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.typeEq;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.coreArgument;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.U64;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.record;
import static dev.mortise.loader.encode.TypeBytes.ref;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instantiation: arguments, and the path to the first disagreement of their types. */
class InstanceRulesTest {
  private static final ComponentBytes NEEDS_F =
      component().type(func(null)).imported("f", funcOf(0));

  @Test
  void instantiation_withoutAnArgument_isRefused() {
    ComponentBytes file = component().nested(NEEDS_F).instance(instantiate(0));
    Refusal.of(file)
        .breaks(Rule.MISSING_ARGUMENT)
        .at(file.offset(1))
        .in()
        .says("missing import named `f`");
  }

  @Test
  void instantiation_withMoreArgumentsThanImports_isValid() {
    Refusal.valid(
        component()
            .type(func(null))
            .imported("f", funcOf(0))
            .nested(component())
            .instance(instantiate(0, argument("unused", Sort.FUNC, 0))));
  }

  @Test
  void instantiation_withOneArgumentTwice_isRefusedAtTheSecond() {
    ComponentBytes file =
        component()
            .type(func(null))
            .imported("f", funcOf(0))
            .nested(NEEDS_F)
            .instance(instantiate(0, argument("f", Sort.FUNC, 0), argument("f", Sort.FUNC, 0)));
    Refusal.of(file)
        .breaks(Rule.DUPLICATE_ARGUMENT)
        .at(file.offset(3) + 3 + 4)
        .in()
        .says("`f` conflicts with previous argument");
  }

  @Test
  void instantiation_withAnArgumentOfAnotherSort_isAMismatch() {
    ComponentBytes file =
        component().nested(NEEDS_F).instance(instantiate(0, argument("f", Sort.COMPONENT, 0)));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .at(file.offset(1))
        .in("import \"f\"")
        .says("expected func, found component");
  }

  @Test
  void coreInstantiation_withoutAnArgument_isRefused() {
    ComponentBytes file =
        component()
            .module(module().importedFunction("env", "f", List.of(), List.of()))
            .coreInstance(instantiate(0));
    Refusal.of(file)
        .breaks(Rule.MISSING_ARGUMENT)
        .at(file.offset(1))
        .in()
        .says("missing module instantiation argument named `env`");
  }

  @Test
  void coreInstantiation_withAnotherSignature_isAMismatch() {
    ComponentBytes file =
        component()
            .module(module().function("f", List.of(I32), List.of()))
            .module(module().importedFunction("env", "f", List.of(I64), List.of()))
            .coreInstance(instantiate(0))
            .coreInstance(instantiate(1, coreArgument("env", 0)));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .at(file.offset(3))
        .in("argument \"env\"", "import \"f\"")
        .says("expected (func (param i64)), found (func (param i32))");
  }

  /** An instance type with {@code f: func(p: record { a: list<type> })} inside an instance. */
  private static Bytes nestedInstance(Bytes type) {
    return instanceType(
        declareType(
            instanceType(
                declareType(list(type)),
                declareType(record(labelled("a", ref(0)))),
                declareExport("rec", typeEq(1)),
                declareType(func(null, labelled("p", ref(2)))),
                declareExport("f", funcOf(3)))),
        declareExport("inner", instanceOf(0)));
  }

  @Test
  void subtyping_deepInside_namesThePathOutsideIn() {
    ComponentBytes inner = component().type(nestedInstance(U64)).imported("a:b/c", instanceOf(0));
    ComponentBytes file =
        component()
            .type(nestedInstance(U32))
            .imported("host", instanceOf(0))
            .nested(inner)
            .instance(instantiate(0, argument("a:b/c", Sort.INSTANCE, 0)));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .at(file.offset(3))
        .in(
            "import \"a:b/c\"",
            "instance export \"inner\"",
            "instance export \"rec\"",
            "record field \"a\"",
            "list element")
        .says("expected primitive `u64`, found primitive `u32`");
  }

  @Test
  void subtyping_ofAParameter_namesIt() {
    ComponentBytes inner =
        component().type(func(STRING, labelled("who", STRING))).imported("greet", funcOf(0));
    ComponentBytes file =
        component()
            .type(func(STRING, labelled("whom", STRING)))
            .imported("greet", funcOf(0))
            .nested(inner)
            .instance(instantiate(0, argument("greet", Sort.FUNC, 0)));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .in("import \"greet\"")
        .says("parameter named `who`, found `whom`");
  }

  @Test
  void subtyping_instanceThatExportsMore_isValid() {
    Bytes more =
        instanceType(
            declareType(func(null)), declareExport("f", funcOf(0)), declareExport("g", funcOf(0)));
    Bytes less = instanceType(declareType(func(null)), declareExport("f", funcOf(0)));
    Refusal.valid(
        component()
            .type(more)
            .imported("host", instanceOf(0))
            .nested(component().type(less).imported("i", instanceOf(0)))
            .instance(instantiate(0, argument("i", Sort.INSTANCE, 0))));
  }

  @Test
  void subtyping_instanceThatExportsLess_namesWhatIsMissing() {
    Bytes less = instanceType(declareType(func(null)), declareExport("f", funcOf(0)));
    ComponentBytes file =
        component()
            .type(instanceType())
            .imported("host", instanceOf(0))
            .nested(component().type(less).imported("i", instanceOf(0)))
            .instance(instantiate(0, argument("i", Sort.INSTANCE, 0)));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .in("import \"i\"")
        .says("missing expected export `f`");
  }

  @Test
  void export_ascribedAnotherType_isAMismatch() {
    ComponentBytes file =
        component()
            .type(func(null))
            .type(func(U32))
            .imported("f", funcOf(0))
            .exported("g", Sort.FUNC, 0, funcOf(1));
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .at(file.offset(3))
        .in("ascribed type of export \"g\"")
        .says("expected a result, u32, found none");
  }
}
