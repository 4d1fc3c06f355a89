package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.TrapException;
import java.lang.module.ModuleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls from the module of one component to that of another go from memory to memory. */
class LinkedCallsTest {
  @TempDir Path temp;

  private LayerBuilder path(String... names) throws Exception {
    return ComponentLayer.builder().path(Guests.folder(temp.resolve("path"), names));
  }

  /** The classes of calls that a component's module has. */
  private static List<String> calls(ComponentLayer layer, String module, String kind)
      throws Exception {
    try (ModuleReader reader =
        layer.modules().configuration().findModule(module).orElseThrow().reference().open()) {
      return reader.list().filter(name -> name.contains("Calls_" + kind)).toList();
    }
  }

  private static Module module(ComponentLayer layer, String name) {
    return layer.modules().findModule(name).orElseThrow();
  }

  @Test
  void component_isCalledWithoutJava() throws Exception {
    try (ComponentLayer layer = path("ops", "shop", "bill").resolve("bill").define()) {
      assertThat(calls(layer, "shop", "Fuse")).hasSize(1);
      assertThat(calls(layer, "bill", "Fuse")).hasSize(2);
      for (String name : List.of("shop", "bill")) {
        assertThat(calls(layer, name, "Lower")).as(name).isEmpty();
      }
      assertThat(Guests.call(layer.get("bill"), "pay", 3L, 4L, 5L)).isEqualTo(35L);
    }
  }

  @Test
  void componentOfAParentLayer_isCalledWithoutJava() throws Exception {
    Path parents = Guests.folder(temp.resolve("parent"), "ops", "shop");
    try (ComponentLayer parent = ComponentLayer.builder().path(parents).resolve().define();
        ComponentLayer child = path("bill").parent(parent).resolve("bill").define()) {
      assertThat(calls(child, "bill", "Fuse")).hasSize(2);
      assertThat(calls(child, "bill", "Lower")).isEmpty();
      assertThat(Guests.call(child.get("bill"), "pay", 1L, 2L, 3L)).isEqualTo(9L);
      assertThat(Guests.call(parent.get("shop"), "total", 1L, 2L)).isEqualTo(3L);
    }
  }

  @Test
  void codeOfAComponent_isOpenToItsCallersAndNobodyElse() throws Exception {
    try (ComponentLayer layer = path("ops", "shop", "bill").resolve("bill").define()) {
      Module ops = module(layer, "ops");
      assertThat(ops.isExported("ops.internal", module(layer, "shop"))).isTrue();
      assertThat(ops.isExported("ops.internal.call", module(layer, "bill"))).isTrue();
      assertThat(ops.isExported("ops.internal")).isFalse();
      assertThat(ops.isExported("ops.internal", getClass().getModule())).isFalse();
      assertThat(ops.isOpen("ops.internal", module(layer, "shop"))).isFalse();
      Module shop = module(layer, "shop");
      assertThat(shop.isExported("shop.internal", ops)).isFalse();
      assertThat(shop.getDescriptor().requires().stream().map(r -> r.name())).doesNotContain("ops");
    }
  }

  @Test
  void freshInstances_callTheirOwn() throws Exception {
    try (ComponentLayer layer = path("ops", "shop", "bill").resolve("bill").define()) {
      Class<?> cart = layer.modules().findLoader("shop").loadClass("wit.docs.shop.v1.Cart");
      try (FreshInstance fresh = layer.fresh("bill")) {
        assertThat(Guests.call(fresh.world(), "pay", 3L, 4L, 5L)).isEqualTo(35L);
      }
      assertThat(Guests.call(layer.get("shop", cart), "calls")).isEqualTo(0L);
    }
  }

  @Test
  void trapOfTheCallee_breaksBoth() throws Exception {
    try (ComponentLayer layer = path("trips", "falls").resolve("falls").define()) {
      assertThat(calls(layer, "falls", "Fuse")).hasSize(1);
      assertThat(Guests.call(layer.get("falls"), "run", 1L)).isEqualTo(1L);
      assertThatExceptionOfType(TrapException.class)
          .isThrownBy(() -> Guests.call(layer.get("falls"), "run", 0L))
          .withMessageContaining("unreachable")
          .satisfies(
              trap ->
                  assertThat(trap.getStackTrace())
                      .extracting(frame -> frame.toString().replaceAll("[@(].*", ""))
                      .startsWith(
                          "component instance trips.run",
                          "component instance falls.run",
                          "falls/falls/falls.internal.call.Calls_World.run"));
      for (String name : List.of("falls", "trips")) {
        assertThatExceptionOfType(TrapException.class)
            .isThrownBy(() -> Guests.call(layer.get(name), "run", 1L))
            .withMessageContaining("[instance-poisoned] component instance " + name);
      }
      try (FreshInstance fresh = layer.fresh("falls")) {
        assertThat(Guests.call(fresh.world(), "run", 1L)).isEqualTo(1L);
      }
    }
  }

  @Test
  void secondThreadInTheCallee_isTold() throws Exception {
    try (ComponentLayer layer = path("trips", "falls").resolve("falls").define()) {
      Object falls = layer.get("falls");
      Object trips = layer.get("trips");
      CountDownLatch stop = new CountDownLatch(1);
      Thread busy =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Guests.call(trips, "spin");
                    } catch (TrapException interrupted) {
                      stop.countDown();
                    }
                  });
      CallException told = null;
      for (int i = 0; told == null && i < 1000; i++) {
        try {
          Guests.call(falls, "run", 1L);
          Thread.sleep(5);
        } catch (CallException e) {
          told = e;
        }
      }
      busy.interrupt();
      assertThat(stop.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(told).isNotNull().hasMessageContaining("only one thread at a time");
    }
  }
}
