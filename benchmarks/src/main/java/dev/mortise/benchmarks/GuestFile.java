package dev.mortise.benchmarks;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The components that are measured. */
public enum GuestFile {
  /** The world of {@code bench.wit}: one function for each kind of call. */
  BENCH("bench"),
  /** Two components with a memory each, one of which calls the other. */
  COMPOSED("composed");

  private final String name;

  GuestFile(String name) {
    this.name = name;
  }

  byte[] bytes() {
    try (InputStream in = GuestFile.class.getResourceAsStream(name + ".wasm")) {
      if (in == null) {
        throw new IllegalStateException("no guest " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Component load() {
    return load(LoadOptions.DEFAULT);
  }

  Component load(LoadOptions options) {
    return Component.load(bytes(), options);
  }
}
