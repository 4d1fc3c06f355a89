package dev.mortise.loader.compile;

import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.compile.body.FunctionSplitter;
import dev.mortise.loader.compile.body.SplitModule;
import dev.mortise.runtime.engine.chicory.ModuleCompiler;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;

/** The engine's compiler, at run time: the entry of this package. */
public final class ChicoryCompiler implements ModuleCompiler {
  /**
   * The largest module, in bytes, to compile where nobody has asked for it: compiling takes about 2
   * µs a byte, and what is larger would make its first call wait.
   */
  public static final int AUTO_BYTES = 1 << 20;

  /** The compiler; it has no state. */
  public ChicoryCompiler() {}

  @Override
  public byte[] prepare(byte[] bytes, WasmModule module) {
    return SplitModule.of(bytes, module, FunctionSplitter.LIMIT);
  }

  @Override
  public CompiledModule compile(
      WasmModule module, String className, int importedFunctions, int functions) {
    return CompiledClasses.compile(module, className, importedFunctions, functions);
  }
}
