package dev.mortise.benchmarks;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import dev.mortise.loader.model.Definition;
import java.util.Arrays;
import java.util.function.Function;

/** The first core module of {@link GuestFile#BENCH}, for the engine alone. */
final class GuestCore {
  private final WasmModule module;
  private final Function<Instance, Machine> compiled;
  private final ImportValues imports;

  GuestCore() {
    byte[] bytes = GuestFile.BENCH.bytes();
    module =
        GuestFile.BENCH.load().validated().decoded().definitions().stream()
            .filter(Definition.CoreModule.class::isInstance)
            .map(d -> ((Definition.CoreModule) d).module())
            .map(m -> Arrays.copyOfRange(bytes, (int) m.offset(), (int) m.end()))
            .map(Parser::parse)
            .findFirst()
            .orElseThrow();
    compiled = MachineFactoryCompiler.compile(module);
    imports =
        ImportValues.builder()
            .withFunctions(
                module.importSection().stream()
                    .map(FunctionImport.class::cast)
                    .<ImportFunction>map(this::returningItsArgument)
                    .toList())
            .build();
  }

  /** The guest imports functions from one number to one number. */
  private HostFunction returningItsArgument(FunctionImport imported) {
    return new HostFunction(
        imported.module(),
        imported.name(),
        module.typeSection().getType(imported.typeIndex()),
        (instance, arguments) -> arguments);
  }

  Instance instantiate() {
    return Instance.builder(module)
        .withImportValues(imports)
        .withMachineFactory(compiled)
        .withMemoryFactory(ByteArrayMemory::new)
        .build();
  }
}
