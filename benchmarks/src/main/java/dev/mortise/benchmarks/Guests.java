package dev.mortise.benchmarks;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.Component;
import dev.mortise.loader.model.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Function;

/** The components that are measured. */
final class Guests {
  private Guests() {}

  static Component load(String name) {
    return Component.load(bytes(name));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name + ".wasm")) {
      if (in == null) {
        throw new IllegalArgumentException("no guest " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first core module of a component, for the engine alone. */
  static final class Core {
    private final WasmModule module;
    private final Function<Instance, Machine> compiled;

    Core(String name) {
      byte[] bytes = bytes(name);
      module =
          load(name).validated().decoded().definitions().stream()
              .filter(Definition.CoreModule.class::isInstance)
              .map(d -> ((Definition.CoreModule) d).module())
              .map(m -> Arrays.copyOfRange(bytes, (int) m.offset(), (int) m.end()))
              .map(Parser::parse)
              .findFirst()
              .orElseThrow();
      compiled = MachineFactoryCompiler.compile(module);
    }

    Instance instantiate() {
      return Instance.builder(module)
          .withMachineFactory(compiled)
          .withMemoryFactory(ByteArrayMemory::new)
          .build();
    }
  }
}
