package dev.mortise.runtime.engine;

import dev.mortise.runtime.core.CoreModuleType;

/** An engine for core WebAssembly. */
public interface CoreEngine {

  /**
   * Takes in a core module.
   *
   * @param bytes the module's own bytes; not written to again
   * @param type what the module imports and exports, as the component decoder read it
   * @param offset where the module begins in the component's file, for messages
   * @throws dev.mortise.runtime.error.MortiseException when the engine refuses the module
   */
  CoreModule load(byte[] bytes, CoreModuleType type, long offset);
}
