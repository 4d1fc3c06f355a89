package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.ComponentResolutionException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java modules that supply what components import, and that require components. */
class JavaModulesTest {
  @TempDir Path temp;

  private Path compile(String module, String descriptor, String file, String source, Path contracts)
      throws Exception {
    return new JavaModules(temp).compile(module, descriptor, file, source, contracts);
  }

  private static final String PROVIDER =
      "module wall.clock { requires wit.docs.clock.v1;"
          + " provides wit.docs.clock.v1.Clock with wall.Wall; }";

  private static final String WALL =
      "package wall; public class Wall implements"
          + " wit.docs.clock.v1.Clock { public long hour() { return 11; } }";

  @Test
  void javaModule_providesWhatAComponentImports() throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "late");
    Path path = Guests.folder(temp.resolve("path"), "late");
    Path wall = compile("wall.clock", PROVIDER, "wall/Wall.java", WALL, against);
    ResolvedLayer resolved = ComponentLayer.builder().path(path, wall).resolve("late");
    assertThat(resolved.resolution().modules().keySet()).contains("wall.clock");
    try (ComponentLayer layer = resolved.define()) {
      assertThat(Guests.call(layer.get("late"), "run")).isEqualTo(12L);
      assertThat(layer.modules().findModule("wit.docs.clock.v1")).isPresent();
    }
  }

  @Test
  void javaModuleOfAParentLayer_providesToo() throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "late");
    Path wall = compile("wall.clock", PROVIDER, "wall/Wall.java", WALL, against);
    Path parents = Guests.folder(temp.resolve("parent"), "late");
    Path path = Guests.folder(temp.resolve("child"), "late");
    try (ComponentLayer parent =
            ComponentLayer.builder().path(parents, wall).resolve("late").define();
        ComponentLayer child =
            ComponentLayer.builder().path(path).parent(parent).resolve("late").define()) {
      assertThat(child.resolution().wires().get(0).provider().kind()).isEqualTo("parent");
      assertThat(Guests.call(child.get("late"), "run")).isEqualTo(12L);
      assertThat(child.get("late")).isNotSameAs(parent.get("late"));
    }
  }

  @Test
  void javaModule_requiresAComponentAndUsesItsExports() throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "shop", "ops");
    Path path = Guests.folder(temp.resolve("path"), "ops", "shop");
    Path app =
        compile(
            "app",
            "module app { requires wit.docs.shop.v1; uses wit.docs.shop.v1.Cart; exports app; }",
            "app/App.java",
            "package app; import wit.docs.shop.v1.Cart; public class App { public static long"
                + " run() { return java.util.ServiceLoader.load(App.class.getModule().getLayer(),"
                + " Cart.class).findFirst().orElseThrow().total(40, 2); } }",
            against);
    try (ComponentLayer layer = ComponentLayer.builder().path(app, path).resolve("app").define()) {
      assertThat(layer.resolution().modules().keySet()).contains("app", "shop", "ops");
      Object result =
          layer.modules().findLoader("app").loadClass("app.App").getMethod("run").invoke(null);
      assertThat(result).isEqualTo(42L);
      assertThat(Guests.call(layer.get("shop", cart(layer)), "calls")).isEqualTo(1L);
    }
  }

  private static Class<?> cart(ComponentLayer layer) throws Exception {
    return layer.modules().findLoader("shop").loadClass("wit.docs.shop.v1.Cart");
  }

  @Test
  void twoJavaProviders_areAmbiguous() throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "late");
    Path path = Guests.folder(temp.resolve("late"), "late");
    Path wall = compile("wall.clock", PROVIDER, "wall/Wall.java", WALL, against);
    Path other =
        compile(
            "other.clock",
            PROVIDER.replace("wall", "other").replace("Wall", "Other"),
            "other/Other.java",
            WALL.replace("wall", "other").replace("Wall", "Other"),
            against);
    LayerBuilder builder = ComponentLayer.builder().path(path, wall, other);
    assertThatExceptionOfType(ComponentResolutionException.class)
        .isThrownBy(() -> builder.resolve("late"))
        .withMessageContaining("[ambiguous-provider]")
        .withMessageContaining("wall.clock (")
        .withMessageContaining("other.clock (");
  }

  private static String ring(String constructor) {
    return "package ring; import wit.docs.ring.v1.*; public class Half implements Right { public"
        + " Half() { "
        + constructor
        + " } public long next() { return 1; } }";
  }

  private static final String ASKS =
      "java.util.ServiceLoader.load(Half.class.getModule().getLayer(), Left.class)"
          + ".findFirst().orElseThrow();";

  private String failure(String constructor) throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "ringa", "ringb");
    Path path = Guests.folder(temp.resolve("path"), "ringa");
    Path half =
        compile(
            "ring.half",
            "module ring.half { requires wit.docs.ring.v1; uses wit.docs.ring.v1.Left;"
                + " provides wit.docs.ring.v1.Right with ring.Half; }",
            "ring/Half.java",
            ring(constructor),
            against);
    try (ComponentLayer layer =
        ComponentLayer.builder().path(path, half).resolve("ringa").define()) {
      return assertThatExceptionOfType(ComponentLayerException.class)
          .isThrownBy(() -> layer.get("ringa"))
          .actual()
          .getMessage();
    }
  }

  @Test
  void providerThatAsksForItsComponent_isACycle() throws Exception {
    assertThat(failure(ASKS)).startsWith("[cyclic-start] ringa → ringa: ");
  }

  @Test
  void providerThatFails_isNamed() throws Exception {
    assertThat(failure("if (true) throw new IllegalStateException(\"no clock\");"))
        .isEqualTo(
            "[provider-failed] ringa > import docs:ring/right@1.0.0: the provider of module"
                + " ring.half cannot be made: java.lang.IllegalStateException: no clock");
  }

  /**
   * Two modules whose providers tell no class of theirs: each has a method that tells the
   * interface.
   */
  @Test
  void providerMethods_areThoseOfTheirModules() throws Exception {
    Path against = Guests.contracts(temp.resolve("contracts"), "late");
    Path path = Guests.folder(temp.resolve("late"), "late");
    String wall =
        "package wall; import wit.docs.clock.v1.Clock; public class Wall { public static Clock"
            + " provider() { return () -> 11; } }";
    Path first = compile("wall.clock", PROVIDER, "wall/Wall.java", wall, against);
    Path second =
        compile(
            "other.clock",
            PROVIDER.replace("wall", "other").replace("Wall", "Other"),
            "other/Other.java",
            wall.replace("wall", "other").replace("Wall", "Other").replace("11", "21"),
            against);
    for (var chosen : Map.of("wall.clock", 12L, "other.clock", 22L).entrySet()) {
      LayerBuilder builder =
          ComponentLayer.builder()
              .path(path, first, second)
              .wire("late", "docs:clock/clock@1.0.0", chosen.getKey());
      try (ComponentLayer layer = builder.resolve("late", "wall.clock", "other.clock").define()) {
        assertThat(Guests.call(layer.get("late"), "run")).isEqualTo(chosen.getValue());
      }
    }
  }

  @Test
  void javaModule_providesTheFunctionsOfAWorld() throws Exception {
    Path against = Guests.worlds(temp.resolve("contracts"), "ticks");
    Path path = Guests.folder(temp.resolve("path"), "ticks");
    Path ticker =
        compile(
            "ticker",
            "module ticker { requires ticks; provides ticks.Ticks.Imports with ticker.Ticker; }",
            "ticker/Ticker.java",
            "package ticker; public class Ticker implements ticks.Ticks.Imports { public long"
                + " tick() { return 4; } }",
            against);
    try (ComponentLayer layer =
        ComponentLayer.builder().path(path, ticker).resolve("ticks").define()) {
      assertThat(Guests.call(layer.get("ticks"), "run")).isEqualTo(5L);
    }
  }

  @Test
  void world_isAServiceOfItsLayer() throws Exception {
    Path path = Guests.folder(temp.resolve("path"), "ops", "shop");
    Path against = Guests.worlds(temp.resolve("contracts"), "shop", "ops");
    Path app =
        compile(
            "app",
            "module app { requires shop; uses shop.Shop; exports app; }",
            "app/App.java",
            "package app; public class App { public static Object run() { return"
                + " java.util.ServiceLoader.load(App.class.getModule().getLayer(),"
                + " shop.Shop.class).findFirst().orElseThrow(); } }",
            against);
    try (ComponentLayer layer = ComponentLayer.builder().path(app, path).resolve("app").define()) {
      Object world =
          layer.modules().findLoader("app").loadClass("app.App").getMethod("run").invoke(null);
      assertThat(world).isSameAs(layer.get("shop"));
    }
  }

  private static final String INTRUDER =
      """
      package app;

      import java.lang.reflect.InaccessibleObjectException;

      public class App {
        public static String run() throws Exception {
          Object world =
              java.util.ServiceLoader.load(App.class.getModule().getLayer(), shop.Shop.class)
                  .findFirst()
                  .orElseThrow();
          StringBuilder found = new StringBuilder();
          for (var field : world.getClass().getDeclaredFields()) {
            try {
              field.setAccessible(true);
              found.append("state;");
            } catch (InaccessibleObjectException e) {
              // as it should be
            }
          }
          Class<?> component =
              world.getClass().getClassLoader().loadClass("shop.internal.Component");
          try {
            found.append(component.getField("COMPONENT").get(null));
          } catch (IllegalAccessException e) {
            // as it should be
          }
          for (var constructor : component.getDeclaredConstructors()) {
            try {
              constructor.setAccessible(true);
              found.append("constructor;");
            } catch (InaccessibleObjectException e) {
              // as it should be
            }
          }
          return found + "tried " + world.getClass().getDeclaredFields().length;
        }
      }
      """;

  @Test
  void moduleThatRequiresAComponent_cannotReachItsInside() throws Exception {
    Path path = Guests.folder(temp.resolve("path"), "ops", "shop");
    Path against = Guests.worlds(temp.resolve("contracts"), "shop", "ops");
    Path app =
        compile(
            "app",
            "module app { requires shop; uses shop.Shop; exports app; }",
            "app/App.java",
            INTRUDER,
            against);
    try (ComponentLayer layer = ComponentLayer.builder().path(app, path).resolve("app").define()) {
      Object found =
          layer.modules().findLoader("app").loadClass("app.App").getMethod("run").invoke(null);
      assertThat(found.toString()).matches("tried [1-9][0-9]*");
    }
  }
}
