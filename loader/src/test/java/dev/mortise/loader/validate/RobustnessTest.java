package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.ExternBytes.componentOf;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.ExternBytes.typeEq;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.inline;
import static dev.mortise.loader.encode.InstanceBytes.inlineExport;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareAlias;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareImport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.nestedOptions;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static dev.mortise.loader.encode.TypeBytes.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Components that are deep, wide or share their types: they are valid, or refused for a limit, but
 * never exhaust the stack or the patience. The time limits are a hundred times what is needed.
 */
class RobustnessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static void validInTime(ComponentBytes file) {
    ValidatedComponent unused = assertTimeoutPreemptively(PATIENCE, () -> Refusal.valid(file));
  }

  private static Refusal refusedInTime(ComponentBytes file) {
    return assertTimeoutPreemptively(PATIENCE, () -> Refusal.of(file));
  }

  @Test
  void components_nestedToTheLimit_areValid() {
    ComponentBytes file = component().type(func(null)).imported("f", funcOf(0));
    for (int i = 0; i < Limits.NESTING_DEPTH; i++) {
      file =
          component()
              .type(func(null))
              .imported("f", funcOf(0))
              .nested(file)
              .instance(instantiate(0, argument("f", Sort.FUNC, 0)));
    }
    validInTime(file);
  }

  @Test
  void types_nestedToTheLimitInTypesNestedToTheLimit_areValid() {
    List<Bytes> declarators = new ArrayList<>();
    nestedOptions(99).forEach(type -> declarators.add(declareType(type)));
    declarators.add(declareType(func(ref(98))));
    declarators.add(declareExport("f", funcOf(99)));
    Bytes type = instanceType(declarators.toArray(Bytes[]::new));
    for (int i = 1; i < Limits.NESTING_DEPTH; i++) {
      type = instanceType(declareType(type), declareExport("i", instanceOf(0)));
    }
    // A second reading of the same types, which is compared with the first.
    ComponentBytes inner = component().type(type).imported("i", instanceOf(0));
    validInTime(
        component()
            .type(type)
            .imported("i", instanceOf(0))
            .nested(inner)
            .instance(instantiate(0, argument("i", Sort.INSTANCE, 0))));
  }

  @Test
  void instanceTypes_inAChain_areTooDeep() {
    ComponentBytes file = component().type(instanceType(declareExport("r", subResource())));
    for (int i = 0; i < 1000; i++) {
      Bytes previous = declareAlias(outer(1, i, Sort.TYPE));
      file.type(instanceType(previous, declareExport("i", instanceOf(0))));
    }
    refusedInTime(file).breaks(Rule.TYPE_TOO_DEEP).says("at most 250 levels of types");
  }

  @Test
  void componentTypes_inAChain_areTooDeep() {
    ComponentBytes file = component().type(componentType(declareImport("r", subResource())));
    for (int i = 0; i < 10_000; i++) {
      Bytes previous = declareAlias(outer(1, i, Sort.TYPE));
      file.type(componentType(previous, declareImport("c", componentOf(0))));
    }
    refusedInTime(file).breaks(Rule.TYPE_TOO_DEEP);
  }

  @Test
  void instances_inAChain_areTooDeep() {
    ComponentBytes file = component().instance(inline());
    for (int i = 0; i < 900; i++) {
      file.instance(inline(inlineExport("i", Sort.INSTANCE, i)));
    }
    refusedInTime(file).breaks(Rule.TYPE_TOO_DEEP);
  }

  /** {@code tuple<tuple<…>, tuple<…>>}: 2^18 strings when written out, 18 types as they stand. */
  private static ComponentBytes sharing() {
    ComponentBytes file = component().type(tuple(STRING, STRING));
    for (int i = 0; i < 17; i++) {
      file.type(tuple(ref(i), ref(i)));
    }
    return file;
  }

  @Test
  void sharedTypes_usedByManyFunctions_takeLinearTime() {
    ComponentBytes file = sharing();
    for (int i = 0; i < 1000; i++) {
      file.type(func(null, labelled("t", ref(17))));
    }
    validInTime(file.imported("f", funcOf(1017)));
  }

  @Test
  void sharedTypes_comparedWithAnotherReading_takeLinearTime() {
    ComponentBytes inner =
        sharing().type(func(ref(17))).imported("f", funcOf(18)).exported("f", Sort.FUNC, 0);
    ComponentBytes file = sharing().type(func(ref(17))).imported("f", funcOf(18)).nested(inner);
    for (int i = 0; i < 900; i++) {
      file.instance(instantiate(0, argument("f", Sort.FUNC, 0)));
    }
    validInTime(file);
  }

  @Test
  void instances_thatShareTheirExports_takeLinearTime() {
    ComponentBytes file =
        component().nested(component().type(resource()).exported("r", Sort.TYPE, 0));
    for (int level = 0; level < 5; level++) {
      ComponentBytes inner =
          component().alias(outer(1, level, Sort.COMPONENT)).instance(instantiate(0));
      for (int i = 0; i < 10; i++) {
        inner.exported("e" + i, Sort.INSTANCE, 0);
      }
      file.nested(inner);
    }
    // Written out, the last one exports a hundred thousand instances.
    for (int i = 0; i < 900; i++) {
      file.nested(
          component()
              .alias(outer(1, 5, Sort.COMPONENT))
              .instance(instantiate(0))
              .exported("x", Sort.INSTANCE, 0));
    }
    validInTime(file);
  }

  @Test
  void names_ofNamesOfNames_areValid() {
    ComponentBytes inner = component().imported("r", subResource()).type(own(0));
    ComponentBytes file = component().type(resource()).type(own(0));
    List<Bytes> arguments = new ArrayList<>();
    arguments.add(argument("r", Sort.TYPE, 0));
    for (int i = 0; i < 10_000; i++) {
      inner.imported("t" + i, typeEq(i + 1));
      arguments.add(argument("t" + i, Sort.TYPE, 1));
    }
    inner.exported("t", Sort.TYPE, 10_001);
    validInTime(file.nested(inner).instance(instantiate(0, arguments.toArray(Bytes[]::new))));
  }

  @Test
  void resources_manyPassedOn_takeLinearTime() {
    List<Bytes> exports = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      exports.add(declareExport("r" + i, subResource()));
    }
    Bytes type = instanceType(exports.toArray(Bytes[]::new));
    ComponentBytes inner =
        component().type(type).imported("i", instanceOf(0)).exported("j", Sort.INSTANCE, 0);
    validInTime(
        component()
            .type(type)
            .imported("i", instanceOf(0))
            .nested(inner)
            .instance(instantiate(0, argument("i", Sort.INSTANCE, 0))));
  }

  @Test
  void resources_manyFreshInEachOfManyTypes_areRefusedForALimit() {
    List<Bytes> exports = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      exports.add(declareExport("r" + i, subResource()));
    }
    ComponentBytes file = component().type(instanceType(exports.toArray(Bytes[]::new)));
    Bytes wrapper =
        instanceType(declareAlias(outer(1, 0, Sort.TYPE)), declareExport("i", instanceOf(0)));
    for (int i = 0; i < 5_000; i++) {
      file.type(wrapper);
    }
    refusedInTime(file).breaks(Rule.LIMIT_EXCEEDED).says("would take too long");
  }

  @Test
  void coreSubtypes_inAChain_areTooDeep() {
    ComponentBytes file = component().coreType(Bytes.of(0, 0x50, 0, 0x5f, 0));
    for (int i = 0; i < 64; i++) {
      file.coreType(Bytes.of(0, 0x50).then(Bytes.u32(1), Bytes.u32(i), Bytes.of(0x5f, 0)));
    }
    refusedInTime(file)
        .breaks(Rule.LIMIT_EXCEEDED)
        .at(file.offset(64) + 1)
        .says("sub type hierarchy too deep");
  }
}
