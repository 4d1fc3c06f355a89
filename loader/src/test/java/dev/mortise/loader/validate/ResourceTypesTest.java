package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.AliasBytes.exportOf;
import static dev.mortise.loader.encode.CanonBytes.lift;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resource types are generative (Explainer.md, "Type Checking"). */
class ResourceTypesTest {

  /** Defines and exports a resource {@code r} and a function {@code f: func(x: own<r>)}. */
  private static ComponentBytes provider() {
    return component()
        .module(module().function("f", List.of(I32), List.of()))
        .coreInstance(instantiate(0))
        .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
        .type(resource())
        .exported("r", Sort.TYPE, 0)
        .type(own(1))
        .type(func(null, labelled("x", ref(2))))
        .canon(lift(0, 3))
        .exported("f", Sort.FUNC, 0);
  }

  /** Imports a resource {@code r} and a function {@code f: func(x: own<r>)}. */
  private static ComponentBytes consumer() {
    return component()
        .imported("r", subResource())
        .type(own(0))
        .type(func(null, labelled("x", ref(1))))
        .imported("f", funcOf(2));
  }

  private static ResourceType resolved(ValidatedComponent component, int definition) {
    Resolved.Item item = (Resolved.Item) component.resolved().get(definition);
    return (ResourceType) ((ExternType.Type) item.type()).type();
  }

  @Test
  void twoInstances_ofOneComponent_haveDifferentResourceTypes() {
    ValidatedComponent valid =
        Refusal.valid(
            component()
                .nested(provider())
                .instance(instantiate(0))
                .instance(instantiate(0))
                .alias(exportOf(0, "r", Sort.TYPE))
                .alias(exportOf(1, "r", Sort.TYPE)));
    assertThat(resolved(valid, 3)).isNotEqualTo(resolved(valid, 4));
  }

  @Test
  void twoAliases_ofOneInstance_areTheSameResourceType() {
    ValidatedComponent valid =
        Refusal.valid(
            component()
                .nested(provider())
                .instance(instantiate(0))
                .alias(exportOf(0, "r", Sort.TYPE))
                .alias(exportOf(0, "r", Sort.TYPE)));
    assertThat(resolved(valid, 2)).isEqualTo(resolved(valid, 3));
  }

  private static ComponentBytes wired(int resourceFrom, int functionFrom) {
    return component()
        .nested(provider())
        .nested(consumer())
        .instance(instantiate(0))
        .instance(instantiate(0))
        .alias(exportOf(resourceFrom, "r", Sort.TYPE))
        .alias(exportOf(functionFrom, "f", Sort.FUNC))
        .instance(instantiate(1, argument("r", Sort.TYPE, 0), argument("f", Sort.FUNC, 0)));
  }

  @Test
  void consumer_givenResourceAndFunctionOfOneInstance_isValid() {
    Refusal.valid(wired(1, 1));
  }

  @Test
  void consumer_givenResourceAndFunctionOfTwoInstances_isAMismatch() {
    ComponentBytes file = wired(0, 1);
    Refusal.of(file)
        .breaks(Rule.TYPE_MISMATCH)
        .at(file.offset(-1))
        .in("import \"f\"", "param \"x\"")
        .says("resource types are not the same");
  }

  @Test
  void twoImports_ofOneInstanceType_haveDifferentResourceTypes() {
    ComponentBytes file =
        component()
            .type(instanceType(declareExport("r", subResource())))
            .imported("a", instanceOf(0))
            .imported("b", instanceOf(0))
            .alias(exportOf(0, "r", Sort.TYPE))
            .alias(exportOf(1, "r", Sort.TYPE));
    ValidatedComponent valid = Refusal.valid(file);
    assertThat(resolved(valid, 3)).isNotEqualTo(resolved(valid, 4));
  }

  @Test
  void export_ofAResource_isTheSameTypeUnderAnotherIndex() {
    ComponentBytes file = component().type(resource()).exported("r", Sort.TYPE, 0);
    ValidatedComponent valid = Refusal.valid(file);
    ResourceType defined = (ResourceType) ((Resolved.Type) valid.resolved().get(0)).type();
    assertThat(resolved(valid, 1)).isEqualTo(defined).isNotSameAs(defined);
  }

  @Test
  void export_ascribedAbstract_isAnotherType() {
    ComponentBytes file = component().type(resource()).exported("r", Sort.TYPE, 0, subResource());
    ValidatedComponent valid = Refusal.valid(file);
    ResourceType defined = (ResourceType) ((Resolved.Type) valid.resolved().get(0)).type();
    assertThat(resolved(valid, 1)).isNotEqualTo(defined);
  }

  @Test
  void instanceArgument_bindsTheResourceTypeInside() {
    ComponentBytes inner =
        component()
            .type(
                instanceType(
                    declareExport("r", subResource()),
                    declareType(own(0)),
                    declareType(func(null, labelled("x", ref(1)))),
                    declareExport("f", funcOf(2))))
            .imported("i", instanceOf(0));
    Refusal.valid(
        component()
            .nested(provider())
            .nested(inner)
            .instance(instantiate(0))
            .instance(instantiate(1, argument("i", Sort.INSTANCE, 0))));
  }
}
