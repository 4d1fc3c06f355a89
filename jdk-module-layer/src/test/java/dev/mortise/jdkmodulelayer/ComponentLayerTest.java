package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.ComponentLayerException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components as modules that run. */
class ComponentLayerTest {
  @TempDir Path temp;

  private LayerBuilder path(String... names) throws Exception {
    return ComponentLayer.builder().path(Guests.folder(temp.resolve("path"), names));
  }

  private static Class<?> load(ComponentLayer layer, String module, String name) throws Exception {
    return layer.modules().findLoader(module).loadClass(name);
  }

  @Test
  void diamond_callsThroughAllOfIt() throws Exception {
    try (ComponentLayer layer = path("ops", "shop", "bill").resolve("bill").define()) {
      assertThat(Guests.call(layer.get("bill"), "pay", 3L, 4L, 5L)).isEqualTo(35L);
    }
  }

  @Test
  void singletons_areSharedAndFreshOnesAreNot() throws Exception {
    try (ComponentLayer layer = path("ops", "shop", "bill").resolve("bill").define()) {
      Guests.call(layer.get("bill"), "pay", 3L, 4L, 5L);
      Guests.call(layer.get("shop"), "total", 1L, 1L);
      Class<?> cart = load(layer, "shop", "wit.docs.shop.v1.Cart");
      assertThat(Guests.call(layer.get("shop", cart), "calls")).isEqualTo(2L);
      try (FreshInstance fresh = layer.fresh("shop")) {
        assertThat(Guests.call(fresh.get(cart), "calls")).isEqualTo(0L);
        assertThat(Guests.call(fresh.world(), "total", 20L, 22L)).isEqualTo(42L);
      }
      assertThat(Guests.call(layer.get("shop", cart), "calls")).isEqualTo(2L);
      assertThat(layer.get("shop")).isSameAs(layer.get("shop"));
    }
  }

  @Test
  void twoTracks_liveSideBySide() throws Exception {
    try (ComponentLayer layer = path("ops", "opsnext", "both").resolve("both").define()) {
      // (50 + 8) + (50 - 8)
      assertThat(Guests.call(layer.get("both"), "differ", 50L, 8L)).isEqualTo(100L);
      assertThat(layer.modules().modules().stream().map(Module::getName))
          .contains("wit.docs.math.v0_2", "wit.docs.math.v0_3");
    }
  }

  @Test
  void descriptors_showTheTruth() throws Exception {
    try (ComponentLayer layer = path("ops", "shop").resolve("shop").define()) {
      var shop = layer.modules().findModule("shop").orElseThrow().getDescriptor();
      assertThat(shop.exports().stream().map(e -> e.source())).containsExactly("shop");
      assertThat(shop.packages()).contains("shop", "shop.internal", "shop.internal.call");
      assertThat(shop.opens()).isEmpty();
      assertThat(shop.requires().stream().map(r -> r.name()))
          .containsExactlyInAnyOrder("java.base", "wit.docs.math.v0_2", "wit.docs.shop.v1");
      assertThat(shop.provides().stream().map(p -> p.service())).contains("wit.docs.shop.v1.Cart");
    }
  }

  @Test
  void instanceState_isOutOfReachOfReflection() throws Exception {
    try (ComponentLayer layer = path("ops", "shop").resolve("shop").define()) {
      Object world = layer.get("shop");
      Module module = world.getClass().getModule();
      assertThat(module.getName()).isEqualTo("shop");
      assertThat(module.isExported("shop.internal")).isFalse();
      assertThat(module.isExported("shop.internal", getClass().getModule())).isFalse();
      assertThat(world.getClass().getDeclaredFields()).isNotEmpty();
      for (Field field : world.getClass().getDeclaredFields()) {
        assertThatExceptionOfType(InaccessibleObjectException.class)
            .isThrownBy(() -> field.setAccessible(true));
      }
      Class<?> entry = load(layer, "shop", "shop.internal.Component");
      assertThatExceptionOfType(IllegalAccessException.class)
          .isThrownBy(() -> entry.getField("COMPONENT").get(null));
      assertThat(world.getClass().getClassLoader().getResource("shop/internal/Module0.wasm"))
          .isNull();
    }
  }

  @Test
  void exports_areServicesOfTheSingletons() throws Exception {
    try (ComponentLayer layer = path("ops", "shop").resolve("shop").define()) {
      Class<?> cart = load(layer, "shop", "wit.docs.shop.v1.Cart");
      Object service = ServiceLoader.load(layer.modules(), cart).findFirst().orElseThrow();
      Guests.call(service, "total", 1L, 2L);
      assertThat(Guests.call(layer.get("shop", cart), "calls")).isEqualTo(1L);
    }
  }

  @Test
  void boundObject_isCalled() throws Exception {
    try (URLClassLoader app = Guests.classPath(Guests.contracts(temp.resolve("app"), "late"))) {
      Class<?> clock = app.loadClass("wit.docs.clock.v1.Clock");
      try (ComponentLayer layer = bind(path("late"), clock, 7L).resolve("late").define()) {
        assertThat(Guests.call(layer.get("late"), "run")).isEqualTo(8L);
        assertThat(layer.modules().findModule("wit.docs.clock.v1")).isEmpty();
      }
    }
  }

  private static <T> LayerBuilder bind(LayerBuilder builder, Class<T> type, Object answer) {
    return builder.bind(
        type,
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (p, m, arguments) -> answer)));
  }

  @Test
  void boundObject_goesBeforeAComponent() throws Exception {
    try (URLClassLoader app = Guests.classPath(Guests.contracts(temp.resolve("app"), "ops"))) {
      Class<?> ops = app.loadClass("wit.docs.math.v0_2.Ops");
      try (ComponentLayer layer = bind(path("shop", "ops"), ops, 99L).resolve("shop").define()) {
        assertThat(Guests.call(layer.get("shop"), "total", 1L, 1L)).isEqualTo(99L);
        assertThat(layer.modules().findModule("ops")).isEmpty();
      }
    }
  }

  @Test
  void callersClass_isSharedWhenItSaysSo() throws Exception {
    try (URLClassLoader app =
        Guests.classPath(Guests.contracts(temp.resolve("app"), "ops", "shop"))) {
      Class<?> cart = app.loadClass("wit.docs.shop.v1.Cart");
      try (ComponentLayer layer = path("ops", "shop").contract(cart).resolve("shop").define()) {
        assertThat(layer.get("shop", cart)).isInstanceOf(cart);
      }
      try (ComponentLayer layer = path("ops", "shop").resolve("shop").define()) {
        assertThatExceptionOfType(ComponentLayerException.class)
            .isThrownBy(() -> layer.get("shop", cart))
            .withMessageContaining("[other-class] shop > wit.docs.shop.v1.Cart")
            .withMessageContaining("contract(Cart.class)");
      }
    }
  }

  @Test
  void callersWorld_isSharedWhenItSaysSo() throws Exception {
    try (URLClassLoader app = Guests.classPath(Guests.worlds(temp.resolve("app"), "ops", "shop"))) {
      Class<?> world = app.loadClass("shop.Shop");
      try (ComponentLayer layer = path("ops", "shop").contract(world).resolve("shop").define()) {
        assertThat(layer.get("shop", world)).isInstanceOf(world);
        var module = layer.modules().findModule("shop").orElseThrow();
        assertThat(module.getDescriptor().exports()).isEmpty();
      }
    }
  }

  @Test
  void functionsOfTheWorld_areBoundByTheirClass() throws Exception {
    try (URLClassLoader app = Guests.classPath(Guests.worlds(temp.resolve("app"), "ticks"))) {
      Class<?> host = app.loadClass("ticks.Ticks$Imports");
      try (ComponentLayer layer = bind(path("ticks"), host, 4L).resolve("ticks").define()) {
        assertThat(Guests.call(layer.get("ticks"), "run")).isEqualTo(5L);
      }
    }
  }

  @Test
  void contractJarOfThePath_isAModuleOfTheLayer() throws Exception {
    Path contracts = Guests.contracts(temp.resolve("contracts"), "ops");
    try (ComponentLayer layer = path("ops", "shop").path(contracts).resolve("shop").define()) {
      assertThat(Guests.call(layer.get("shop"), "total", 40L, 2L)).isEqualTo(42L);
      var module = layer.modules().configuration().findModule("wit.docs.math.v0_2").orElseThrow();
      assertThat(module.reference().location().orElseThrow().toString()).endsWith(".jar");
    }
  }

  @Test
  void childLayer_usesWhatItsParentHas() throws Exception {
    Path parents = Guests.folder(temp.resolve("parent"), "ops", "shop");
    try (ComponentLayer parent = ComponentLayer.builder().path(parents).resolve().define();
        ComponentLayer child = path("bill").parent(parent).resolve("bill").define()) {
      assertThat(Guests.call(child.get("bill"), "pay", 1L, 2L, 3L)).isEqualTo(9L);
      assertThat(child.modules().modules().stream().map(Module::getName)).containsExactly("bill");
      Class<?> cart = load(parent, "shop", "wit.docs.shop.v1.Cart");
      assertThat(Guests.call(parent.get("shop", cart), "calls")).isEqualTo(1L);
    }
  }

  @Test
  void childLayer_mayReplaceAnImport() throws Exception {
    Path parents = Guests.folder(temp.resolve("parent"), "ops", "shop");
    try (ComponentLayer parent = ComponentLayer.builder().path(parents).resolve().define()) {
      Class<?> ops = load(parent, "ops", "wit.docs.math.v0_2.Ops");
      LayerBuilder builder = path("shop").parent(parent);
      try (ComponentLayer child = bind(builder, ops, 5L).resolve("shop").define()) {
        assertThat(Guests.call(child.get("shop"), "total", 1L, 1L)).isEqualTo(5L);
        assertThat(Guests.call(parent.get("shop"), "total", 1L, 1L)).isEqualTo(2L);
      }
    }
  }

  @Test
  void resolved_mayBeDefinedTwice() throws Exception {
    ResolvedLayer resolved = path("ops", "shop").resolve("shop");
    try (ComponentLayer first = resolved.define();
        ComponentLayer second = resolved.define()) {
      assertThat(load(first, "shop", "shop.Shop")).isNotSameAs(load(second, "shop", "shop.Shop"));
    }
  }

  @Test
  void whatTheLayerDoesNotHave_isToldWithWhatItHas() throws Exception {
    try (ComponentLayer layer = path("ops", "shop").resolve("shop").define()) {
      assertThatExceptionOfType(ComponentLayerException.class)
          .isThrownBy(() -> layer.get("bill"))
          .withMessageContaining("[no-such-component] bill: expected one of [ops, shop]");
      assertThatExceptionOfType(ComponentLayerException.class)
          .isThrownBy(() -> layer.get("shop", String.class))
          .withMessageContaining("[no-such-export]")
          .withMessageContaining("expected one of [shop.Shop, wit.docs.shop.v1.Cart]");
    }
  }

  @Test
  void closedLayer_saysSo() throws Exception {
    ComponentLayer layer = path("ops", "shop").resolve("shop").define();
    FreshInstance fresh = layer.fresh("shop");
    Object held = layer.get("shop");
    Object heldFresh = fresh.world();
    layer.close();
    for (Object object : new Object[] {held, heldFresh}) {
      assertThatExceptionOfType(CallException.class)
          .isThrownBy(() -> Guests.call(object, "total", 1L, 2L))
          .withMessageContaining("[instance-closed] component instance shop");
    }
    assertThatExceptionOfType(ComponentLayerException.class)
        .isThrownBy(() -> layer.get("shop"))
        .withMessageContaining("[closed-layer]");
    assertThatExceptionOfType(ComponentLayerException.class).isThrownBy(fresh::world);
  }

  @Test
  void closedParent_isTold() throws Exception {
    Path parents = Guests.folder(temp.resolve("parent"), "ops", "shop");
    ComponentLayer parent = ComponentLayer.builder().path(parents).resolve().define();
    try (ComponentLayer child = path("bill").parent(parent).resolve("bill").define()) {
      assertThat(Guests.call(child.get("bill"), "pay", 1L, 2L, 3L)).isEqualTo(9L);
      parent.close();
      assertThatExceptionOfType(CallException.class)
          .isThrownBy(() -> Guests.call(child.get("bill"), "pay", 1L, 2L, 3L))
          .withMessageContaining("[instance-closed] component instance shop");
    }
  }
}
