package dev.mortise.loader.compile;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine that compiles core modules for another process to run: {@link #modules} are the class
 * files. It makes no instances.
 */
public final class PrecompilingEngine implements CoreEngine {
  private final List<PrecompiledModule> modules = new ArrayList<>();

  /** An engine that has no modules yet. */
  public PrecompilingEngine() {}

  @Override
  public synchronized CoreModule load(byte[] bytes, CoreModuleType type, long offset) {
    ChicoryEngine.Parsed parsed = ChicoryEngine.parse(bytes, type, offset);
    ChicoryEngine.Parsed split = parsed.preparedFor(new ChicoryCompiler());
    WasmModule module = split.module();
    int imported = module.importSection().count(ExternalType.FUNCTION);
    int functions = imported + parsed.module().functionSection().functionCount();
    String name = "Module" + modules.size();
    CompiledCode code =
        CompiledCode.of(module, GuestLoader.PACKAGES + name + "_", imported, functions);
    PrecompiledModule made =
        new PrecompiledModule(
            name,
            offset,
            type,
            code,
            module.exportSection(),
            code.interpreted().isEmpty()
                ? StrippedModule.withoutCode(split.bytes())
                : StrippedModule.of(split.bytes(), imported, code.interpreted()));
    modules.add(made);
    return made;
  }

  /** The modules that were taken in, in that order. */
  public synchronized List<PrecompiledModule> modules() {
    return List.copyOf(modules);
  }
}
