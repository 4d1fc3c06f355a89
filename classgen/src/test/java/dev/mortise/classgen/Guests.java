package dev.mortise.classgen;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The components of these tests; {@code rebuild.sh} makes them of their texts. */
final class Guests {
  private Guests() {}

  static TypedComponent load(String name) {
    return load(name, LoadOptions.DEFAULT);
  }

  static TypedComponent load(String name, LoadOptions options) {
    return TypedComponent.of(
        Component.load(bytes(name), options), name + ".wasm", Guests.class.getClassLoader());
  }

  static byte[] bytes(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name + ".wasm")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
