package dev.mortise.wasi;

import dev.mortise.classgen.Typed;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.wasi.config.WasiConfig;

/**
 * A component that is linked once, with the interfaces of a host that is nobody's, and instantiated
 * any number of times, each with a host of its own. Immutable, for use by any thread.
 *
 * @param <W> the interface of its world
 */
final class Hosted<W> {
  private final Typed.Linked<W> linked;
  private final Imports others;

  private Hosted(Typed.Linked<W> linked, Imports others) {
    this.linked = linked;
    this.others = others;
  }

  /**
   * Links.
   *
   * @param fileName names the component in Java
   * @param others what it imports besides WASI, or in place of ours
   * @throws dev.mortise.runtime.error.LinkException when it imports something that nobody has, or
   *     has not what the world has
   */
  static <W> Hosted<W> of(Component component, String fileName, Class<W> world, Imports others) {
    Typed<W> typed = WasiComponents.typed(component, fileName).as(world);
    try (Wasi template = Wasi.of(WasiConfig.NONE)) {
      return new Hosted<>(typed.link(others.or(template.imports())), others);
    }
  }

  /** Makes an instance with a host of its own. */
  W instantiate(Wasi wasi) {
    return linked.with(others.or(wasi.imports())).instantiate();
  }
}
