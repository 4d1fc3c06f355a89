package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Java module that was compiled against the jars of two components, on the components and on the
 * jars: strings, records, variants, lists and resources go from module to module.
 */
class RichValuesTest {
  private static final String MODULE =
      "module app { requires richdesk; requires richstore; uses wit.docs.rich.v1.Desk;"
          + " uses wit.docs.rich.v1.Store; exports app; }";

  private static final String APP =
      """
      package app;

      import java.util.List;
      import java.util.ServiceLoader;
      import wit.docs.rich.v1.Desk;
      import wit.docs.rich.v1.Store;
      import wit.docs.rich.v1.Store.Entry;
      import wit.docs.rich.v1.Store.Query;
      import wit.docs.rich.v1.Store.Shelf;

      public class App {
        private static <T> T service(ServiceLoader<T> found) {
          return found.findFirst().orElseThrow();
        }

        public static String values() {
          Desk desk = service(ServiceLoader.load(App.class.getModule().getLayer(), Desk.class));
          return desk.echo(new Entry("Ann", 3, List.of("a", "\u00e4\u20ac")))
              + " " + desk.pick(new Query.All())
              + " " + desk.pick(new Query.AtLeast(41))
              + " " + desk.pick(new Query.Named("Bo"));
        }

        public static String resources() {
          ModuleLayer layer = App.class.getModule().getLayer();
          Desk desk = service(ServiceLoader.load(layer, Desk.class));
          Store store = service(ServiceLoader.load(layer, Store.class));
          StringBuilder all = new StringBuilder();
          // Made, lent and given away by one component, the other's.
          all.append(desk.run(5)).append(' ').append(store.dropped());
          // Made by Java of one component, lent to the other and given to it.
          Shelf shelf = store.newShelf(7);
          all.append(' ').append(desk.look(shelf)).append(' ').append(shelf.size());
          all.append(' ').append(desk.take(shelf)).append(' ').append(store.dropped());
          try (Shelf mine = store.newShelf(1)) {
            all.append(' ').append(store.peek(mine));
          }
          return all.append(' ').append(store.dropped()).toString();
        }
      }
      """;

  @TempDir Path temp;
  private Path jars;
  private Path app;

  @BeforeEach
  void compile() throws Exception {
    jars = Guests.componentJars(temp.resolve("jars"), "richstore", "richdesk");
    app = new JavaModules(temp).compile("app", MODULE, "app/App.java", APP, jars);
  }

  private static void check(ComponentLayer layer) throws Exception {
    Class<?> type = layer.modules().findLoader("app").loadClass("app.App");
    assertThat(type.getMethod("values").invoke(null))
        .isEqualTo(
            "Entry[name=Ann, count=4, tags=[a, \u00e4\u20ac]] All[] AtLeast[value=42]"
                + " Named[value=Bo]");
    assertThat(type.getMethod("resources").invoke(null)).isEqualTo("15 1 14 7 7 2 1 3");
  }

  @Test
  void application_runsOnComponents() throws Exception {
    Path path = Guests.folder(temp.resolve("path"), "richstore", "richdesk");
    try (ComponentLayer layer = ComponentLayer.builder().path(app, path).resolve("app").define()) {
      assertThat(layer.modules().findModule("richdesk").orElseThrow().getDescriptor().packages())
          .contains("richdesk.internal");
      check(layer);
    }
  }

  @Test
  void application_runsOnJars() throws Exception {
    try (ComponentLayer layer = ComponentLayer.builder().path(app, jars).resolve("app").define()) {
      assertThat(layer.resolution().components()).isEmpty();
      check(layer);
    }
  }

  @Test
  void application_runsOnAComponentAndAJar() throws Exception {
    Path path = Guests.folder(temp.resolve("path"), "richdesk");
    try (ComponentLayer layer =
        ComponentLayer.builder().path(app, path, jars).resolve("app").define()) {
      assertThat(layer.resolution().components()).hasSize(1);
      check(layer);
    }
  }
}
