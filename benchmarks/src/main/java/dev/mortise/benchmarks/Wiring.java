package dev.mortise.benchmarks;

import dev.mortise.jdkmodulelayer.ComponentLayer;
import dev.mortise.jdkmodulelayer.LayerBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import wit.mortise.bench.Callee;
import wit.mortise.bench.Chain;

/** The ways in which one component comes to another that it calls. */
public enum Wiring {
  /** Java in the place of both. */
  PLAIN {
    @Override
    Chain chain() {
      return CallPath.PLAIN.guests().chain();
    }
  },
  /** Both in one component. */
  COMPOSED {
    @Override
    Chain chain() {
      return CallPath.GENERATED.guests().chain();
    }
  },
  /** Each in a module of a layer. */
  LAYER {
    @Override
    Chain chain() {
      return inLayer(ComponentLayer.builder().contract(Chain.class), "callee", "caller");
    }
  },
  /** The caller in a module of a layer, and a Java object in the place of the callee. */
  PROVIDER {
    @Override
    Chain chain() {
      return inLayer(ComponentLayer.builder().bind(Callee.class, new PlainCallee()), "caller");
    }
  };

  abstract Chain chain();

  static Chain inLayer(LayerBuilder builder, String... guests) {
    try {
      Path folder = Files.createTempDirectory("mortise-bench");
      try {
        for (String guest : guests) {
          try (InputStream in = Wiring.class.getResourceAsStream(guest + ".wasm")) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(guest + ".wasm"));
          }
        }
        return builder.path(folder).resolve("caller").define().get("caller", Chain.class);
      } finally {
        for (String guest : guests) {
          Files.deleteIfExists(folder.resolve(guest + ".wasm"));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
