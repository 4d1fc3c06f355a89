package dev.mortise.classgen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        SourceTree.of(Map.of("shop.wasm", importing("shop.wasm", "now", PrimType.U8)));
    assertThat(sources).containsOnlyKeys("shop/Shop.java", "wit/docs/shop/v1/Clock.java");
    assertThat(sources.get("shop/Shop.java"))
        .startsWith("// Made by Mortise from shop.wasm. Changes are lost.\npackage shop;\n")
        .contains("@org.jspecify.annotations.NullMarked\npublic interface Shop");
  }

  @Test
  void sharedInterface_hasWhatAnyOfThemHas() {
    Map<String, JavaModel> models = new LinkedHashMap<>();
    models.put("shop.wasm", importing("shop.wasm", "now", PrimType.U8));
    models.put("bank.wasm", importing("bank.wasm", "later", PrimType.U8));
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
    Map<String, JavaModel> models = new LinkedHashMap<>();
    models.put("shop.wasm", importing("shop.wasm", "now", PrimType.U8));
    models.put("bank.wasm", importing("bank.wasm", "now", PrimType.STRING));
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> SourceTree.of(models))
        .withMessageContaining(
            "[conflicting-interface] docs:shop/clock@1.0.0 > hour: expected the same as in"
                + " shop.wasm, found another in bank.wasm");
  }

  @Test
  void filesOfOneName_areRefused() {
    Map<String, JavaModel> models = new LinkedHashMap<>();
    models.put("a/shop.wasm", importing("shop.wasm", "now", PrimType.U8));
    models.put("b/Shop.wasm", importing("Shop.wasm", "now", PrimType.U8));
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> SourceTree.of(models))
        .withMessageContaining("[conflicting-world] ")
        .withMessageContaining("a/shop.wasm and b/Shop.wasm");
  }
}
