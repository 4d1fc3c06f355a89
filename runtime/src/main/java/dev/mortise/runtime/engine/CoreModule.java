package dev.mortise.runtime.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A core module that the engine has accepted; shared by all its instances, from any thread. */
public interface CoreModule {

  /**
   * Instantiates the module and runs its start function.
   *
   * @param imports one extern for each import of the module, in its order
   * @throws dev.mortise.runtime.error.TrapException when a segment does not fit or the start
   *     function traps
   */
  CoreInstance instantiate(List<? extends CoreExtern> imports);

  /**
   * The method that an exported function was compiled to; compiles the module if need be.
   *
   * @return null when the function is interpreted, or is itself imported
   */
  default @Nullable CompiledFunction compiled(String export) {
    return null;
  }

  /** Compiles now what would be compiled when it is first called; nothing for an interpreter. */
  default void compileAll() {}
}
