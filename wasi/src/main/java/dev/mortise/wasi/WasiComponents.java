package dev.mortise.wasi;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.Component;

/** Makes the classes of components that import WASI. */
public final class WasiComponents {
  private WasiComponents() {}

  /**
   * A component whose interfaces of WASI are the classes of {@code wit.wasi} that this host
   * implements, and not classes of its own.
   *
   * @param fileName names the world
   */
  public static TypedComponent typed(Component component, String fileName) {
    return TypedComponent.of(component, fileName, Wasi.class.getClassLoader());
  }
}
