package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;

/** Turns core modules into classes. */
public interface ModuleCompiler {
  /**
   * Compiles a module.
   *
   * @param className how the classes' names begin, as no other module's do
   */
  CompiledModule compile(WasmModule module, String className, int importedFunctions);
}
