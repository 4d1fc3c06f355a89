package dev.mortise.loader.run;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The components of these tests. */
final class Fixtures {
  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name + ".wasm")) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Component load(String name) {
    return Component.load(bytes(name));
  }

  static Component load(String name, LoadOptions.Execution execution) {
    return Component.load(bytes(name), LoadOptions.DEFAULT.withExecution(execution));
  }

  /** A core module that the component {@code modules} exports. */
  static Imports module(String as, String name) {
    return Imports.builder().module(as, load("modules").instantiate().module(name)).build();
  }

  static long u32(ComponentValue value) {
    return ((ComponentValue.U32Value) value).value();
  }
}
