package examples.virtual;

import dev.mortise.jdkmodulelayer.ComponentLayer;
import diary.Diary;
import java.nio.file.Path;
import wit.demo.host.v1.Clock;
import wit.demo.host.v1.Store;

/** What a component imports, replaced and attenuated by layers. */
public final class Main {
  private Main() {}

  /**
   * Runs the example.
   *
   * @param args the folder of the components
   */
  public static void main(String[] args) {
    Path components = Path.of(args[0]);
    Clock morning = () -> 9;
    try (ComponentLayer parent =
        ComponentLayer.builder()
            .path(components)
            .contract(Diary.class)
            .bind(Clock.class, morning)
            .resolve("diary")
            .define()) {
      visit("parent", parent);

      // The clock stands still at midnight; the drawer is that of the parent.
      try (ComponentLayer child =
          ComponentLayer.builder()
              .path(components.resolve("diary.wasm"))
              .parent(parent)
              .contract(Diary.class)
              .bind(Clock.class, () -> 0)
              .resolve("diary")
              .define()) {
        visit("midnight", child);
      }

      // The parent's drawer may be read and not written.
      Store drawer = parent.get("drawer", Store.class);
      try (ComponentLayer child =
          ComponentLayer.builder()
              .path(components.resolve("diary.wasm"))
              .parent(parent)
              .contract(Diary.class)
              .bind(Clock.class, () -> 23)
              .bind(Store.class, new ReadOnly(drawer))
              .resolve("diary")
              .define()) {
        visit("read-only", child);
      }
    }
  }

  private static void visit(String name, ComponentLayer layer) {
    Diary diary = layer.get("diary", Diary.class);
    boolean kept = diary.visit();
    System.out.println(name + ": " + (kept ? "kept" : "refused") + ", last " + diary.last());
  }
}
