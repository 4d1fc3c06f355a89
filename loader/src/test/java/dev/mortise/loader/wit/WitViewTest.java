package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.type.WitTypes;
import dev.mortise.runtime.value.GreeterTypes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitViewTest {
  /** Named items in order. */
  private static final class Items extends LinkedHashMap<String, ExternType> {
    private static final long serialVersionUID = 1L;

    Items with(String name, ExternType item) {
      put(name, item);
      return this;
    }

    Items with(String name, DefType type) {
      return with(name, new ExternType.Type(type));
    }

    InstanceType instance() {
      return new InstanceType(this, List.of());
    }
  }

  private static Items items() {
    return new Items();
  }

  private static FuncType.Param param(String label, ValType type) {
    return GreeterTypes.param(label, type);
  }

  private static FuncType func(ValType result, FuncType.Param... params) {
    return GreeterTypes.func(result, params);
  }

  private static String print(Map<String, ExternType> imports, Map<String, ExternType> exports) {
    WitDocument document =
        WitView.of(new ComponentType(imports, exports, List.of(), List.of()), "root");
    WitPackages again = WitPackages.of("again", document.toString(), WitOptions.DEFAULT);
    if (document.notes().isEmpty()) {
      assertThat(again.wit()).isEqualTo(document.toString());
    } else {
      assertThat(document.toString()).contains(document.notes());
    }
    return document.toString();
  }

  private static NamedType record(String name, ValType field) {
    return new NamedType(name, new RecordType(List.of(new RecordType.Field("f", field))));
  }

  @Test
  void greeter_isPrintedAsItsWit() throws IOException {
    InstanceType api =
        items()
            .with("person", (DefType) GreeterTypes.PERSON)
            .with("style", (DefType) GreeterTypes.STYLE)
            .with("mood", (DefType) GreeterTypes.MOOD)
            .with("extras", (DefType) GreeterTypes.EXTRAS)
            .with("greet", (ExternType) GreeterTypes.GREET)
            .with("greet-person", (ExternType) GreeterTypes.GREET_PERSON)
            .with("oldest", (ExternType) GreeterTypes.OLDEST)
            .with("swap", (ExternType) GreeterTypes.SWAP)
            .instance();
    String wit =
        print(
            items(),
            items()
                .with("docs:greeter/api@1.0.0", (ExternType) api)
                .with("hello", (ExternType) func(PrimType.STRING, param("name", PrimType.STRING))));
    Golden.check("wit/greeter.wit", wit);
  }

  @Test
  void resources_haveTheirFunctionsAndAreUsedElsewhere() throws IOException {
    ResourceType error = ResourceType.imported("error");
    ResourceType stream = ResourceType.imported("stream");
    NamedType failure =
        new NamedType(
            "stream-error",
            new VariantType(
                List.of(
                    new VariantType.Case("failed", new HandleType.Own(error)),
                    new VariantType.Case("closed", null))));
    InstanceType errors =
        items()
            .with("error", (DefType) error)
            .with(
                "[method]error.to-debug-string",
                (ExternType) func(PrimType.STRING, param("self", new HandleType.Borrow(error))))
            .instance();
    InstanceType streams =
        items()
            .with("error", (DefType) error.named("error"))
            .with("stream-error", (DefType) failure)
            .with("input-stream", (DefType) stream)
            .with(
                "[constructor]input-stream",
                (ExternType) func(new HandleType.Own(stream), param("name", PrimType.STRING)))
            .with(
                "[method]input-stream.read",
                (ExternType)
                    func(
                        new ResultType(new ListType(PrimType.U8), failure),
                        param("self", new HandleType.Borrow(stream)),
                        param("len", PrimType.U64)))
            .with(
                "[static]input-stream.from",
                (ExternType)
                    func(
                        new ResultType(new HandleType.Own(stream), null),
                        param("other", new HandleType.Borrow(stream))))
            .with("boxed", (DefType) new NamedType("boxed", new HandleType.Own(stream)))
            .instance();
    InstanceType stdin =
        items()
            .with("stream", (DefType) stream.named("stream"))
            .with("reason", (DefType) new NamedType("reason", failure))
            .with("get-stdin", (ExternType) func(new HandleType.Own(stream)))
            .instance();
    String wit =
        print(
            items()
                .with("wasi:io/error@0.2.0", (ExternType) errors)
                .with("wasi:io/streams@0.2.0", (ExternType) streams)
                .with("wasi:cli/stdin@0.2.0", (ExternType) stdin),
            items()
                .with(
                    "wasi:cli/run@0.2.0",
                    (ExternType)
                        items()
                            .with("run", (ExternType) func(new ResultType(null, null)))
                            .instance()));
    Golden.check("wit/resources.wit", wit);
  }

  @Test
  void typesOfEveryKind_arePrinted() throws IOException {
    Items types = items();
    NamedType a = new NamedType("a", PrimType.U32);
    types
        .with("a", (DefType) a)
        .with("b", (DefType) new NamedType("b", a))
        .with("c", (DefType) new NamedType("c", new ListType(PrimType.CHAR, 4L)))
        .with("d", (DefType) new NamedType("d", new MapType(PrimType.STRING, a)))
        .with("e", (DefType) new NamedType("e", new ResultType(null, PrimType.S8)))
        .with("g", (DefType) new NamedType("g", new StreamType(PrimType.U8)))
        .with("h", (DefType) new NamedType("h", new FutureType(null)))
        .with("i", (DefType) new NamedType("i", PrimType.ERROR_CONTEXT))
        .with("list", (DefType) new NamedType("list", new EnumType(List.of("enum", "x"))))
        .with("flags", (DefType) new NamedType("flags", new FlagsType(List.of("use", "y"))))
        .with("record", (DefType) record("record", new OptionType(a)))
        .with(
            "world",
            (ExternType)
                new FuncType(
                    List.of(param("func", new TupleType(List.of(PrimType.BOOL, PrimType.F32)))),
                    new OptionType(new OptionType(PrimType.F64)),
                    true));
    Golden.check(
        "wit/kinds.wit",
        print(items(), items().with("a:b/interface", (ExternType) types.instance())));
  }

  @Test
  void inlineInterfacesAndWorldTypes_stayInTheWorld() throws IOException {
    NamedType shared = record("shared", PrimType.U8);
    NamedType top = new NamedType("other-name", shared);
    String wit =
        print(
            items()
                .with("foo:foo/i", (ExternType) items().with("shared", (DefType) shared).instance())
                .with("other-name", (DefType) top)
                .with("t", (DefType) record("t", top))
                .with(
                    "inline",
                    (ExternType)
                        items()
                            .with("shared", (DefType) new NamedType("shared", shared))
                            .with("own", (DefType) record("own", shared))
                            .with("%", (ExternType) func(null))
                            .with("f", (ExternType) func(shared, param("x", top)))
                            .instance())
                .with("log", (ExternType) func(null, param("message", PrimType.STRING))),
            items()
                .with("foo:foo/i", (ExternType) items().with("shared", (DefType) shared).instance())
                .with("run", (ExternType) func(top)));
    Golden.check("wit/inline.wit", wit);
  }

  @Test
  void typesThatAreNotReexported_areUsedAllTheSame() throws IOException {
    NamedType shared = record("shared", PrimType.U8);
    NamedType mine = record("shared", PrimType.U16);
    String wit =
        print(
            items()
                .with(
                    "foo:foo/i", (ExternType) items().with("shared", (DefType) shared).instance()),
            items()
                .with(
                    "foo:bar/j",
                    (ExternType)
                        items()
                            .with("shared", (DefType) mine)
                            .with("f", (ExternType) func(shared, param("x", mine)))
                            .instance())
                .with(
                    "foo:foo/k",
                    (ExternType) items().with("f", (ExternType) func(shared)).instance()));
    Golden.check("wit/uses.wit", wit);
  }

  @Test
  void whatWitCannotExpress_isAComment() throws IOException {
    ComponentType inner = new ComponentType(items(), items(), List.of(), List.of());
    ExternType module = new ExternType.Module(new CoreModuleType(List.of(), Map.of()));
    NamedType hidden = record("hidden", PrimType.U8);
    String wit =
        print(
            items()
                .with("plugin", (ExternType) inner)
                .with("libc", module)
                .with("answer", new ExternType.Value(PrimType.U32))
                .with("url=<https://example.com>", (ExternType) items().instance())
                .with("one", (ExternType) items().with("hidden", (DefType) hidden).instance())
                .with(
                    "two",
                    (ExternType)
                        items().with("seen", (DefType) new NamedType("seen", hidden)).instance()),
            items()
                .with(
                    "a:b/c",
                    (ExternType)
                        items()
                            .with("nested", (ExternType) items().instance())
                            .with("[method]nobody.f", (ExternType) func(null))
                            .with("lib", module)
                            .instance())
                .with("t", (DefType) new NamedType("t", PrimType.U32))
                .with("f", (ExternType) func(new EnumType(List.of("x")))));
    Golden.check("wit/inexpressible.wit", wit);
  }

  @Test
  void interfacesThatNeedEachOther_areCutApart() throws IOException {
    NamedType first = record("first", PrimType.U8);
    NamedType second = record("second", first);
    Items imported = items().with("first", (DefType) first);
    String wit =
        print(
            items()
                .with("a:b/one", (ExternType) imported.instance())
                .with("a:b/two", (ExternType) items().with("second", (DefType) second).instance()),
            items()
                .with(
                    "a:b/one",
                    (ExternType)
                        items()
                            .with("first", (DefType) record("first", PrimType.U16))
                            .with("second", (DefType) new NamedType("second", second))
                            .with("f", (ExternType) func(second))
                            .instance()));
    Golden.check("wit/need-each-other.wit", wit);
  }

  @Test
  void importAndExportThatDiffer_areSaidToDiffer() throws IOException {
    ResourceType resource = ResourceType.imported("r");
    Items imported =
        items()
            .with("r", (DefType) resource)
            .with("t", (DefType) record("t", PrimType.U8))
            .with("f", (ExternType) func(null))
            .with("only-imported", (ExternType) func(null));
    Items exported =
        items()
            .with("r", (DefType) resource.named("r"))
            .with("t", (DefType) record("t", PrimType.U16))
            .with("f", (ExternType) func(PrimType.U8))
            .with("only-exported", (ExternType) func(null));
    Golden.check(
        "wit/differ.wit",
        print(
            items().with("a:b/c", (ExternType) imported.instance()),
            items().with("a:b/c", (ExternType) exported.instance())));
  }

  @Test
  void exportThatNeedsAnExportThroughAnImport_isAComment() throws IOException {
    NamedType first = record("first", PrimType.U8);
    NamedType second = record("second", first);
    InstanceType one = items().with("first", (DefType) first).instance();
    InstanceType two =
        items().with("first", (DefType) first).with("second", (DefType) second).instance();
    InstanceType three =
        items()
            .with("second", (DefType) new NamedType("second", second))
            .with("f", (ExternType) func(second))
            .instance();
    Golden.check(
        "wit/export-through-import.wit",
        print(
            items().with("a:b/one", (ExternType) one).with("a:b/two", (ExternType) two),
            items()
                .with(
                    "a:b/one",
                    (ExternType)
                        items().with("first", (DefType) record("first", PrimType.U8)).instance())
                .with("a:b/three", (ExternType) three)));
  }

  @Test
  void namesThatWouldMeet_areKeptApart() throws IOException {
    NamedType t = record("t", PrimType.U8);
    ResourceType exported = ResourceType.imported("r");
    Golden.check(
        "wit/names-apart.wit",
        print(
            items()
                .with("a:b/c", (ExternType) items().with("t", (DefType) t).instance())
                .with("T", (ExternType) func(t))
                .with("r", (DefType) ResourceType.imported("r"))
                .with("c-t", (ExternType) func(null))
                .with("u", (ExternType) func(null)),
            items()
                .with("r", (DefType) exported)
                .with("u", (DefType) record("u", PrimType.U8))
                .with("f", (ExternType) func(new HandleType.Own(exported)))));
  }

  @Test
  void keywordsAndVersions_areWrittenAsNames() throws IOException {
    Golden.check(
        "wit/odd-names.wit",
        print(
            items()
                .with(
                    "use:type/func@1.2.3-rc.1+b.2",
                    (ExternType)
                        items().with("borrow", (DefType) record("borrow", PrimType.U8)).instance())
                .with("a1:b-2/C3-d", (ExternType) items().instance())
                .with("a:b/c@1", (ExternType) items().instance())
                .with("a:b/c@0.2", (ExternType) items().instance())
                .with("a:b:c/d", (ExternType) items().instance())
                .with("a:b/c/d", (ExternType) items().instance())
                .with("import", (ExternType) func(null, param("async", PrimType.U8))),
            items()));
  }

  @Test
  void emptyComponent_isAnEmptyWorld() {
    assertThat(print(items(), items())).isEqualTo("package root:component;\n\nworld root {\n}\n");
  }

  @Test
  void definedResource_exportedUnderItsName_isDefinedThere() {
    ResourceType inside = ResourceType.defined(null, CoreValType.Num.I32);
    ResourceType outside = inside.named("counter");
    InstanceType counters =
        items()
            .with("counter", (DefType) outside)
            .with("[constructor]counter", (ExternType) func(new HandleType.Own(outside)))
            .instance();
    assertThat(print(items(), items().with("a:b/counters", (ExternType) counters)))
        .contains("resource counter {\n      constructor();\n    }");
  }

  @Test
  void describe_inOneLine_namesAndShows() {
    assertThat(WitTypes.describe(PrimType.U8)).isEqualTo("u8");
    assertThat(WitTypes.describe(GreeterTypes.MOOD))
        .isEqualTo("mood (enum { happy, neutral, grumpy })");
    assertThat(WitTypes.describe((ExternType) GreeterTypes.GREET))
        .isEqualTo("func(who: string) -> string");
    assertThat(
            WitTypes.describe((ExternType) items().with("f", (ExternType) func(null)).instance()))
        .isEqualTo("instance that exports f");
    assertThat(WitTypes.describe(new ExternType.Type(ResourceType.imported("file"))))
        .isEqualTo("type resource file");
  }
}
