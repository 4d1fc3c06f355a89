package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;

/** Turns core modules into classes. */
public interface ModuleCompiler {
  /**
   * The module as it is to be compiled and to have instances: it may have more functions after its
   * own, which only they and one another call.
   *
   * @param bytes the module, which is valid
   * @param module what the engine has read of it
   * @return the same bytes where it stays as it is
   */
  default byte[] prepare(byte[] bytes, WasmModule module) {
    return bytes;
  }

  /**
   * Compiles a module.
   *
   * @param className how the classes' names begin, as no other module's do
   * @param functions how many functions are its own, imported ones among them; all that follow are
   *     parts of them
   */
  CompiledModule compile(WasmModule module, String className, int importedFunctions, int functions);
}
