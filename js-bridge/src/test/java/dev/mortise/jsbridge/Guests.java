package dev.mortise.jsbridge;

import dev.mortise.loader.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The components of the tests, each prepared once. */
final class Guests {
  private static final Path OWN = Path.of("src/test/resources/dev/mortise/jsbridge");
  private static final Path CLASSGEN =
      Path.of("../classgen/src/test/resources/dev/mortise/classgen");
  private static final Map<String, JsComponent> PREPARED = new ConcurrentHashMap<>();

  private Guests() {}

  static Path file(String name) {
    Path own = OWN.resolve(name + ".wasm");
    return Files.exists(own) ? own : CLASSGEN.resolve(name + ".wasm");
  }

  static Component load(String name) {
    try {
      return Component.load(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsComponent prepared(String name) {
    return PREPARED.computeIfAbsent(
        name, n -> JsComponent.of(load(n), JsOptions.DEFAULT.withName(n + ".wasm")));
  }
}
