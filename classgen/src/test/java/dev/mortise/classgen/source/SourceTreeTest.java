package dev.mortise.classgen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SourceTreeTest {
  private static FuncType returning(ValType type) {
    return new FuncType(List.of(), type, false);
  }

  /** A component that imports an interface with a record and one function. */
  private static JavaModel importing(String file, String function, ValType field) {
    NamedType hour =
        new NamedType("hour", new RecordType(List.of(new RecordType.Field("value", field))));
    Map<String, ExternType> exports = new LinkedHashMap<>();
    exports.put("hour", new ExternType.Type(hour));
    exports.put(function, returning(hour));
    ComponentType type =
        new ComponentType(
            Map.of("docs:shop/clock@1.0.0", new InstanceType(exports, List.of())),
            Map.of("open", returning(PrimType.BOOL)),
            List.of(),
            List.of());
    return JavaMapping.of(type, file, null);
  }

  @Test
  void component_isAFilePerInterfaceAndOneForTheWorld() {
    SortedMap<String, String> sources =
        SourceTree.of(
            List.of(new SourceTree.Input("shop.wasm", importing("shop.wasm", "now", PrimType.U8))));
    assertThat(sources).containsOnlyKeys("shop/Shop.java", "wit/docs/shop/v1/Clock.java");
    assertThat(sources.get("shop/Shop.java"))
        .startsWith("// Made by Mortise from shop.wasm. Changes are lost.\npackage shop;\n")
        .contains("@org.jspecify.annotations.NullMarked\npublic interface Shop");
  }

  @Test
  void sharedInterface_hasWhatAnyOfThemHas() {
    List<SourceTree.Input> models = new ArrayList<>();
    models.add(new SourceTree.Input("shop.wasm", importing("shop.wasm", "now", PrimType.U8)));
    models.add(new SourceTree.Input("bank.wasm", importing("bank.wasm", "later", PrimType.U8)));
    SortedMap<String, String> sources = SourceTree.of(models);
    assertThat(sources)
        .containsOnlyKeys("bank/Bank.java", "shop/Shop.java", "wit/docs/shop/v1/Clock.java");
    assertThat(sources.get("wit/docs/shop/v1/Clock.java"))
        .startsWith("// Made by Mortise from shop.wasm, bank.wasm.")
        .containsOnlyOnce("record Hour(")
        .contains(" now()", " later()");
  }

  @Test
  void sharedInterfaceWithAnotherType_isRefused() {
    List<SourceTree.Input> models = new ArrayList<>();
    models.add(new SourceTree.Input("shop.wasm", importing("shop.wasm", "now", PrimType.U8)));
    models.add(new SourceTree.Input("bank.wasm", importing("bank.wasm", "now", PrimType.STRING)));
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> SourceTree.of(models))
        .withMessageContaining(
            "[conflicting-interface] docs:shop/clock@1.0.0 > hour: expected the same as in"
                + " shop.wasm, found another in bank.wasm");
  }

  @Test
  void filesOfOneName_areRefused() {
    List<SourceTree.Input> models = new ArrayList<>();
    models.add(new SourceTree.Input("a/shop.wasm", importing("shop.wasm", "now", PrimType.U8)));
    models.add(new SourceTree.Input("b/Shop.wasm", importing("Shop.wasm", "now", PrimType.U8)));
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> SourceTree.of(models))
        .withMessageContaining("[conflicting-world] ")
        .withMessageContaining("a/shop.wasm and b/Shop.wasm");
  }

  @Test
  void componentBesideItsWit_isTheWorld() {
    JavaModel wit = importing("shop.wit", "now", PrimType.U8);
    JavaModel component =
        wit.withEntry(new JavaModel.Entry(ClassName.of("shop.internal", "Component")));
    List<SourceTree.Input> inputs =
        List.of(new SourceTree.Input("wit", wit), new SourceTree.Input("shop.wasm", component));
    assertThat(SourceTree.of(inputs).get("shop/Shop.java")).contains("shop.internal.Component");
    assertThat(SourceTree.of(List.of(inputs.get(1), inputs.get(0))))
        .hasEntrySatisfying(
            "shop/Shop.java", text -> assertThat(text).contains("shop.internal.Component"));
  }
}
