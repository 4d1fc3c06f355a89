package dev.mortise.testing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is tested, and how.
 *
 * @param resource a resource of the class path or a file; empty when there is none
 * @param file the file, when it was given as one
 * @param world the interface of the world; {@code Void} for the component's own
 */
record Setup(
    String resource,
    @Nullable Path file,
    Class<?> world,
    boolean lenient,
    boolean undroppedHandles,
    boolean shared,
    Engine engine) {

  static Setup of(ComponentTest test) {
    return new Setup(
        test.value(),
        null,
        test.world(),
        test.lenient(),
        test.undroppedHandles(),
        test.shared(),
        test.engine());
  }

  Setup with(Engine other) {
    return new Setup(resource, file, world, lenient, undroppedHandles, shared, other);
  }
}
