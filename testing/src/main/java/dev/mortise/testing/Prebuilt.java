package dev.mortise.testing;

import dev.mortise.runtime.Imports;
import java.lang.reflect.InvocationTargetException;

/** Components whose classes were made by the Maven plugin. */
final class Prebuilt {
  private Prebuilt() {}

  /**
   * Makes an instance.
   *
   * @param world the interface of the world, with its static method {@code instantiate}
   */
  static Object instantiate(Class<?> world, Imports imports) {
    try {
      return world.getMethod("instantiate", Imports.class).invoke(null, imports);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          (world == Void.class
                  ? "no world"
                  : world.getName() + " has no static instantiate(Imports)")
              + ": name a component, @ComponentTest(\"shop.wasm\"), or a world that the Maven"
              + " plugin has made with its classes, @ComponentTest(world = Shop.class)",
          e);
    }
  }
}
