package dev.mortise.esmintegration;

import dev.mortise.loader.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The components that tests import: text beside each, made binary by rebuild.sh. */
final class Guests {
  private Guests() {}

  static byte[] bytes(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name + ".wasm")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Component load(String name) {
    return Component.load(bytes(name));
  }
}
