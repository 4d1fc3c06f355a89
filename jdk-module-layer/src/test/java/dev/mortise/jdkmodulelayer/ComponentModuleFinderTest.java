package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.ComponentFindException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components as Java's own module system finds modules. */
class ComponentModuleFinderTest {
  @TempDir Path temp;

  private ModuleFinder finder(String... names) throws Exception {
    return ComponentModuleFinder.of(Guests.folder(temp.resolve("path"), names));
  }

  @Test
  void componentsAndTheirDeclarations_areModules() throws Exception {
    assertThat(finder("ops", "shop").findAll().stream().map(m -> m.descriptor().name()))
        .containsExactly("ops", "shop", "wit.docs.math.v0_2", "wit.docs.shop.v1");
    assertThat(finder("ops").find("nobody")).isEmpty();
  }

  @Test
  void reference_saysWhereAndWhatTheModuleIs() throws Exception {
    ModuleReference shop = finder("ops", "shop").find("shop").orElseThrow();
    assertThat(shop.location()).contains(temp.resolve("path/shop.wasm").toUri());
    ModuleDescriptor descriptor = shop.descriptor();
    assertThat(descriptor.exports().stream().map(e -> e.source())).containsExactly("shop");
    assertThat(descriptor.requires().stream().map(r -> r.name()))
        .containsExactlyInAnyOrder("java.base", "wit.docs.math.v0_2", "wit.docs.shop.v1");
    assertThat(descriptor.provides().stream().map(p -> p.service()))
        .containsExactlyInAnyOrder("shop.Shop", "wit.docs.shop.v1.Cart");
  }

  @Test
  void descriptors_areThoseOfTheLayer() throws Exception {
    String[] names = {"ops", "shop", "bill", "opsnext", "both", "late", "ticks"};
    ModuleFinder finder = finder(names);
    try (ComponentLayer layer =
        ComponentLayer.builder().finder(finder).resolve("bill", "both").define()) {
      assertThat(layer.modules().modules()).hasSizeGreaterThan(7);
      for (Module module : layer.modules().modules()) {
        assertThat(finder.find(module.getName()).orElseThrow().descriptor())
            .isEqualTo(module.getDescriptor());
      }
    }
  }

  @Test
  void packages_holdAllClasses() throws Exception {
    for (ModuleReference module : finder("ops", "shop", "ticks").findAll()) {
      try (ModuleReader reader = module.open();
          var files = reader.list()) {
        assertThat(
                files
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
                    .distinct())
            .isNotEmpty()
            .isSubsetOf(module.descriptor().packages());
      }
    }
  }

  @Test
  void javasResolution_takesItToo() throws Exception {
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(finder("ops", "shop"), ModuleFinder.of(), java.util.List.of("shop"));
    assertThat(configuration.modules().stream().map(ResolvedModule::name))
        .containsExactlyInAnyOrder("shop", "wit.docs.math.v0_2", "wit.docs.shop.v1");
  }

  @Test
  void composedWithAnother_makesALayer() throws Exception {
    Path contracts = Guests.contracts(temp.resolve("contracts"), "ops");
    ModuleFinder both = ModuleFinder.compose(ModuleFinder.of(contracts), finder("ops", "shop"));
    try (ComponentLayer layer = ComponentLayer.builder().finder(both).resolve("shop").define()) {
      assertThat(Guests.call(layer.get("shop"), "total", 40L, 2L)).isEqualTo(42L);
      var contract = layer.modules().configuration().findModule("wit.docs.math.v0_2").orElseThrow();
      assertThat(contract.reference().location().orElseThrow().toString()).endsWith(".jar");
    }
  }

  @Test
  void path_goesBeforeFinders() throws Exception {
    Path first = Guests.folder(temp.resolve("first"), "ops");
    var found = ComponentLayer.builder().finder(finder("ops", "shop")).path(first).find();
    assertThat(found.find("ops").orElseThrow().location()).startsWith(first.toString());
    assertThat(found.find("shop")).isPresent();
  }

  @Test
  void whatIsNoModule_isAFindException() throws Exception {
    ModuleFinder finder = finder("ops", "wider");
    assertThatExceptionOfType(FindException.class)
        .isThrownBy(finder::findAll)
        .withMessageContaining("[conflicting-interface]")
        .withCauseInstanceOf(ComponentFindException.class);
    ModuleFinder none = ComponentModuleFinder.of(temp.resolve("none"));
    assertThatExceptionOfType(FindException.class)
        .isThrownBy(() -> none.find("ops"))
        .withMessageContaining("[missing-path]");
    LayerBuilder builder =
        ComponentLayer.builder().finder(ModuleFinder.compose(none, ModuleFinder.of()));
    assertThatExceptionOfType(ComponentFindException.class).isThrownBy(builder::find);
    Path broken = Files.writeString(temp.resolve("broken.jar"), "no jar");
    LayerBuilder java = ComponentLayer.builder().finder(ModuleFinder.of(broken));
    assertThatExceptionOfType(ComponentFindException.class)
        .isThrownBy(java::find)
        .withMessageContaining("[not-a-module]");
  }
}
