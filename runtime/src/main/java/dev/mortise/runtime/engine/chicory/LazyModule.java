package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;

/**
 * A module whose functions are made when they are called, for any number of components to share.
 * Who makes them must keep this object: by it stack traces find the names of functions.
 */
public final class LazyModule {
  private final GuestNames names;
  private final CompiledModule code;

  /**
   * A module.
   *
   * @param module it, without the bodies of functions
   * @param bodies where those stand
   * @param offset where the module begins in the component's file, for messages
   * @param shift how many bytes longer it is for the engine than in the file
   * @param loaderName the name of the loader of its classes, which no other loader has
   * @param code the functions
   */
  public LazyModule(
      WasmModule module,
      CodeBodies bodies,
      long offset,
      long shift,
      String loaderName,
      CompiledModule code) {
    names = GuestNames.of(module, offset, shift, bodies);
    this.code = code;
    CompiledFrames.registerLoader(loaderName, names);
  }

  /** The module for a component that says what it imports and exports. */
  public CoreModule ofType(CoreModuleType type) {
    return new ChicoryModule(names.module(), type, (m, name, imports, functions) -> code, names);
  }
}
