package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.AliasBytes.exportOf;
import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.CanonBytes.lift;
import static dev.mortise.loader.encode.CanonBytes.lower;
import static dev.mortise.loader.encode.CanonBytes.memory;
import static dev.mortise.loader.encode.CanonBytes.realloc;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.subResource;
import static dev.mortise.loader.encode.ExternBytes.typeEq;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareAlias;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareImport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.enumOf;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.own;
import static dev.mortise.loader.encode.TypeBytes.record;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MalformedComponentException;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is written over a component: it is valid, invalid or malformed, and nothing else. */
class DamagedComponentsTest {
  private static final Bytes CLOCK =
      instanceType(
          declareType(record(labelled("s", U32))),
          declareExport("instant", typeEq(0)),
          declareExport("timer", subResource()),
          declareType(own(2)),
          declareType(func(ref(1), labelled("t", ref(3)))),
          declareExport("now", funcOf(4)));

  private static final List<byte[]> SEEDS =
      List.of(
          component()
              .type(CLOCK)
              .imported("a:b/clock@1.0.0", instanceOf(0))
              .nested(
                  component()
                      .type(CLOCK)
                      .imported("clock", instanceOf(0))
                      .alias(exportOf(0, "now", Sort.FUNC))
                      .exported("again", Sort.INSTANCE, 0))
              .instance(instantiate(0, argument("clock", Sort.INSTANCE, 0)))
              .exported("c", Sort.INSTANCE, 1)
              .toArray(),
          component()
              .module(
                  module()
                      .function("f", List.of(I32, I32), List.of(I32))
                      .function("realloc", Collections.nCopies(4, I32), List.of(I32))
                      .memory("mem"))
              .coreInstance(instantiate(0))
              .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
              .alias(coreExportOf(0, "realloc", Sort.CORE_FUNC))
              .alias(coreExportOf(0, "mem", Sort.CORE_MEMORY))
              .type(enumOf("a", "b"))
              .exported("kind", Sort.TYPE, 0)
              .type(func(ref(1), labelled("s", STRING)))
              .canon(lift(0, 2, memory(0), realloc(1)))
              .exported("f", Sort.FUNC, 0)
              .canon(lower(1, memory(0)))
              .toArray(),
          component()
              .type(resource())
              .exported("r", Sort.TYPE, 0)
              .type(list(STRING))
              .type(
                  componentType(
                      declareAlias(outer(1, 2, Sort.TYPE)),
                      declareImport("t", typeEq(0)),
                      declareType(
                          instanceType(
                              declareAlias(outer(1, 0, Sort.TYPE)),
                              declareExport("u", typeEq(0))))))
              .nested(component().alias(outer(1, 2, Sort.TYPE)).type(list(ref(0))))
              .toArray());

  @Property(tries = 5000)
  void anyDamage_givesAFindingOrAValidComponent(
      @ForAll @IntRange(max = 2) int seed,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 4000) Integer> places,
      @ForAll @IntRange(max = 255) int value) {
    byte[] damaged = SEEDS.get(seed).clone();
    for (int place : places) {
      int position = 8 + place % (damaged.length - 8);
      damaged[position] = (byte) (place % 2 == 0 ? value : damaged[position] + 1);
    }
    try {
      ValidatedComponent unused =
          ComponentValidator.validate(
              ComponentDecoder.decode(damaged, Features.all()), Features.all());
    } catch (MalformedComponentException e) {
      check(e.diagnostics(), damaged.length);
    } catch (InvalidComponentException e) {
      check(e.diagnostics(), damaged.length);
    }
  }

  private static void check(List<Diagnostic> findings, int length) {
    assertThat(findings).isNotEmpty();
    for (Diagnostic finding : findings) {
      assertThat(finding.offset()).as(finding.message()).isBetween(0L, (long) length);
      assertThat(finding.where()).as(finding.message()).isNotEmpty();
      assertThat(finding.spec()).isNotNull();
    }
  }

  @Example
  void seeds_areValid() {
    for (byte[] seed : SEEDS) {
      ValidatedComponent unused =
          ComponentValidator.validate(
              ComponentDecoder.decode(seed, Features.all()), Features.all());
    }
  }
}
