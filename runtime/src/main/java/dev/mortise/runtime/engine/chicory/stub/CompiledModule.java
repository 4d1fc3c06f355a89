package dev.mortise.runtime.engine.chicory.stub;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.CoreFunction;
import org.jspecify.annotations.Nullable;

/** The classes that a core module was compiled to, at run time or before. */
public interface CompiledModule {
  /** What runs the functions of an instance. */
  Machine machine(Instance instance);

  /** The method that a function became, or null when it is interpreted, or imported, or unknown. */
  @Nullable CompiledFunction function(int index);

  /**
   * A function under the signature by which the code calls an import.
   *
   * @param index the imported function
   * @param typed the function itself, if it has a signature
   * @param function what is called where that is another one
   */
  WasmFunctionHandle importable(int index, @Nullable TypedFunction typed, CoreFunction function);

  /** A function of an instance for other code to import, or null when it is interpreted. */
  @Nullable TypedFunction export(int index, Instance instance);

  /** Makes now what would be made when it is first called; nothing where all is made before. */
  default void makeAll() {}
}
