package dev.mortise.loader.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mortise.loader.compat.Change.Kind;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {
  private static final FuncType NOW = func(PrimType.U64);
  private static final FuncType GREET = func(PrimType.STRING, param("who", PrimType.STRING));

  private static FuncType.Param param(String label, ValType type) {
    return new FuncType.Param(label, type);
  }

  private static FuncType func(ValType result, FuncType.Param... params) {
    return new FuncType(Arrays.asList(params), result, false);
  }

  private static Map<String, ExternType> items(Object... namesAndTypes) {
    Map<String, ExternType> items = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      items.put((String) namesAndTypes[i], (ExternType) namesAndTypes[i + 1]);
    }
    return items;
  }

  private static InstanceType instance(Object... namesAndTypes) {
    return new InstanceType(items(namesAndTypes), List.of());
  }

  private static ComponentType importing(Object... namesAndTypes) {
    return new ComponentType(items(namesAndTypes), Map.of(), List.of(), List.of());
  }

  private static ComponentType exporting(Object... namesAndTypes) {
    return new ComponentType(Map.of(), items(namesAndTypes), List.of(), List.of());
  }

  private static List<String> messages(ComponentType before, ComponentType after) {
    return Compatibility.compare(before, after).stream()
        .map(change -> change.diagnostic().message())
        .toList();
  }

  /** An interface that declares a type and has a function that takes it. */
  private static ComponentType declaring(String name, StructuralType structure) {
    NamedType type = new NamedType(name, structure);
    return exporting(
        "docs:shop/api@1.0.0",
        instance(
            name, new ExternType.Type(type), "put", func(new ListType(type), param("it", type))));
  }

  @Test
  void sameType_givesNothing() {
    ComponentType type = declaring("point", record("x", PrimType.U8));
    assertThat(Compatibility.compare(type, type)).isEmpty();
    assertThat(Compatibility.compare(type, declaring("point", record("x", PrimType.U8)))).isEmpty();
  }

  @Test
  void newImport_breaks() {
    assertThat(messages(importing(), importing("docs:shop/clock@1.0.0", instance("now", NOW))))
        .containsExactly(
            "[new-import] import docs:shop/clock@1.0.0: expected nothing, found"
                + " interface { now: func() -> u64 }; the host has to supply it, or the component"
                + " cannot be instantiated");
  }

  @Test
  void newFunctionOfAnImport_breaks() {
    List<Change> changes =
        Compatibility.compare(
            importing("docs:shop/clock", instance("now", NOW)),
            importing("docs:shop/clock", instance("now", NOW, "zone", GREET)));
    assertThat(changes)
        .containsExactly(
            new Change(
                Kind.NEW_IMPORT,
                List.of("import docs:shop/clock", "func zone"),
                null,
                "func(who: string) -> string"));
    assertThat(changes.getFirst().breaking()).isTrue();
  }

  @Test
  void removedImport_isFine() {
    List<Change> changes =
        Compatibility.compare(importing("now", NOW, "greet", GREET), importing("greet", GREET));
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.REMOVED_IMPORT);
    assertThat(changes).noneMatch(Change::breaking);
  }

  @Test
  void removedExport_breaks() {
    assertThat(messages(exporting("greet", GREET), exporting()))
        .containsExactly(
            "[removed-export] export greet: expected func(who: string) -> string, found nothing;"
                + " code that uses it has nothing to call");
  }

  @Test
  void newExport_isFine() {
    List<Change> changes = Compatibility.compare(exporting(), exporting("greet", GREET));
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.NEW_EXPORT);
    assertThat(changes).noneMatch(Change::breaking);
  }

  @Test
  void changedSignature_showsBoth() {
    FuncType loud =
        func(PrimType.STRING, param("who", PrimType.STRING), param("loud", PrimType.BOOL));
    assertThat(messages(exporting("greet", GREET), exporting("greet", loud)))
        .containsExactly(
            "[changed-signature] export greet: expected func(who: string) -> string, found"
                + " func(who: string, loud: bool) -> string; code that was compiled against the one"
                + " does not fit the other");
  }

  static Stream<Arguments> otherSignatures() {
    return Stream.of(
        Arguments.of("label", func(PrimType.STRING, param("whom", PrimType.STRING))),
        Arguments.of("parameter", func(PrimType.STRING, param("who", PrimType.CHAR))),
        Arguments.of("result", func(PrimType.U8, param("who", PrimType.STRING))),
        Arguments.of("no result", func(null, param("who", PrimType.STRING))),
        Arguments.of("async", new FuncType(GREET.params(), GREET.result(), true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherSignatures")
  void otherSignature_breaksBothWays(String name, FuncType other) {
    assertThat(Compatibility.compare(exporting("greet", GREET), exporting("greet", other)))
        .extracting(Change::kind)
        .containsExactly(Kind.CHANGED_SIGNATURE);
    assertThat(Compatibility.compare(importing("greet", other), importing("greet", GREET)))
        .extracting(Change::kind)
        .containsExactly(Kind.CHANGED_SIGNATURE);
  }

  @Test
  void functionThatBecomesAnInterface_breaks() {
    assertThat(Compatibility.compare(exporting("greet", GREET), exporting("greet", instance())))
        .extracting(Change::kind)
        .containsExactly(Kind.CHANGED_SIGNATURE);
  }

  private static RecordType record(Object... labelsAndTypes) {
    Stream.Builder<RecordType.Field> fields = Stream.builder();
    for (int i = 0; i < labelsAndTypes.length; i += 2) {
      fields.add(new RecordType.Field((String) labelsAndTypes[i], (ValType) labelsAndTypes[i + 1]));
    }
    return new RecordType(fields.build().toList());
  }

  private static VariantType variant(String label, ValType payload) {
    return new VariantType(
        List.of(new VariantType.Case("none", null), new VariantType.Case(label, payload)));
  }

  /** Each part that changes is named once, though a function takes the type and returns it. */
  static Stream<Arguments> changedTypes() {
    String at = "export docs:shop/api@1.0.0 > ";
    return Stream.of(
        Arguments.of(
            record("x", PrimType.U8),
            record("x", PrimType.U16),
            at + "record t > field x",
            "x: u8",
            "x: u16"),
        Arguments.of(
            record("x", PrimType.U8),
            record("x", PrimType.U8, "y", PrimType.U8),
            at + "record t > field y",
            null,
            "y: u8"),
        Arguments.of(
            record("x", PrimType.U8, "y", PrimType.U8),
            record("y", PrimType.U8, "x", PrimType.U8),
            at + "record t",
            "the order x, y",
            "the order y, x"),
        Arguments.of(
            variant("some", PrimType.U8),
            variant("some", PrimType.S8),
            at + "variant t > case some",
            "some(u8)",
            "some(s8)"),
        Arguments.of(
            variant("some", PrimType.U8),
            variant("some", null),
            at + "variant t > case some",
            "some(u8)",
            "some"),
        Arguments.of(
            new EnumType(List.of("red", "green")),
            new EnumType(List.of("red")),
            at + "enum t > case green",
            "green",
            null),
        Arguments.of(
            new FlagsType(List.of("read")),
            new FlagsType(List.of("read", "write")),
            at + "flags t > flag write",
            null,
            "write"),
        Arguments.of(
            record("x", PrimType.U8),
            new EnumType(List.of("x")),
            at + "record t",
            "record",
            "enum"));
  }

  @ParameterizedTest(name = "{2}: {3} → {4}")
  @MethodSource("changedTypes")
  void changedType_isNamedByItsPath(
      StructuralType before, StructuralType after, String where, String old, String now) {
    List<Change> changes = Compatibility.compare(declaring("t", before), declaring("t", after));
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().kind()).isEqualTo(Kind.CHANGED_TYPE);
    assertThat(changes.getFirst().where()).isEqualTo(where);
    assertThat(changes.getFirst().before()).isEqualTo(old);
    assertThat(changes.getFirst().after()).isEqualTo(now);
    assertThat(changes.getFirst().breaking()).isTrue();
  }

  @Test
  void renamedType_changesTheSignatureToo() {
    RecordType structure = record("x", PrimType.U8);
    assertThat(Compatibility.compare(declaring("old", structure), declaring("new", structure)))
        .extracting(Change::kind)
        .containsExactly(Kind.REMOVED_EXPORT, Kind.CHANGED_SIGNATURE, Kind.NEW_TYPE);
  }

  @Test
  void aliasOfAPrimitive_isThePrimitive() {
    assertThat(
            Compatibility.compare(
                exporting("f", func(new NamedType("id", PrimType.U32))),
                exporting("f", func(PrimType.U32))))
        .isEmpty();
  }

  @Test
  void changedAlias_isNamed() {
    ComponentType before = exporting("id", new ExternType.Type(new NamedType("id", PrimType.U32)));
    ComponentType after = exporting("id", new ExternType.Type(new NamedType("id", PrimType.U64)));
    assertThat(Compatibility.compare(before, after))
        .containsExactly(new Change(Kind.CHANGED_TYPE, List.of("export id"), "u32", "u64"));
  }

  @Test
  void newMethodOfAResource_dependsOnWhoDefinesIt() {
    ResourceType counter = ResourceType.imported("counter");
    FuncType add = func(null, param("self", new HandleType.Borrow(counter)));
    InstanceType before = instance("counter", new ExternType.Type(counter));
    InstanceType after =
        instance("counter", new ExternType.Type(counter), "[method]counter.add", add);
    assertThat(Compatibility.compare(exporting("a:b/c", before), exporting("a:b/c", after)))
        .extracting(Change::where, Change::breaking)
        .containsExactly(tuple("export a:b/c > method counter.add", false));
    assertThat(Compatibility.compare(importing("a:b/c", before), importing("a:b/c", after)))
        .extracting(Change::where, Change::breaking)
        .containsExactly(tuple("import a:b/c > method counter.add", true));
  }

  @Test
  void newResourceOfAnImport_breaks() {
    ResourceType file = ResourceType.imported("file");
    assertThat(
            Compatibility.compare(
                importing("a:b/c", instance()),
                importing("a:b/c", instance("file", new ExternType.Type(file)))))
        .extracting(Change::kind)
        .containsExactly(Kind.NEW_IMPORT);
  }

  @Test
  void otherVersionOfTheTrack_isTheSameInterface() {
    List<Change> changes =
        Compatibility.compare(
            importing("wasi:io/clock@0.2.3", instance("now", NOW)),
            importing("wasi:io/clock@0.2.6", instance("now", NOW, "zone", GREET)));
    assertThat(changes)
        .extracting(Change::kind)
        .containsExactly(Kind.CHANGED_VERSION, Kind.NEW_IMPORT);
    assertThat(changes.get(1).where()).isEqualTo("import wasi:io/clock@0.2.3 > func zone");
  }

  @Test
  void otherTrack_isAnotherInterface() {
    assertThat(
            Compatibility.compare(
                exporting("wasi:io/clock@0.2.3", instance("now", NOW)),
                exporting("wasi:io/clock@0.3.0", instance("now", NOW))))
        .extracting(Change::kind)
        .containsExactly(Kind.REMOVED_EXPORT, Kind.NEW_EXPORT);
  }

  @Test
  void typesThatShareTheirParts_areComparedQuickly() {
    assertThat(
            Compatibility.compare(
                exporting("f", func(shared(60))), exporting("f", func(shared(60)))))
        .isEmpty();
  }

  @Test
  void typesThatNestDeeply_areCompared() {
    assertThat(
            Compatibility.compare(
                exporting("f", func(deep(PrimType.U8))), exporting("f", func(deep(PrimType.S8)))))
        .hasSize(1);
  }

  private static ValType shared(int levels) {
    ValType type = PrimType.U8;
    for (int i = 0; i < levels; i++) {
      type = new TupleType(List.of(type, type));
    }
    return type;
  }

  private static ValType deep(ValType innermost) {
    ValType type = innermost;
    for (int i = 0; i < 50; i++) {
      type = new NamedType("r" + i, record("inner", new ListType(type)));
    }
    return type;
  }
}
